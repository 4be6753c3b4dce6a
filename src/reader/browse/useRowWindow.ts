import { type ReactVirtualizer, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { clearArrival, peekArrival } from '../routing/arrival.ts';
import { readListMemory, writeListMemory } from './listMemory.ts';

/** The rows of a list that are in sight or near it. */
export interface RowWindow {
  scroller: RefObject<HTMLDivElement | null>;
  virtualizer: ReactVirtualizer<HTMLDivElement, HTMLLIElement>;
  /** Position of the uppermost row in sight. */
  top: number;
}

/** Height of a row before it is measured, in pixels: two lines of title, one of excerpt, the facts. */
export const ROW_HEIGHT = 124;

/**
 * Windows the rows of a list: begins where the reader left it, remembers where the reader is,
 * brings the open article's row into sight, and gives the focus back to the row that Back returns to.
 */
export function useRowWindow(
  listKey: string,
  count: number,
  openPosition: number | undefined,
): RowWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const [firstOffset] = useState(() => computeFirstOffset(listKey, openPosition));
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    initialOffset: firstOffset,
    overscan: 8,
  });
  const top = virtualizer.range?.startIndex ?? 0;

  useEffect(() => rememberTop(listKey, virtualizer, scroller.current), [listKey, virtualizer]);

  useEffect(() => {
    if (openPosition === undefined) return;
    const { range } = virtualizer;
    const isInSight = range && openPosition > range.startIndex && openPosition < range.endIndex;
    if (!isInSight) virtualizer.scrollToIndex(openPosition, { align: 'auto' });
  }, [openPosition, virtualizer]);

  useReturnFocus(listKey, openPosition === undefined, virtualizer, scroller);

  return { scroller, virtualizer, top };
}

/** Whether Back to this list can return to a row. */
export function hasOpenedRow(listKey: string): boolean {
  return readListMemory(listKey).opened !== undefined;
}

/** Rows above are not measured yet, so each counts with the height it is estimated at. */
function computeFirstOffset(listKey: string, openPosition: number | undefined): number {
  const { top, opened } = readListMemory(listKey);
  if (top) return top.position * ROW_HEIGHT + top.offset;
  return Math.max(0, (openPosition ?? opened ?? 0) - 2) * ROW_HEIGHT;
}

function rememberTop(
  listKey: string,
  virtualizer: RowWindow['virtualizer'],
  scroller: HTMLDivElement | null,
): () => void {
  function remember() {
    const offset = scroller?.scrollTop ?? 0;
    const item = virtualizer.getVirtualItemForOffset(offset);
    if (item)
      writeListMemory(listKey, { top: { position: item.index, offset: offset - item.start } });
  }
  scroller?.addEventListener('scroll', remember, { passive: true });
  return () => scroller?.removeEventListener('scroll', remember);
}

function useReturnFocus(
  listKey: string,
  isListPage: boolean,
  virtualizer: RowWindow['virtualizer'],
  scroller: RowWindow['scroller'],
): void {
  /** The row was out of sight and has been asked for. */
  const isComing = useRef(false);
  // After every render: the row may come with a later one, when its page is here.
  useEffect(() => {
    const { opened } = readListMemory(listKey);
    if (!isListPage || opened === undefined || peekArrival() !== 'history') return;
    const link = scroller.current?.querySelector<HTMLElement>(`[data-index="${opened}"] a`);
    const range = virtualizer.range;
    const isInSight = range && opened >= range.startIndex && opened <= range.endIndex;
    if (link && isInSight) {
      clearArrival();
      isComing.current = false;
      link.focus({ preventScroll: true });
    } else if (!isInSight && !isComing.current) {
      isComing.current = true;
      virtualizer.scrollToIndex(opened, { align: 'center' });
    }
  });
}
