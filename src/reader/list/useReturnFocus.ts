import { type RefObject, useEffect } from 'react';
import { isPinnedPosition } from '../routing/ArticleOrigin.ts';
import { clearArrival, peekArrival } from '../routing/arrival.ts';
import { readListMemory } from './listMemory.ts';
import type { RowScroller } from './RowScroller.ts';

/**
 * When the reader comes Back to a list, gives the focus to the row of the article that was open, and shows it if need
 * be. `opened`: the position of that row.
 */
export function useReturnFocus(
  opened: number | undefined,
  isListPage: boolean,
  scroller: RowScroller,
  box: RefObject<HTMLElement | null>,
): void {
  // Read while rendering, as in useArrivalFocus.
  const arrival = peekArrival();
  // After every render: the row may come with a later one, when its page is here.
  useEffect(() => {
    if (!isListPage || opened === undefined) return;
    if (arrival !== 'history' || peekArrival() !== 'history') return;
    if (!box.current) return;
    if (!isPinnedPosition(opened) && !scroller.isInSight(opened))
      scroller.show({ position: opened, offset: 'middle' });
    const link = box.current.querySelector<HTMLElement>(`[data-position="${opened}"] a`);
    if (!link) return;
    clearArrival();
    link.focus({ preventScroll: true });
  });
}

/** Whether the reader of a list comes back to one of its rows. */
export function hasOpenedRow(listKey: string): boolean {
  return readListMemory(listKey).opened !== undefined;
}
