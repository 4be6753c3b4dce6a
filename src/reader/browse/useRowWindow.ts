import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { readListMemory, writeListMemory } from './listMemory.ts';
import { type HeldRow, type RowVirtualizer, useHeldRow } from './useHeldRow.ts';
import { isRowInSight, useReturnFocus } from './useReturnFocus.ts';

/** The rows of a list that are in sight or near it. */
export interface RowWindow {
  scroller: RefObject<HTMLDivElement | null>;
  virtualizer: RowVirtualizer;
  /** Position of the uppermost row in sight, from 0. */
  top: number;
  showRow: (row: HeldRow) => void;
}

/** Height of a row before it is measured, in pixels: two lines of title, one of excerpt, the facts. */
const ROW_HEIGHT = 124;

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
  const [first] = useState(() => findFirstRow(listKey, openPosition));
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    initialOffset: (first?.position ?? 0) * ROW_HEIGHT,
    overscan: 5,
    // One rendering for a scroll and the heights that it brings, not one for each.
    useFlushSync: false,
  });
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = isAboveEdge;
  const showRow = useHeldRow(virtualizer, first);

  useEffect(() => rememberTop(listKey, virtualizer), [listKey, virtualizer]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another article moves the list, not another render
  useEffect(() => {
    if (openPosition === undefined || isRowInSight(virtualizer, openPosition)) return;
    showRow({ position: openPosition, offset: 'middle' });
  }, [openPosition]);

  useReturnFocus(listKey, openPosition === undefined, virtualizer, showRow);

  return { scroller, virtualizer, top: virtualizer.range?.startIndex ?? 0, showRow };
}

function findFirstRow(listKey: string, openPosition: number | undefined): HeldRow | undefined {
  const { top, opened } = readListMemory(listKey);
  if (top) return top;
  const position = openPosition ?? opened;
  return position === undefined ? undefined : { position, offset: 'middle' };
}

/** What is above the edge may change its height without moving what is in sight, whichever way the reader scrolls. */
function isAboveEdge(
  item: { end: number },
  _: number,
  virtualizer: { scrollOffset: number | null },
): boolean {
  return item.end <= (virtualizer.scrollOffset ?? 0);
}

function rememberTop(listKey: string, virtualizer: RowVirtualizer): () => void {
  const { scrollElement } = virtualizer;
  function remember() {
    // Not the element's own scrollTop: the rows have just been changed, and reading it would lay them out at once.
    const offset = virtualizer.scrollOffset ?? 0;
    const item = virtualizer.getVirtualItemForOffset(offset);
    if (item) {
      writeListMemory(listKey, { top: { position: item.index, offset: offset - item.start } });
    }
  }
  scrollElement?.addEventListener('scroll', remember, { passive: true });
  return () => scrollElement?.removeEventListener('scroll', remember);
}
