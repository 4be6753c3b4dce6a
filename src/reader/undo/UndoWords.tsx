import { useEffect, useRef } from 'react';
import { words } from '../words/words.ts';
import { type UndoOffer, undoOffer } from './offerUndo.ts';

/** How long an offer stands after the reader has moved on, in milliseconds. */
const AFTER_MOVING_ON = 10_000;

/** What was just done, and the button that takes it back. */
export function UndoWords({ offer }: { offer: UndoOffer }) {
  const notice = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer: number | undefined;
    function end() {
      // Not from under the pointer or the focus.
      const element = notice.current;
      if (element?.matches(':hover') || element?.contains(document.activeElement)) wait();
      else undoOffer.drop(offer);
    }
    function wait() {
      timer = window.setTimeout(end, AFTER_MOVING_ON);
    }
    const stop = watchMovingOn(notice.current, () => {
      timer ?? wait();
    });
    return () => {
      stop();
      window.clearTimeout(timer);
    };
  }, [offer]);

  return (
    <div ref={notice} role="status" className="notice">
      <span>{offer.words}</span>
      <span className="notice-actions">
        <button
          type="button"
          className="button is-main"
          onClick={() => {
            // First: what can't be taken back any more may be gone for good.
            offer.undo();
            undoOffer.drop(offer);
          }}
        >
          {words.undo}
        </button>
        <button type="button" className="button" onClick={() => undoOffer.drop(offer)}>
          {words.understood}
        </button>
      </span>
    </div>
  );
}

/**
 * Calls `onMove` each time the reader does something outside of `notice`: goes to another page, presses, scrolls or
 * types. Tab is the way to the notice. Returns what ends it.
 */
function watchMovingOn(notice: Element | null, onMove: () => void): () => void {
  const controller = new AbortController();
  const options = { signal: controller.signal, capture: true, passive: true };
  function follow(event: Event) {
    const isWithin = event.target instanceof Node && notice?.contains(event.target);
    const isOnTheWay = event instanceof KeyboardEvent && /^(?:Tab|Shift)$/.test(event.key);
    if (!isWithin && !isOnTheWay) onMove();
  }
  // wouter dispatches an event of the first name for history.pushState.
  for (const type of ['pushState', 'popstate', 'pointerdown', 'wheel', 'touchmove', 'keydown']) {
    window.addEventListener(type, follow, options);
  }
  return () => controller.abort();
}
