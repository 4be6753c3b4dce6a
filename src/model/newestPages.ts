import { buildListPagePath } from './archivePaths.ts';
import { type ArticleListInfo, type Catalogue, PAGE_SIZE } from './Catalogue.ts';

/** A first screen shows about ten rows; a newest page with fewer than this brings the one before it along. */
const MIN_ROWS = 30;

/** Gives the paths of the list pages that hold the newest rows of a list; none where it is empty or unknown. */
export function listNewestPages({ lists }: Catalogue, list: string): string[] {
  const info = lists[list];
  return info ? findNewestPages(info).map((page) => buildListPagePath(list, page)) : [];
}

/** Gives the numbers of the pages that hold the newest rows of a list, the newest first; none where it is empty. */
export function findNewestPages({ count, undatedCount }: ArticleListInfo): number[] {
  if (count === 0) return [];
  // Without any date, the first of the undated is the uppermost.
  const newest = Math.max(0, count - undatedCount - 1);
  const page = Math.floor(newest / PAGE_SIZE) + 1;
  return page > 1 && (newest % PAGE_SIZE) + 1 < MIN_ROWS ? [page, page - 1] : [page];
}
