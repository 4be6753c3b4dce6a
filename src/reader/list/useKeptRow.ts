import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RowWindow } from './useRowWindow.ts';

/** The row that has the focus, and what keeps it in the document. */
export interface KeptRow {
  /** Its position where the window has left it behind. */
  position: number | undefined;
  /** Returns what stands in a row: of the kept one, what stood there last, since its page may be gone. */
  keep(position: number, render: () => ReactNode): ReactNode;
  /** Handlers of the list. */
  handlers: {
    onFocus(event: FocusEvent): void;
    onBlur(event: FocusEvent): void;
    onKeyDown(event: KeyboardEvent): void;
  };
}

/**
 * Keeps the row that has the focus in the document when it leaves the window: else the focus would fall to the body.
 * Tab brings it back into sight first, so that it goes on from there.
 */
export function useKeptRow({ first, last, scroller }: RowWindow): KeptRow {
  const [focused, setFocused] = useState<number>();
  const content = useRef<ReactNode>(null);
  const isLeft = focused !== undefined && (focused < first || focused > last);
  const position = isLeft && focused < scroller.heights.count ? focused : undefined;
  return {
    position,
    keep(row, render) {
      if (row !== focused) return render();
      if (position === undefined) content.current = render();
      return content.current;
    },
    handlers: {
      onFocus({ target }) {
        const row = target.closest<HTMLElement>('[data-position]')?.dataset.position;
        setFocused(row === undefined ? undefined : Number(row));
      },
      onBlur() {
        // A window that goes to the back keeps its focus.
        if (document.hasFocus()) setFocused(undefined);
      },
      onKeyDown({ key }) {
        if (key !== 'Tab' || position === undefined) return;
        flushSync(() => scroller.show({ position, offset: 'middle' }));
      },
    },
  };
}
