import type { QueryClient } from '@tanstack/react-query';
import type { ArticleSummary } from '../../model/Article.ts';
import { PAGE_SIZE } from '../../model/Catalogue.ts';
import type { SavedSummary } from '../copies/SavedRecord.ts';
import { articleQuery } from '../data/fetchArticle.ts';
import { catalogueQuery, fetchCatalogue } from '../data/fetchCatalogue.ts';
import { listPageQuery } from '../data/fetchListPage.ts';
import { findStoredRange } from '../data/locateArticle.ts';
import { compareTitles } from './compareTitles.ts';

/** What became of an article that is not at its address. */
export type Whereabouts =
  /** It has another id. */
  | { kind: 'moved'; article: SavedSummary }
  /** One of these may be it, the likeliest first. */
  | { kind: 'likely'; articles: SavedSummary[] }
  /** The archive lists it under this id: its file is on its way to the host. */
  | { kind: 'awaited' }
  | { kind: 'gone' };

/** Titles at least so much alike, of the same date, may be the same article's. */
const ALIKE = 0.4;
/** So many are offered. */
const MOST = 3;
/** An excerpt that is shorter says too little to tell two articles apart. */
const OWN_WORDS = 20;

/**
 * Finds an article that is not at its address. `movedTo`: what the host says; `known`: what a bookmark, a visit or a
 * saved copy remembers. The rows of its date are found by bisection; title and date, or the beginning of the text,
 * decide. Throws ArchiveError.
 */
export async function findArticle(
  client: QueryClient,
  id: string,
  movedTo: string | undefined,
  known: SavedSummary | undefined,
): Promise<Whereabouts> {
  if (movedTo !== undefined)
    return { kind: 'moved', article: await client.fetchQuery(articleQuery(movedTo)) };
  if (!known) return { kind: 'gone' };
  const rows = await readRowsOfDate(client, known.publishedAt);
  if (rows.some((row) => row.id === id)) return { kind: 'awaited' };
  const marked = rows.map((row) => ({ row, likeness: compareTitles(row.title, known.title) }));
  const isCertain = ({ row, likeness }: { row: ArticleSummary; likeness: number }) =>
    hasSameWords(row, known) || (likeness === 1 && known.publishedAt !== undefined);
  const certain = marked.filter(isCertain);
  // Of several with one title at one time, the text tells; exact twins are all the same.
  const own = certain.filter(({ row }) => hasSameWords(row, known));
  const [found] = own.length > 0 ? own : certain;
  if (found && (certain.length === 1 || own.length > 0))
    return { kind: 'moved', article: found.row };
  const likely = marked
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST);
  if (likely.length === 0) return { kind: 'gone' };
  return { kind: 'likely', articles: likely.map(({ row }) => row) };
}

function hasSameWords(row: ArticleSummary, { excerpt }: SavedSummary): boolean {
  return excerpt.length >= OWN_WORDS && row.excerpt === excerpt;
}

/** Reads the rows of exactly that date, or those without one. */
async function readRowsOfDate(
  client: QueryClient,
  date: string | undefined,
): Promise<ArticleSummary[]> {
  // The host's: an article that is not there says that the build on screen may be an old one.
  const { root, lists } = await fetchCatalogue().catch(() =>
    client.ensureQueryData(catalogueQuery),
  );
  const info = lists[root.list];
  if (!info) return [];
  const readPage = (page: number) => client.ensureQueryData(listPageQuery(root.list, info, page));
  const [start, end] = findStoredRange(info, date);
  let first = Math.floor(start / PAGE_SIZE) + 1;
  const last = Math.floor((end - 1) / PAGE_SIZE) + 1;
  // The first page whose last row is not before the date.
  for (let below = last; first < below; ) {
    const middle = Math.floor((first + below) / 2);
    if (isBefore((await readPage(middle)).at(-1), date)) first = middle + 1;
    else below = middle;
  }
  const rows: ArticleSummary[] = [];
  for (let page = first; page <= last; page += 1) {
    const all = await readPage(page);
    rows.push(...all.filter(({ publishedAt }) => publishedAt === date));
    if (!isBefore(all.at(-1), date) && all.at(-1)?.publishedAt !== date) break;
  }
  return rows;
}

/** Whether a row stands before the rows of a date; those without one stand last. */
function isBefore(row: ArticleSummary | undefined, date: string | undefined): boolean {
  if (row?.publishedAt === undefined) return false;
  return date === undefined || row.publishedAt < date;
}
