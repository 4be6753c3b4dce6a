import type { ReactVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef } from 'react';

/** The windowing of a list's rows. */
export type RowVirtualizer = ReactVirtualizer<HTMLDivElement, HTMLLIElement>;

/** A row to be kept at its place in sight: so many pixels of it above the edge, or in the middle. */
export interface HeldRow {
  position: number;
  offset: number | 'middle';
}

/**
 * Keeps one row where it is shown while heights become known and pages come in, until the reader scrolls.
 * The virtualizer alone loses the place: it corrects no height that it learns before its first scroll is reported.
 * Gives the function that shows a row.
 */
export function useHeldRow(
  virtualizer: RowVirtualizer,
  first: HeldRow | undefined,
): (row: HeldRow) => void {
  const held = useRef(first);
  /** Where the held row was last scrolled to. */
  const target = useRef<number>(undefined);

  function keepPlace() {
    const { current } = held;
    const item = current && virtualizer.measurementsCache[current.position];
    if (!item) return;
    const room = virtualizer.scrollElement?.clientHeight ?? 0;
    const offset = current.offset === 'middle' ? (item.size - room) / 2 : current.offset;
    if (item.start + offset === target.current) return;
    target.current = item.start + offset;
    virtualizer.scrollToOffset(target.current);
  }

  // After every render: each measured height is one.
  useLayoutEffect(keepPlace);

  useEffect(() => {
    const { scrollElement } = virtualizer;
    function release() {
      if (!scrollElement || !held.current || target.current === undefined) return;
      const most = scrollElement.scrollHeight - scrollElement.clientHeight;
      const expected = Math.min(Math.max(0, target.current), Math.max(0, most));
      if (Math.abs(scrollElement.scrollTop - expected) > 2) held.current = undefined;
    }
    // In the capture phase, so before the virtualizer's own listener, whose rendering would pull the reader back.
    const options = { passive: true, capture: true };
    scrollElement?.addEventListener('scroll', release, options);
    return () => scrollElement?.removeEventListener('scroll', release, options);
  }, [virtualizer]);

  return (row) => {
    held.current = row;
    target.current = undefined;
    keepPlace();
  };
}
