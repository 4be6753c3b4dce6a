import type { ArticleSummary } from '../../model/Article.ts';
import { PAGE_SIZE } from '../../model/Catalogue.ts';
import { findPosition, type OrderedList } from '../../model/listOrder.ts';

/** What the stored order goes by. */
export type OrderKey = Pick<ArticleSummary, 'id' | 'publishedAt'>;

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

/** The stored order: by date, then by id; those without a date last. */
export function compareStored(a: OrderKey, b: OrderKey): number {
  if (a.publishedAt !== b.publishedAt) {
    if (a.publishedAt === undefined) return 1;
    if (b.publishedAt === undefined) return -1;
    return a.publishedAt < b.publishedAt ? -1 : 1;
  }
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}

/** Gives the stored rows, from `start` to before `end`, among which an article of that date must be. */
export function findStoredRange(
  info: OrderedList,
  publishedAt: string | undefined,
): [start: number, end: number] {
  const dated = info.count - info.undatedCount;
  if (publishedAt === undefined) return [dated, info.count];
  const month = buildBeijingMonth(publishedAt);
  let start = 0;
  for (const [name, count] of info.months) {
    if (name === month) return [start, start + count];
    start += count;
  }
  return [0, dated];
}

function buildBeijingMonth(utc: string): string {
  const time = Date.parse(utc) + 8 * 60 * 60 * 1000;
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 7);
}
