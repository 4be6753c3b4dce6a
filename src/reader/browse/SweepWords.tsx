import { useEffect, useState } from 'react';
import { dismissSweep, undoSweep } from '../read-state/sweepArticles.ts';
import type { Sweep } from '../read-state/sweeps.ts';
import { useMarks } from '../read-state/useMarks.ts';
import { formatCount } from '../ui/formatCount.ts';
import { words } from '../words/words.ts';

/** Kept so long after the reader has gone on to another list, and at most so long in all; in milliseconds. */
const AFTER_MOVING_ON = 10_000;
const IN_ALL = 30 * 60_000;

interface SweepWordsProps {
  sweep: Sweep;
  /** That of the list on screen. */
  category: string | undefined;
}

/**
 * Says what 全部标为已读 did and lets it be taken back: while its articles are opened, in the other order, after a reload.
 */
export function SweepWords({ sweep, category }: SweepWordsProps) {
  const { texts } = useMarks();
  const [openedAt] = useState(Date.now);
  const isShown = openedAt - sweep.at < IN_ALL;
  const hasMovedOn = isShown && category !== undefined && category !== sweep.category;

  useEffect(() => {
    if (!hasMovedOn) return;
    const timer = setTimeout(() => dismissSweep(texts), AFTER_MOVING_ON);
    return () => clearTimeout(timer);
  }, [hasMovedOn, texts]);

  if (!isShown) return null;
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
        <button type="button" className="button" onClick={() => dismissSweep(texts)}>
          {words.understood}
        </button>
      </span>
    </div>
  );
}
