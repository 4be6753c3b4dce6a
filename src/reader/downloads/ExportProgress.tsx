import { formatCount } from '../ui/formatCount.ts';
import { bookWords } from '../words/bookWords.ts';
import { type ExportState, exportJob } from './exportJob.ts';

/** How far an export is, and the way to give it up. */
export function ExportProgress({ state }: { state: ExportState & { kind: 'running' } }) {
  const { title, form, done, all } = state;
  return (
    <>
      <p className="tabular-nums">
        {all === undefined
          ? bookWords.readingList
          : bookWords.progress(formatCount(done), formatCount(all))}
      </p>
      <progress
        aria-label={bookWords.running(form, title)}
        value={all === undefined ? undefined : done}
        max={all || 1}
      />
      <p className="text-soft text-sm">{bookWords.runningHint}</p>
      <button type="button" data-first className="button" onClick={exportJob.cancel}>
        {bookWords.cancel}
      </button>
    </>
  );
}
