import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { useMarks } from '../read-state/useMarks.ts';
import { peekArrival } from '../routing/arrival.ts';
import { findPlace, findVerticalBox, showPlace } from './readingPlace.ts';

/** Nothing is written while one scrolls on; the place is noted after so long a rest, in milliseconds. */
const REST = 400;

/** How far an article was scrolled when this tab left it, in pixels, by its id. */
const left = new Map<string, { top: number; left: number }>();

/**
 * Brings the reader back to where they stopped, before the text is painted, and keeps the place from then on. Who
 * comes Back, from a tag below the text, too, finds the page as they left it; who opens a finished article anew, its
 * top.
 */
export function useReadingPlace(
  body: RefObject<HTMLElement | null>,
  id: string,
  html: string,
): void {
  const { places } = useMarks();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other places
  useLayoutEffect(() => {
    const place = places.read(id);
    const pane =
      body.current && (findVerticalBox(body.current) ?? body.current.closest('.reading-pane'));
    const leftAt = peekArrival() === 'history' ? left.get(id) : undefined;
    if (pane && leftAt) pane.scrollTo({ ...leftAt, behavior: 'instant' });
    else if (place && body.current && window.location.hash === '') showPlace(body.current, place);
    return () => {
      if (pane) left.set(id, { top: pane.scrollTop, left: pane.scrollLeft });
    };
  }, [id, html]);

  useEffect(() => {
    const element = body.current;
    const pane = element?.closest('.reading-pane');
    if (!element || !pane) return;
    let timer: number | undefined;

    function keep() {
      window.clearTimeout(timer);
      timer = undefined;
      if (!element?.isConnected) return;
      const place = findPlace(element);
      const isBegun = place && (place.block > 0 || place.offset > 0.5);
      if (isBegun && !isAtEnd(element)) places.save(id, place);
      else places.remove(id);
    }
    function wait() {
      window.clearTimeout(timer);
      timer = window.setTimeout(keep, REST);
    }
    function keepNow() {
      if (timer !== undefined) keep();
    }

    // Caught on their way down: a vertical article scrolls by itself.
    pane.addEventListener('scroll', wait, { passive: true, capture: true });
    document.addEventListener('visibilitychange', keepNow);
    window.addEventListener('pagehide', keepNow);
    return () => {
      window.clearTimeout(timer);
      pane.removeEventListener('scroll', wait, { capture: true });
      document.removeEventListener('visibilitychange', keepNow);
      window.removeEventListener('pagehide', keepNow);
    };
  }, [body, id, places]);
}

/** Whether the last block has come into sight. */
function isAtEnd(body: HTMLElement): boolean {
  const last = body.lastElementChild?.getBoundingClientRect();
  if (!last) return true;
  const box = findVerticalBox(body);
  const { left } = (box ?? body).getBoundingClientRect();
  return last.bottom <= window.innerHeight && last.left >= left - 1;
}
