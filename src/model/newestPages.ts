import { buildListPagePath } from './archivePaths.ts';
import { type Catalogue, PAGE_SIZE } from './Catalogue.ts';

/** A first screen shows about ten rows; a newest page with fewer than this brings the one before it along. */
const MIN_ROWS = 30;

/** Gives the paths of the list pages that hold the newest rows of a list; none where it is empty or unknown. */
export function listNewestPages({ lists }: Catalogue, list: string): string[] {
  const info = lists[list];
  const dated = info ? info.count - info.undatedCount : 0;
  if (!info || info.count === 0) return [];
  // Without any date, the first of the undated is the uppermost.
  const newest = Math.max(0, dated - 1);
  const page = Math.floor(newest / PAGE_SIZE) + 1;
  const paths = [buildListPagePath(list, page)];
  if (page > 1 && (newest % PAGE_SIZE) + 1 < MIN_ROWS)
    paths.push(buildListPagePath(list, page - 1));
  return paths;
}
