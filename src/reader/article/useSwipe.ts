import { type RefObject, useEffect } from 'react';

/** A swipe goes so far across, in pixels, and at most half as far up or down. */
const DISTANCE = 70;
/** The system's own gestures begin at the edges. */
const EDGE = 28;
/** What a finger moves sideways by itself, or is pressed for a long time. */
const OWN = '.table-box, pre, [data-writing="vertical"] .reading-pane > .article, input, dialog';

/** Calls `onSwipe` after a finger went across: 1 to the left (on), -1 to the right (back). */
export function useSwipe(
  pane: RefObject<HTMLElement | null>,
  onSwipe: (step: 1 | -1) => void,
): void {
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    let start: { x: number; y: number } | undefined;

    function begin({ touches, target }: TouchEvent) {
      const [touch] = touches;
      const isOwn = target instanceof Element && target.closest(OWN);
      const isSingle = touches.length === 1 && (window.visualViewport?.scale ?? 1) === 1;
      start = undefined;
      if (!touch || isOwn || !isSingle) return;
      const isInside = touch.clientX > EDGE && touch.clientX < window.innerWidth - EDGE;
      if (isInside) start = { x: touch.clientX, y: touch.clientY };
    }
    function end({ changedTouches }: TouchEvent) {
      const [touch] = changedTouches;
      if (!start || !touch || window.getSelection()?.isCollapsed === false) return;
      const [across, along] = [touch.clientX - start.x, touch.clientY - start.y];
      start = undefined;
      if (Math.abs(across) < DISTANCE || Math.abs(along) > Math.abs(across) / 2) return;
      onSwipe(across < 0 ? 1 : -1);
    }

    element.addEventListener('touchstart', begin, { passive: true });
    element.addEventListener('touchend', end, { passive: true });
    return () => {
      element.removeEventListener('touchstart', begin);
      element.removeEventListener('touchend', end);
    };
  }, [pane, onSwipe]);
}
