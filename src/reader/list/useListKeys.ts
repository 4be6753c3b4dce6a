import { type RefObject, useEffect } from 'react';
import type { RowScroller } from './RowScroller.ts';

/** PageUp, PageDown, Space, Home and End. */
const KEYS = /^(?:Page.+|Home|End| )$/;

/** Lets the keys that scroll reach the list wherever the focus is. What they do comes with the first of them. */
export function useListKeys(scroller: RowScroller, box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    function follow(event: KeyboardEvent) {
      if (event.defaultPrevented || !KEYS.test(event.key)) return;
      // The browser's own way to an end would go on while the list learns its heights.
      if (/^(?:Home|End)$/.test(event.key) && box.current?.contains(event.target as Node))
        event.preventDefault();
      import('./scrollByKey.ts')
        .then(({ scrollByKey }) => box.current && scrollByKey(event, scroller, box.current))
        .catch(() => {}); // without its script, keys scroll what has the focus
    }
    // On the window, so after everything on the page that knows the key better.
    window.addEventListener('keydown', follow);
    return () => window.removeEventListener('keydown', follow);
  }, [scroller, box]);
}
