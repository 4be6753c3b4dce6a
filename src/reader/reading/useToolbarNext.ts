import { useEffect } from 'react';

/** What is offered for selected words (`export/SelectionBar.tsx`). */
const TOOLBAR = '.selection-bar';

/**
 * Makes the toolbar of a selection the next stop of Tab from the selected words: it stands behind all links of the
 * article. Escape leads back and gives the selection up. `isOffered`: the toolbar is there.
 */
export function useToolbarNext(isOffered: boolean): void {
  useEffect(() => {
    if (!isOffered) return;
    let before: Element | null = null;

    function follow(event: KeyboardEvent) {
      const bar = document.querySelector(TOOLBAR);
      const isInside = bar?.contains(document.activeElement) ?? false;
      if (!bar || document.querySelector('dialog[open]')) return;
      if (event.key === 'Tab' && !event.shiftKey && !isInside) {
        before = document.activeElement;
        bar.querySelector('button')?.focus();
        event.preventDefault();
      } else if (event.key === 'Escape' && isInside) {
        document.getSelection()?.removeAllRanges();
        if (before instanceof HTMLElement) before.focus({ preventScroll: true });
        event.preventDefault();
      }
    }
    document.addEventListener('keydown', follow);
    return () => document.removeEventListener('keydown', follow);
  }, [isOffered]);
}
