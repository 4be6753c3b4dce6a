import { type RefObject, useEffect } from 'react';

/**
 * Where a control of `region` goes away while it has the focus, gives the focus back to what had it before, else to
 * the page's heading.
 */
export function useReturningFocus(region: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    /** What has the focus in the region, and what had it before. */
    let inside: Element | undefined;
    let outside: HTMLElement | undefined;

    function follow({ type, target }: Event) {
      if (!(target instanceof HTMLElement)) return;
      inside = element?.contains(target) ? target : undefined;
      if (!inside && type === 'focusin') outside = target;
    }
    const observer = new MutationObserver(() => {
      if (!inside || inside.isConnected) return;
      inside = undefined;
      if (document.activeElement !== document.body) return;
      const goal = outside?.isConnected ? outside : document.querySelector('h1');
      goal?.focus({ preventScroll: true });
    });
    observer.observe(element, { childList: true, subtree: true });
    document.addEventListener('focusin', follow);
    document.addEventListener('pointerdown', follow);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', follow);
      document.removeEventListener('pointerdown', follow);
    };
  }, [region]);
}
