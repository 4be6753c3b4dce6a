import Ellipsis from 'lucide-react/icons/ellipsis';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { closeOnBack } from '../ui/closeOnBack.ts';
import { words } from '../words/words.ts';

/**
 * Actions that are seldom used. Under a mouse they stand in the row like all others; where fingers press, whose targets
 * are larger, they are behind 更多 (actions.css).
 */
export function MoreActions({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const settleBack = closeOnBack(() => setOpen(false));
    function leave(event: Event) {
      const isInside = event.target instanceof Node && box.current?.contains(event.target);
      const isEscape = event instanceof KeyboardEvent && event.key === 'Escape';
      if (isEscape) button.current?.focus();
      if (isEscape || !isInside) setOpen(false);
    }
    for (const type of ['pointerdown', 'focusin', 'keydown'])
      document.addEventListener(type, leave);
    return () => {
      settleBack();
      for (const type of ['pointerdown', 'focusin', 'keydown'])
        document.removeEventListener(type, leave);
    };
  }, [isOpen]);

  function choose() {
    if (!isOpen) return;
    // What is chosen may open a dialog, which gives the focus back to where it was: to something in sight.
    button.current?.focus();
    setOpen(false);
  }

  return (
    <div ref={box} className="more-actions">
      <button
        ref={button}
        type="button"
        className="order-button more-button"
        aria-expanded={isOpen}
        aria-label={words.more}
        title={words.more}
        onClick={() => setOpen(!isOpen)}
      >
        <Ellipsis size={16} strokeWidth={1.6} aria-hidden="true" />
      </button>
      <div className={isOpen ? 'more-list is-open' : 'more-list'} onClickCapture={choose}>
        {children}
      </div>
    </div>
  );
}
