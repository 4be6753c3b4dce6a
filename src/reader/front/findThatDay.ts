import type { ArticleSummary } from '../../model/Article.ts';
import { formatBeijingDay } from '../../model/beijingTime.ts';
import { type ArticleListInfo, PAGE_SIZE } from '../../model/Catalogue.ts';

/** What was published on this day of earlier years, the latest year first. */
export interface ThatDay {
  articles: ArticleSummary[];
  /** Of this very day; else of the days around it, since this day has none. */
  isExact: boolean;
}

/** So many list pages are read at most, whatever the size of the archive. */
const MOST_PAGES = 6;
/** Of one year, and in all. */
const MOST_OF_YEAR = 3;
const MOST = 6;
/** How far the days around this one reach. */
const AROUND = 3;

/**
 * Finds what was published on a day of earlier years. `today`: `2026-12-01`, in Beijing. The catalogue's months tell
 * the years and about where in the list the day must be; a page or two of each year tell the rest. Rejects where a
 * page can't be had.
 */
export async function findThatDay(
  info: ArticleListInfo,
  today: string,
  readPage: (page: number) => Promise<ArticleSummary[]>,
): Promise<ThatDay> {
  let pagesLeft = MOST_PAGES;
  const read = new Map<number, ArticleSummary[]>();
  async function readRows(page: number): Promise<ArticleSummary[] | undefined> {
    const known = read.get(page);
    if (known) return known;
    if (pagesLeft === 0) return undefined;
    pagesLeft -= 1;
    const rows = await readPage(page);
    read.set(page, rows);
    return rows;
  }

  const exact: ArticleSummary[] = [];
  const around: ArticleSummary[] = [];
  for (const { month, start, end } of listSameMonths(info, today)) {
    const day = Number(today.slice(8));
    let first = findPage(start);
    let last = findPage(end - 1);
    let page = findPage(Math.floor(start + ((day - 0.5) / 31) * (end - start)));
    while (first <= last) {
      const rows = await readRows(page);
      if (!rows) break;
      const days = rows.map((row) => countDays(row, month));
      const ofDay = rows.filter((_, index) => days[index] === day);
      exact.push(...ofDay.reverse().slice(0, MOST_OF_YEAR));
      around.push(
        ...rows
          .filter((_, index) => Math.abs((days[index] ?? Number.NaN) - day) <= AROUND)
          .reverse()
          .slice(0, MOST_OF_YEAR),
      );
      if (ofDay.length > 0) break;
      if ((days.at(-1) ?? 99) < day) first = page + 1;
      else if ((days[0] ?? 0) > day) last = page - 1;
      else break;
      page = Math.floor((first + last) / 2);
    }
    if (exact.length >= MOST) break;
  }
  const articles = exact.length > 0 ? exact : around;
  return { articles: articles.slice(0, MOST), isExact: exact.length > 0 };
}

/** Lists the months of the same name in earlier years, the latest first: stored rows from `start` to before `end`. */
function listSameMonths({ months }: ArticleListInfo, today: string) {
  const found: { month: string; start: number; end: number }[] = [];
  let start = 0;
  for (const [month, count] of months) {
    const end = start + count;
    if (month.slice(5) === today.slice(5, 7) && month < today.slice(0, 7))
      found.unshift({ month, start, end });
    start = end;
  }
  return found;
}

/** Returns the day of a month that a row stands at: below 1 before it, above 31 after it and where it has no date. */
function countDays({ publishedAt }: ArticleSummary, month: string): number {
  const day = formatBeijingDay(publishedAt);
  if (day === undefined) return 99;
  if (day.startsWith(month)) return Number(day.slice(8));
  return day < month ? -99 : 99;
}

function findPage(position: number): number {
  return Math.floor(position / PAGE_SIZE) + 1;
}
