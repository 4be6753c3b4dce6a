import { type RefObject, useEffect, useRef } from 'react';
import { clearArrival, peekArrival } from './arrival.ts';

/**
 * Gives a ref for a page's heading (with tabindex -1), which takes the focus after a navigation,
 * so that the keyboard and the screen reader start at the new page.
 * With `isYielding` it leaves an arrival by Back to the row that the reader came from.
 */
export function useArrivalFocus(isYielding = false): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  // After every render, on purpose: the heading may be here before its words, and the same page can be arrived at again.
  useEffect(() => {
    const arrival = peekArrival();
    if (!heading.current || !arrival || (isYielding && arrival === 'history')) return;
    clearArrival();
    heading.current.focus({ preventScroll: true });
  });
  return heading;
}
