import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isPinnedPosition } from '../routing/ArticleOrigin.ts';
import { readListMemory, writeListMemory } from './listMemory.ts';
import { type HeldRow, type RowRange, RowScroller } from './RowScroller.ts';
import { useListKeys } from './useListKeys.ts';
import { useReturnFocus } from './useReturnFocus.ts';

/** The rows of a list that are in sight or near it. */
export interface RowWindow extends RowRange {
  /** The scrolling box and the list in it. */
  box: RefObject<HTMLDivElement | null>;
  list: RefObject<HTMLOListElement | null>;
  scroller: RowScroller;
}

/**
 * Windows the rows of a list: begins where the reader left it, remembers where the reader is,
 * brings the open article's row into sight, and gives the focus back to the row that Back returns to: that of the
 * article `opened` last, which is remembered with the list where the list doesn't say otherwise.
 */
export function useRowWindow(
  listKey: string,
  count: number,
  openPosition: number | undefined,
  opened = readListMemory(listKey).opened,
): RowWindow {
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const [scroller] = useState(
    () => new RowScroller(count, findFirstRow(listKey, openPosition ?? opened), findRoom()),
  );
  const [, setRange] = useState(scroller.range);
  scroller.setCount(count);
  const { range } = scroller;

  // An empty list has no box; it gets one when its first row comes.
  const isEmpty = count === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useLayoutEffect(() => {
    scroller.onRange = setRange;
    scroller.onTop = (top) => writeListMemory(listKey, { top });
    return box.current && list.current ? scroller.attach(box.current, list.current) : undefined;
  }, [scroller, listKey, isEmpty]);

  useLayoutEffect(() => scroller.settle(range.first));

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another article moves the list, not another render
  useEffect(() => {
    if (openPosition === undefined || scroller.isInSight(openPosition)) return;
    scroller.show({ position: openPosition, offset: 'middle' });
  }, [openPosition]);

  useReturnFocus(opened, openPosition === undefined, scroller, box);
  useListKeys(scroller, box);

  return { box, list, scroller, ...range };
}

/** The build has no window: it draws as many rows as a tall phone shows. */
const TALL_PHONE = 1000;

function findRoom(): number {
  return globalThis.window?.innerHeight ?? TALL_PHONE;
}

function findFirstRow(listKey: string, position: number | undefined): HeldRow | undefined {
  const { top } = readListMemory(listKey);
  if (top) return top;
  if (position === undefined || isPinnedPosition(position)) return undefined;
  return { position, offset: 'middle' };
}
