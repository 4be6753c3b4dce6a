import type { VisiblePages } from '../list/useVisiblePages.ts';
import { formatShortDay } from '../ui/formatDate.ts';

/**
 * Tells where a row stands among those of its day: `first` of several, a `further` one, or `alone`, which carries its
 * date itself. Undated rows are one day. While the page of the row before is on its way, it counts as `further`: a
 * heading that stands there twice is worse than one that comes late.
 */
export function placeInDay(
  { readRow }: Pick<VisiblePages, 'readRow'>,
  position: number,
): 'first' | 'further' | 'alone' {
  const isOfDay = (other: number) => {
    const [row, beside] = [readRow(position), readRow(other)];
    return beside && formatShortDay(beside.publishedAt) === formatShortDay(row?.publishedAt);
  };
  if (position > 0 && isOfDay(position - 1) !== false) return 'further';
  return isOfDay(position + 1) || !readRow(position)?.publishedAt ? 'first' : 'alone';
}
