import { type RefObject, useEffect } from 'react';

/** So far one reads on, in pixels, until the bars leave; so far one turns, until they are back. */
const AWAY = 32;
const BACK = 6;
/** Near the beginning and the end of an article they stay. */
const MARGIN = 160;

/**
 * Sets `data-bars="away"` on the root element while one reads on in the pane of an article, for `immersion.css`. They
 * are back as soon as one turns. `isOn`: the window has room for one pane only.
 */
export function useHidingBars(scroller: RefObject<HTMLElement | null>, isOn: boolean): void {
  useEffect(() => {
    const pane = scroller.current;
    if (!pane || !isOn) return;
    const { dataset } = document.documentElement;
    let last = pane.scrollTop;
    /** Where the direction changed. */
    let turn = last;

    function show() {
      delete dataset.bars;
    }
    function follow() {
      if (!pane) return;
      const top = pane.scrollTop;
      // A jump, to a heading or back to where one was, is no reading on.
      const isJump = Math.abs(top - last) > pane.clientHeight;
      if (isJump || top > last !== last > turn) turn = isJump ? top : last;
      last = top;
      // What is offered for selected words stands on the lower bar; its buttons must not move under a finger.
      if (pane.querySelector('[role="toolbar"]')) return;
      const rest = pane.scrollHeight - pane.clientHeight - top;
      if (top < MARGIN || rest < MARGIN || turn - top > BACK) show();
      else if (top - turn > AWAY) dataset.bars = 'away';
    }

    pane.addEventListener('scroll', follow, { passive: true });
    return () => {
      pane.removeEventListener('scroll', follow);
      show();
    };
  }, [scroller, isOn]);
}
