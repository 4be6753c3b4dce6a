import { useEffect } from 'react';
import { clearArrival, peekArrival } from '../routing/arrival.ts';
import { readListMemory } from './listMemory.ts';
import type { HeldRow, RowVirtualizer } from './useHeldRow.ts';

/** When the reader comes Back to a list, gives the focus to the row of the article that was open, and shows it if need be. */
export function useReturnFocus(
  listKey: string,
  isListPage: boolean,
  virtualizer: RowVirtualizer,
  showRow: (row: HeldRow) => void,
): void {
  // Read while rendering, as in useArrivalFocus.
  const arrival = peekArrival();
  // After every render: the row may come with a later one, when its page is here.
  useEffect(() => {
    const { opened } = readListMemory(listKey);
    if (!isListPage || opened === undefined) return;
    if (arrival !== 'history' || peekArrival() !== 'history') return;
    const list = virtualizer.scrollElement;
    if (!list || virtualizer.range === null) return;
    if (!isRowInSight(virtualizer, opened)) showRow({ position: opened, offset: 'middle' });
    const link = list.querySelector<HTMLElement>(`[data-index="${opened}"] a`);
    if (!link) return;
    clearArrival();
    link.focus({ preventScroll: true });
  });
}

/** Whether the reader of a list comes back to one of its rows. */
export function hasOpenedRow(listKey: string): boolean {
  return readListMemory(listKey).opened !== undefined;
}

/** Whether the whole row is in sight. */
export function isRowInSight(virtualizer: RowVirtualizer, position: number): boolean {
  const item = virtualizer.measurementsCache[position];
  const list = virtualizer.scrollElement;
  if (!item || !list) return false;
  return item.start >= list.scrollTop && item.end <= list.scrollTop + list.clientHeight;
}
