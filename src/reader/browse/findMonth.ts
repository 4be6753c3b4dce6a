import type { ArticleListInfo } from '../../model/Catalogue.ts';

/** Gives the index in `info.months` of the month that the row at `position` (from 0, the newest) is in; -1 for the undated. */
export function findMonth(info: ArticleListInfo, position: number): number {
  let end = 0;
  for (let index = info.months.length - 1; index >= 0; index -= 1) {
    end += info.months[index]?.[1] ?? 0;
    if (position < end) return index;
  }
  return -1;
}

/** Gives the position of the newest row of a month. */
export function findMonthStart(info: ArticleListInfo, month: number): number {
  return info.months.slice(month + 1).reduce((sum, [, count]) => sum + count, 0);
}
