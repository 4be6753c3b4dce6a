import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useMarks, useReadMarks } from '../read-state/useMarks.ts';
import { partQuery } from '../ui/partQuery.ts';

/** Kept so long after the reader has gone on to another list, and at most so long in all; in milliseconds. */
const AFTER_MOVING_ON = 10_000;
const IN_ALL = 30 * 60_000;

/** The query of the notice's script, which few visits need. */
const sweepWordsQuery = partQuery('sweep words', () => import('./SweepWords.tsx'));

/**
 * Says what 全部标为已读 did and lets it be taken back: while its articles are opened, in the other order, after a reload.
 * `category`: that of the list on screen.
 */
export function SweepNotice({ category }: { category: string | undefined }) {
  const { read } = useMarks();
  const sweep = useReadMarks().lastSweep;
  const [openedAt] = useState(Date.now);
  const isShown = sweep !== undefined && !sweep.isSeen && openedAt - sweep.at < IN_ALL;
  const hasMovedOn = isShown && category !== undefined && category !== sweep.category;

  useEffect(() => {
    if (!hasMovedOn) return;
    const timer = setTimeout(() => read.dismissSweep(), AFTER_MOVING_ON);
    return () => clearTimeout(timer);
  }, [hasMovedOn, read]);

  const { SweepWords } = useQuery({ ...sweepWordsQuery, enabled: isShown }).data ?? {};
  return (
    // The live region stands there before its words come; the status in it is what it is called.
    <div aria-live="polite">{isShown && SweepWords && <SweepWords sweep={sweep} />}</div>
  );
}
