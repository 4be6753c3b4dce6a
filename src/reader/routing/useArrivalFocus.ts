import { type RefObject, useEffect, useRef } from 'react';
import { clearArrival, peekArrival } from './arrival.ts';

/**
 * Gives a ref for a page's heading (with tabindex -1), which takes the focus after a navigation,
 * so that the keyboard and the screen reader start at the new page.
 * With `isYielding` it leaves an arrival by Back to the row that the reader came from.
 */
export function useArrivalFocus(isYielding = false): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  // Read while rendering: the effects of an older render may run after a navigation, whose focus is not theirs to take.
  const arrival = peekArrival();
  // After every render, on purpose: the heading may be here before its words, and the same page can be arrived at
  // again.
  useEffect(() => {
    if (!heading.current || !arrival || arrival !== peekArrival()) return;
    if (isYielding && arrival === 'history') return;
    clearArrival();
    heading.current.focus({ preventScroll: true });
  });
  return heading;
}
