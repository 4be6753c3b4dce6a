import { type RefObject, useEffect, useRef } from 'react';

/** So near to the list's edge, in pixels, a dragged row scrolls it. */
const EDGE = 48;
/** By so many pixels each time. */
const STEP = 12;

/** Moves a row with its handle, by mouse or finger. `onMove` gets the row's place and the one it was let go at. */
export function useRowDrag(
  handle: RefObject<HTMLElement | null>,
  position: number,
  onMove: (from: number, to: number) => void,
): void {
  const latest = useRef({ position, onMove });
  latest.current = { position, onMove };

  useEffect(() => {
    const element = handle.current;
    if (!element) return;
    let target: HTMLElement | undefined;
    let timer: number | undefined;
    let isDragging = false;

    function mark(next: HTMLElement | undefined, isBelow: boolean) {
      target?.removeAttribute('data-drop');
      target = next;
      if (next) next.dataset.drop = isBelow ? 'below' : 'above';
    }
    function begin(event: PointerEvent) {
      if (event.button !== 0) return;
      event.preventDefault();
      element?.focus();
      element?.setPointerCapture(event.pointerId);
      isDragging = true;
    }
    function move({ clientX, clientY }: PointerEvent) {
      if (!isDragging) return;
      const row = document
        .elementsFromPoint(clientX, clientY)
        .map((each) => each.closest<HTMLElement>('li[data-position]'))
        .find((each) => each !== null);
      const to = Number(row?.dataset.position);
      const from = latest.current.position;
      mark(row && to !== from ? row : undefined, to > from);
      scroll(clientY);
    }
    function scroll(y: number) {
      window.clearInterval(timer);
      const list = element?.closest<HTMLElement>('.row-scroller');
      if (!list) return;
      const { top, bottom } = list.getBoundingClientRect();
      const step = y < top + EDGE ? -STEP : y > bottom - EDGE ? STEP : 0;
      if (step !== 0) timer = window.setInterval(() => list.scrollBy(0, step), 16);
    }
    function end(event: PointerEvent) {
      if (!isDragging) return;
      isDragging = false;
      window.clearInterval(timer);
      const to = Number(target?.dataset.position ?? Number.NaN);
      mark(undefined, false);
      if (event.type === 'pointerup' && !Number.isNaN(to))
        latest.current.onMove(latest.current.position, to);
    }

    element.addEventListener('pointerdown', begin);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', end);
    element.addEventListener('pointercancel', end);
    return () => {
      window.clearInterval(timer);
      element.removeEventListener('pointerdown', begin);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', end);
      element.removeEventListener('pointercancel', end);
    };
  }, [handle]);
}
