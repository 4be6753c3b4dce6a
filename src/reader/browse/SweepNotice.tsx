import { useQuery } from '@tanstack/react-query';
import { useReadMarks } from '../read-state/useMarks.ts';
import { partQuery } from '../ui/partQuery.ts';

/** The query of the notice's script, which few visits need. */
const sweepWordsQuery = partQuery('sweep words', () => import('./SweepWords.tsx'));

/** The place of what says what 全部标为已读 did. `category`: that of the list on screen. */
export function SweepNotice({ category }: { category: string | undefined }) {
  const sweep = useReadMarks().lastSweep;
  const isUnseen = sweep !== undefined && !sweep.isSeen;
  const { SweepWords } = useQuery({ ...sweepWordsQuery, enabled: isUnseen }).data ?? {};
  return (
    // The live region stands there before its words come; the status in it is what it is called.
    <div aria-live="polite">
      {isUnseen && SweepWords && <SweepWords sweep={sweep} category={category} />}
    </div>
  );
}
