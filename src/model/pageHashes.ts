import { type ArticleListInfo, PAGE_SIZE, type PageHashes } from './Catalogue.ts';
import { hashText } from './hashText.ts';
import { findNewestPages } from './newestPages.ts';

/*
 * What ties a list's pages to a build. The catalogue holds a hash of each of the newest pages, and one for every
 * hundred pages; a list of more pages has their hashes in files of its own. So the catalogue doesn't grow with the
 * pages, a full page stays as it is when articles are added, and a page of another build is known wherever it comes
 * from.
 */

/** Pages whose hashes one file holds. */
const GROUP = 100;

/**
 * Gives what the catalogue holds of a list's pages (`texts`: their JSON, page 1 first), and its files of hashes, if
 * it needs any.
 */
export function buildPageHashes(
  info: ArticleListInfo,
  texts: readonly string[],
): { hashes: PageHashes; files: string[][] } {
  const pages = texts.map(hashText);
  const files: string[][] = [];
  for (let start = 0; start < pages.length; start += GROUP) {
    files.push(pages.slice(start, start + GROUP));
  }
  const newest = findNewestPages(info);
  const hashes: PageHashes = { groups: files.map(hashGroup) };
  if (pages.length > 1) hashes.newest = newest.map((page) => pages[page - 1] as string);
  return { hashes, files: pages.length > newest.length ? files : [] };
}

/** Gives the hash of a page, where the catalogue holds it. */
export function findPageHash(info: ArticleListInfo, page: number): string | undefined {
  const { groups, newest = [] } = info.hashes ?? { groups: [] };
  const isAlone = page % GROUP === 1 && page === Math.ceil(info.count / PAGE_SIZE);
  return isAlone ? groups[findGroup(page) - 1] : newest[findNewestPages(info).indexOf(page)];
}

/** Gives the number, from 1, of the file that holds a page's hash. */
export function findGroup(page: number): number {
  return Math.ceil(page / GROUP);
}

/** Gives the hash of a page out of the file with its hash. */
export function takePageHash(group: readonly string[], page: number): string | undefined {
  return group[(page - 1) % GROUP];
}

/** Gives the hash of a file of hashes; of a single one that itself. */
export function hashGroup(group: readonly string[]): string {
  return group.length === 1 ? (group[0] as string) : hashText(JSON.stringify(group));
}

/** Names the state of a list: another one where any of its pages is another. Empty where no hashes are known. */
export function nameListState({ hashes }: ArticleListInfo): string {
  return hashes?.groups.join() ?? '';
}
