import type { ArticleSummary } from '../../model/Article.ts';
import { formatBeijingMonth } from '../../model/beijingTime.ts';
import { PAGE_SIZE } from '../../model/Catalogue.ts';
import {
  compareStored,
  findPosition,
  type OrderedList,
  type OrderKey,
} from '../../model/listOrder.ts';

/**
 * Finds the position on screen (from 0, the uppermost) of an article in a list, or `undefined` when it is not in it.
 * The catalogue's months narrow the search to the rows of the article's month, bisection to one page of them,
 * so even in a month of 1,600 articles no more than five pages are read.
 */
export async function locateArticle(
  info: OrderedList,
  article: OrderKey,
  readPage: (page: number) => Promise<ArticleSummary[]>,
): Promise<number | undefined> {
  const [start, end] = findStoredRange(info, article.publishedAt);
  let first = Math.floor(start / PAGE_SIZE) + 1;
  let last = Math.floor((end - 1) / PAGE_SIZE) + 1;
  while (start < end && first <= last) {
    const page = Math.floor((first + last) / 2);
    const rows = await readPage(page);
    const index = rows.findIndex((row) => row.id === article.id);
    if (index >= 0) return findPosition(info, { page, index });
    const [top, bottom] = [rows[0], rows.at(-1)];
    if (!top || !bottom) return undefined;
    if (compareStored(article, top) < 0) last = page - 1;
    else if (compareStored(article, bottom) > 0) first = page + 1;
    else return undefined;
  }
  return undefined;
}

/** Gives the stored rows, from `start` to before `end`, among which an article of that date must be. */
export function findStoredRange(
  info: OrderedList,
  publishedAt: string | undefined,
): [start: number, end: number] {
  const dated = info.count - info.undatedCount;
  if (publishedAt === undefined) return [dated, info.count];
  const month = formatBeijingMonth(publishedAt);
  let start = 0;
  for (const [name, count] of info.months) {
    if (name === month) return [start, start + count];
    start += count;
  }
  return [0, dated];
}
