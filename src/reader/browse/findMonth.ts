import type { OrderedList } from '../../model/listOrder.ts';

/**
 * Gives the index in `list.months` of the month that the row at `position` (from 0, the uppermost) is in; -1 for the
 * undated.
 */
export function findMonth(list: OrderedList, position: number): number {
  let end = 0;
  for (const index of listMonths(list)) {
    end += list.months[index]?.[1] ?? 0;
    if (position < end) return index;
  }
  return -1;
}

/** Gives the position of a month's uppermost row. */
export function findMonthStart(list: OrderedList, month: number): number {
  let start = 0;
  for (const index of listMonths(list)) {
    if (index === month) return start;
    start += list.months[index]?.[1] ?? 0;
  }
  return start;
}

/** Gives the months' indices in their order on screen. */
function listMonths(list: OrderedList): number[] {
  const indices = list.months.map((_, index) => index);
  return list.order === 'oldest' ? indices : indices.reverse();
}
