import CircleCheck from 'lucide-react/icons/circle-check';
import { describeState } from './describeState.ts';
import { useSavedState } from './useOffline.ts';

/** How far an article is saved, in a row of a list: a small sign where all is well, words where not. */
export function SavedMark({ id }: { id: string }) {
  const state = useSavedState(id);
  if (!state) return null;
  const text = describeState(state);
  if (state.kind !== 'saved') return <span className="shrink-0">{text}</span>;
  return (
    <span className="shrink-0" title={text}>
      <CircleCheck size={13} strokeWidth={1.6} aria-hidden="true" />
      <span className="sr-only">{text}</span>
    </span>
  );
}
