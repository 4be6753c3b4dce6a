import CircleCheck from 'lucide-react/icons/circle-check';
import type { SavedState } from '../copies/SavedRecord.ts';
import { readingWords } from '../words/readingWords.ts';
import { words } from '../words/words.ts';
import { describeState } from './describeState.ts';
import { useOfflineStore, useSavedState } from './useOffline.ts';

/** How far the open article is saved, quietly, in the bar above it. */
export function SaveStatus({ id }: { id: string }) {
  const state = useSavedState(id);
  if (!state || isTrouble(state)) return null;
  return (
    <span className="save-status">
      {state.kind === 'saved' && <CircleCheck size={14} strokeWidth={1.6} aria-hidden="true" />}
      {/* The sign says the same where there is no room for words. */}
      <span className={state.kind === 'saved' ? 'max-[24rem]:sr-only' : undefined}>
        {describeState(state)}
      </span>
    </span>
  );
}

/** What is missing of the open article's copy, why, and the way to try again. */
export function SaveTrouble({ id }: { id: string }) {
  const state = useSavedState(id);
  const store = useOfflineStore();
  if (!state || !isTrouble(state)) return null;
  const reason = state.kind === 'evicted' ? undefined : readingWords.saveReason[state.reason];
  return (
    <div className="save-trouble">
      <p>
        <strong>{describeState(state)}</strong>
        {reason && <span> {reason}</span>}
      </p>
      <button type="button" className="button" onClick={() => void store.engine?.repair(id)}>
        {state.kind === 'evicted' ? words.saveAgain : words.retry}
      </button>
    </div>
  );
}

type Trouble = Extract<SavedState, { kind: 'missing' | 'failed' | 'evicted' }>;

function isTrouble(state: SavedState): state is Trouble {
  return state.kind === 'missing' || state.kind === 'failed' || state.kind === 'evicted';
}
