import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const LEAST = 0.3;
const MOST = 3;
/** One press of the buttons. */
const STEP = 1.2;
/** A table opens as wide as the window where its letters stay at least this large. */
const READABLE = 0.75;

/** How large a table is shown, and what changes it. */
export interface TableZoom {
  zoom: number;
  isFitting: boolean;
  zoomIn: () => void;
  zoomOut: () => void;
  /** As wide as the window, or as large as usual if it is that already. */
  turnFit: () => void;
}

/**
 * Follows buttons, two fingers and Ctrl with the wheel. What lies between the fingers or below the pointer stays there.
 */
export function useTableZoom(box: RefObject<HTMLElement | null>): TableZoom {
  const current = useRef(1);
  const [zoom, setZoom] = useState(1);
  const [isFitting, setFitting] = useState(false);

  const show = useCallback(
    (wanted: number, x = 0, y = 0) => {
      const element = box.current;
      if (!element) return;
      const next = Math.min(MOST, Math.max(LEAST, wanted));
      const ratio = next / current.current;
      const [left, top] = [element.scrollLeft, element.scrollTop];
      current.current = next;
      element.style.setProperty('--table-zoom', String(next));
      element.scrollLeft = (left + x) * ratio - x;
      element.scrollTop = (top + y) * ratio - y;
      setZoom(next);
      setFitting(false);
    },
    [box],
  );

  const fitWidth = useCallback(() => {
    const [element, table] = [box.current, box.current?.querySelector('table')];
    if (!element || !table) return;
    show(1);
    // Smaller letters let words take fewer lines, so the width doesn't follow at once.
    for (let turn = 0; turn < 4 && table.offsetWidth > element.clientWidth; turn++)
      show((current.current * element.clientWidth) / table.offsetWidth);
    setFitting(true);
  }, [box, show]);

  useLayoutEffect(() => {
    fitWidth();
    if (current.current < READABLE) show(1);
    else if (current.current === 1) setFitting(false);
  }, [fitWidth, show]);

  useEffect(() => {
    const element = box.current;
    return element ? followFingers(element, () => current.current, show) : undefined;
  }, [box, show]);

  return {
    zoom,
    isFitting,
    zoomIn: () => show(zoom * STEP),
    zoomOut: () => show(zoom / STEP),
    turnFit: () => (isFitting ? show(1) : fitWidth()),
  };
}

/** Calls `show` with the new zoom and the point of the box that stays where it is. Gives a function that stops. */
function followFingers(
  box: HTMLElement,
  readZoom: () => number,
  show: (zoom: number, x: number, y: number) => void,
): () => void {
  let start: { apart: number; zoom: number } | undefined;

  function measure([one, other]: TouchList | Touch[]) {
    if (!one || !other) return undefined;
    const { left, top } = box.getBoundingClientRect();
    const apart = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    const [x, y] = [
      (one.clientX + other.clientX) / 2 - left,
      (one.clientY + other.clientY) / 2 - top,
    ];
    return { apart, x, y };
  }
  function begin({ touches }: TouchEvent) {
    const fingers = touches.length === 2 ? measure([...touches]) : undefined;
    start = fingers && { apart: fingers.apart, zoom: readZoom() };
  }
  function move(event: TouchEvent) {
    const fingers = start && measure([...event.touches]);
    if (!start || !fingers) return;
    event.preventDefault();
    show((start.zoom * fingers.apart) / start.apart, fingers.x, fingers.y);
  }
  function turn(event: WheelEvent) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const { left, top } = box.getBoundingClientRect();
    const factor = Math.exp(-event.deltaY / 300);
    show(readZoom() * factor, event.clientX - left, event.clientY - top);
  }

  box.addEventListener('touchstart', begin, { passive: true });
  box.addEventListener('touchmove', move, { passive: false });
  box.addEventListener('wheel', turn, { passive: false });
  return () => {
    box.removeEventListener('touchstart', begin);
    box.removeEventListener('touchmove', move);
    box.removeEventListener('wheel', turn);
  };
}
