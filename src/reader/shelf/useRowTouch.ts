import { type RefObject, useEffect, useRef } from 'react';

/** What a finger on a row does. */
interface RowTouch {
  /** The rows are being chosen: a finger only chooses. */
  isOff: boolean;
  onLeft: () => void;
  onRight: () => void;
  onLongPress: () => void;
}

/** A swipe counts from so many pixels on. */
const DISTANCE = 88;
/** A finger that has not gone so far, in pixels, has not gone anywhere. */
const SLACK = 10;
/** A press counts as a long one after so many milliseconds. */
const LONG = 500;
/** The system's own gestures begin at the edges. */
const EDGE = 24;

/** Follows a finger on a row: it slides with a swipe, and a long press chooses it. The mouse does nothing here. */
export function useRowTouch(box: RefObject<HTMLElement | null>, touch: RowTouch): void {
  const latest = useRef(touch);
  latest.current = touch;

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let start: { x: number; y: number } | undefined;
    let isSliding = false;
    let timer: number | undefined;

    function end() {
      window.clearTimeout(timer);
      start = undefined;
      isSliding = false;
      slide(0);
    }
    function slide(across: number) {
      if (!element) return;
      element.style.transform = across === 0 ? '' : `translateX(${across}px)`;
      const side = across === 0 ? '' : across < 0 ? 'left' : 'right';
      if (element.parentElement) element.parentElement.dataset.swipe = side;
    }
    function begin({ touches, target }: TouchEvent) {
      const [finger] = touches;
      end();
      if (!finger || touches.length > 1 || latest.current.isOff) return;
      if (target instanceof Element && target.closest('.row-handle')) return;
      if (finger.clientX < EDGE || finger.clientX > window.innerWidth - EDGE) return;
      start = { x: finger.clientX, y: finger.clientY };
      timer = window.setTimeout(() => {
        end();
        latest.current.onLongPress();
        // The press that ends now must not open the article.
        element?.addEventListener('click', prevent, { once: true, capture: true });
        window.setTimeout(() => element?.removeEventListener('click', prevent, true), 700);
      }, LONG);
    }
    function move(event: TouchEvent) {
      const [finger] = event.touches;
      if (!start || !finger) return;
      const [across, along] = [finger.clientX - start.x, finger.clientY - start.y];
      if (Math.hypot(across, along) > SLACK) window.clearTimeout(timer);
      if (!isSliding && Math.abs(along) > SLACK) return end();
      if (!isSliding && Math.abs(across) < SLACK) return;
      isSliding = true;
      if (event.cancelable) event.preventDefault();
      slide(across);
    }
    function lift({ changedTouches }: TouchEvent) {
      const [finger] = changedTouches;
      const across = start && finger && isSliding ? finger.clientX - start.x : 0;
      end();
      if (across <= -DISTANCE) latest.current.onLeft();
      if (across >= DISTANCE) latest.current.onRight();
    }

    element.addEventListener('touchstart', begin, { passive: true });
    element.addEventListener('touchmove', move, { passive: false });
    element.addEventListener('touchend', lift);
    element.addEventListener('touchcancel', end);
    return () => {
      end();
      element.removeEventListener('touchstart', begin);
      element.removeEventListener('touchmove', move);
      element.removeEventListener('touchend', lift);
      element.removeEventListener('touchcancel', end);
    };
  }, [box]);
}

function prevent(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
