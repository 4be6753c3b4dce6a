import type { ListOrder } from '../../model/listOrder.ts';
import { words } from '../words/words.ts';

/** The line between what has come since the reader was here and what was there. */
export function VisitLine() {
  return <p className="visit-line">{words.visitEnded}</p>;
}

/**
 * Whether that line stands above a row. `end`: the date of the newest article at the last visit; `before`: the row
 * above.
 */
export function isVisitEnd(
  end: string | undefined,
  order: ListOrder | undefined,
  row: { publishedAt?: string },
  before: { publishedAt?: string } | undefined,
): boolean {
  if (end === undefined || !row.publishedAt || !before?.publishedAt) return false;
  const [newer, older] = order === 'oldest' ? [row, before] : [before, row];
  return (newer.publishedAt ?? '') > end && (older.publishedAt ?? '') <= end;
}
