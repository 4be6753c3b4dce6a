import { undoSweep } from '../read-state/sweepArticles.ts';
import type { Sweep } from '../read-state/sweeps.ts';
import { useMarks } from '../read-state/useMarks.ts';
import { formatCount } from '../ui/formatCount.ts';
import { words } from '../ui/words.ts';

/** What 全部标为已读 did, and the button that takes it back. */
export function SweepWords({ sweep }: { sweep: Sweep }) {
  const { read, texts } = useMarks();
  const name = sweep.category.split('/').at(-1) || words.allArticles;
  return (
    <div role="status" className="notice">
      <span>
        {sweep.count === 0 ? words.nothingSwept(name) : words.swept(name, formatCount(sweep.count))}
      </span>
      <span className="notice-actions">
        {sweep.count > 0 && (
          <button type="button" className="button is-main" onClick={() => undoSweep(texts)}>
            {words.undo}
          </button>
        )}
        <button type="button" className="button" onClick={() => read.dismissSweep()}>
          {words.understood}
        </button>
      </span>
    </div>
  );
}
