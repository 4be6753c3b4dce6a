import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Place } from '../read-state/createPlaceStore.ts';
import { useMarks } from '../read-state/useMarks.ts';
import { peekArrival } from '../routing/arrival.ts';
import { findPlace, findVerticalBox, showPlace } from './readingPlace.ts';

/** Nothing is written while one scrolls on; the place is noted after so long a rest, in milliseconds. */
const REST = 400;

/** How far an article was scrolled when this tab left it, in pixels, by its id. */
const left = new Map<string, { top: number; left: number }>();

/**
 * Brings the reader back to where they stopped, before the text is painted, and keeps the place from then on: where
 * the text flows anew (a turned phone, another letter size), too. Who comes Back, from a tag below the text, too, finds
 * the page as they left it; who opens a finished article anew, its top.
 */
export function useReadingPlace(
  body: RefObject<HTMLElement | null>,
  id: string,
  html: string,
): void {
  const { places } = useMarks();
  const current = useRef<Place>(undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other places
  useLayoutEffect(() => {
    const place = places.read(id);
    current.current = place;
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
    let flow = readFlow(element);
    let flowedAt = Number.NEGATIVE_INFINITY;

    function look() {
      const place = element && findPlace(element);
      const isBegun = place && (place.block > 0 || place.offset > 0.5);
      current.current = isBegun ? place : undefined;
    }
    function keep() {
      window.clearTimeout(timer);
      timer = undefined;
      if (!element?.isConnected) return;
      look();
      if (current.current && !isAtEnd(element)) places.save(id, current.current);
      else places.remove(id);
    }
    function follow({ target }: Event) {
      // A sheet that is open over the text scrolls, too.
      if (!element || !(target as Node).contains(element)) return;
      // It was the text that moved: its end may be in sight without anyone having read so far.
      if (readFlow(element) !== flow || performance.now() - flowedAt < REST) return;
      look();
      window.clearTimeout(timer);
      timer = window.setTimeout(keep, REST);
    }
    function keepNow() {
      if (timer !== undefined) keep();
    }
    const observer = new ResizeObserver(() => {
      const before = flow;
      flow = readFlow(element);
      if (flow === before) return;
      flowedAt = performance.now();
      if (current.current) showPlace(element, current.current);
    });

    observer.observe(element);
    // Caught on their way down: a vertical article scrolls by itself.
    pane.addEventListener('scroll', follow, { passive: true, capture: true });
    document.addEventListener('visibilitychange', keepNow);
    window.addEventListener('pagehide', keepNow);
    return () => {
      window.clearTimeout(timer);
      observer.disconnect();
      pane.removeEventListener('scroll', follow, { capture: true });
      document.removeEventListener('visibilitychange', keepNow);
      window.removeEventListener('pagehide', keepNow);
    };
  }, [body, id, places]);
}

/** What lines are laid out by; pictures that come change the height only, and move nobody's place. */
function readFlow(body: HTMLElement): string {
  const isVertical = getComputedStyle(body).writingMode === 'vertical-rl';
  const { style, dataset } = document.documentElement;
  const length = isVertical ? body.clientHeight : body.clientWidth;
  return [length, isVertical, style.cssText, dataset.font, dataset.paragraphs].join(' ');
}

/** Whether the last block has come into sight. */
function isAtEnd(body: HTMLElement): boolean {
  const last = body.lastElementChild?.getBoundingClientRect();
  if (!last) return true;
  const box = findVerticalBox(body);
  const { left } = (box ?? body).getBoundingClientRect();
  return last.bottom <= window.innerHeight && last.left >= left - 1;
}
