import { useEffect } from 'react';
import { useSettings } from '../storage/useSettings.ts';

/** Where letters are letters. */
const TYPING = 'input, textarea, select, [contenteditable]';
/** What the arrows scroll or choose in. */
const HAS_ARROWS = 'textarea, select, [data-scrolls], .article-body *';

/**
 * Goes through files by `j` and `k`, which the reader's setting switches off as all single letters (WCAG 2.1.4), and by
 * the arrows, in the box for paths, too.
 */
export function useReportKeys(onStep: (step: 1 | -1) => void): void {
  const { hasShortcuts } = useSettings();

  useEffect(() => {
    function followKey(event: KeyboardEvent) {
      const { key, target, ctrlKey, metaKey, altKey, shiftKey } = event;
      if (event.defaultPrevented || event.isComposing) return;
      if (ctrlKey || metaKey || altKey || shiftKey) return;
      const element = target instanceof Element ? target : undefined;
      const isArrow = key === 'ArrowDown' || key === 'ArrowUp';
      const isLetter = hasShortcuts && (key === 'j' || key === 'k');
      if (!isArrow && !isLetter) return;
      if (element?.closest(isArrow ? HAS_ARROWS : TYPING)) return;
      event.preventDefault();
      onStep(key === 'ArrowDown' || key === 'j' ? 1 : -1);
    }
    window.addEventListener('keydown', followKey);
    return () => window.removeEventListener('keydown', followKey);
  }, [hasShortcuts, onStep]);
}
