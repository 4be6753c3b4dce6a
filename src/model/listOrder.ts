import { type ArticleListInfo, PAGE_SIZE } from './Catalogue.ts';

/** Where a row is stored: page from 1, index in that page from 0. */
export interface RowPlace {
  page: number;
  index: number;
}

/**
 * Gives the place of the row at `position` (from 0, the newest) of a list.
 *
 * Lists are stored oldest first, then those without a date, so that full pages stay as they are
 * when newer articles come. On screen the newest come first; the undated stay last.
 */
export function findNewestFirst(info: ArticleListInfo, position: number): RowPlace {
  const dated = info.count - info.undatedCount;
  const stored = position < dated ? dated - 1 - position : position;
  return { page: Math.floor(stored / PAGE_SIZE) + 1, index: stored % PAGE_SIZE };
}

/** Inverse of findNewestFirst. */
export function findPosition(info: ArticleListInfo, place: RowPlace): number {
  const stored = (place.page - 1) * PAGE_SIZE + place.index;
  const dated = info.count - info.undatedCount;
  return stored < dated ? dated - 1 - stored : stored;
}
