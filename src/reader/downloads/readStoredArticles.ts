import type { QueryClient } from '@tanstack/react-query';
import type { ArticleSummary } from '../../model/Article.ts';
import { type ArticleListInfo, PAGE_SIZE } from '../../model/Catalogue.ts';
import type { OrderedList } from '../../model/listOrder.ts';
import { listPageQuery } from '../data/fetchListPage.ts';

/** Reads the rows of a stored list, of one month or of all, in the order on screen. Throws ArchiveError. */
export async function readStoredArticles(
  client: QueryClient,
  list: string,
  info: OrderedList,
  month?: string,
): Promise<ArticleSummary[]> {
  const [start, end] = findRange(info, month);
  const rows: ArticleSummary[] = [];
  for (let page = Math.floor(start / PAGE_SIZE); page * PAGE_SIZE < end; page += 1) {
    const found = await client.fetchQuery({
      ...listPageQuery(list, info, page + 1),
      staleTime: Number.POSITIVE_INFINITY,
    });
    const first = page * PAGE_SIZE;
    rows.push(...found.filter((_, index) => first + index >= start && first + index < end));
  }
  if (info.order === 'oldest') return rows;
  // The undated stand last in both orders.
  const dated = rows.filter(({ publishedAt }) => publishedAt !== undefined);
  return [...dated.reverse(), ...rows.slice(dated.length)];
}

/** The undated stand behind all months. */
function findRange(info: ArticleListInfo, month: string | undefined): [start: number, end: number] {
  let start = 0;
  for (const [name, count] of info.months) {
    if (name === month) return [start, start + count];
    start += count;
  }
  return [0, month === undefined ? info.count : 0];
}
