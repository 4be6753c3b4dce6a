import { downloadWords } from '../ui/downloadWords.ts';
import { formatCount } from '../ui/formatCount.ts';
import { type ExportState, exportJob } from './exportJob.ts';

/** How far an export is, and the way to give it up. */
export function ExportProgress({ state }: { state: ExportState & { kind: 'running' } }) {
  const { title, form, done, all } = state;
  return (
    <>
      <p className="tabular-nums">
        {all === undefined
          ? downloadWords.readingList
          : downloadWords.progress(formatCount(done), formatCount(all))}
      </p>
      <progress
        aria-label={downloadWords.running(form, title)}
        value={all === undefined ? undefined : done}
        max={all || 1}
      />
      <p className="text-soft text-sm">{downloadWords.runningHint}</p>
      <button type="button" data-first className="button" onClick={exportJob.cancel}>
        {downloadWords.cancel}
      </button>
    </>
  );
}
