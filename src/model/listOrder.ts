import type { ArticleSummary } from './Article.ts';
import { type ArticleListInfo, PAGE_SIZE } from './Catalogue.ts';

/** Which end of a list comes first on screen. */
export type ListOrder = 'newest' | 'oldest';

/** A list as it stands on screen; newest first where nothing else is said. */
export interface OrderedList extends ArticleListInfo {
  order?: ListOrder;
}

/** Where a row is stored: page from 1, index in that page from 0. */
export interface RowPlace {
  page: number;
  index: number;
}

/**
 * Gives the place of the row at `position` (from 0, the uppermost) of a list on screen.
 *
 * Lists are stored oldest first, then those without a date, so that full pages stay as they are
 * when newer articles come. Either order is read from the same files; the undated stay last in both.
 */
export function findRow(list: OrderedList, position: number): RowPlace {
  const stored = turn(list, position);
  return { page: Math.floor(stored / PAGE_SIZE) + 1, index: stored % PAGE_SIZE };
}

/** Inverse of findRow. */
export function findPosition(list: OrderedList, place: RowPlace): number {
  return turn(list, (place.page - 1) * PAGE_SIZE + place.index);
}

/** Turns stored order into the order on screen, and back. */
function turn(list: OrderedList, index: number): number {
  const dated = list.count - list.undatedCount;
  return list.order === 'oldest' || index >= dated ? index : dated - 1 - index;
}

/** What the stored order goes by. */
export type OrderKey = Pick<ArticleSummary, 'id' | 'publishedAt'>;

/**
 * Compares two articles by their place in stored lists: by date, then by id; those without a date last. The build sorts
 * by it and the reader bisects by it.
 */
export function compareStored(a: OrderKey, b: OrderKey): number {
  if (a.publishedAt !== b.publishedAt) {
    if (a.publishedAt === undefined) return 1;
    if (b.publishedAt === undefined) return -1;
    return a.publishedAt < b.publishedAt ? -1 : 1;
  }
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}
