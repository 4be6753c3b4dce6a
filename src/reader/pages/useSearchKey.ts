import { useEffect } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { buildHref } from '../routing/routes.ts';
import { useSettings } from '../storage/useSettings.ts';
import { isComposing } from '../ui/isComposing.ts';

/** `/` leads to the search box from everywhere but a place where one writes, unless single keys are switched off. */
export function useSearchKey(): void {
  const { hasShortcuts } = useSettings();
  useEffect(() => {
    if (!hasShortcuts) return;
    function followKey(event: KeyboardEvent) {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      if (isComposing(event) || (target instanceof Element && target.closest(WRITABLE))) return;
      event.preventDefault();
      const box = document.querySelector<HTMLInputElement>('input[type=search]');
      // The page gives the focus to its box when it comes.
      if (box) box.select();
      else navigate(buildHref({ name: 'search' }));
    }
    document.addEventListener('keydown', followKey);
    return () => document.removeEventListener('keydown', followKey);
  }, [hasShortcuts]);
}

const WRITABLE = 'input, textarea, select, [contenteditable], dialog';
