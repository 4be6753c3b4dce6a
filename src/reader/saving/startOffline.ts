import type { OfflineParts } from './OfflineParts.ts';

/** Begins offline reading when the first screen stands, so that it takes nothing from it. */
export function startOffline(parts: OfflineParts): void {
  whenQuiet(async () => {
    try {
      const { openOffline } = await import('./openOffline.ts');
      await openOffline(parts);
    } catch {
      // The script of a version that the host has no more, or no network: reading goes on.
      if (parts.store.read().phase === 'starting') {
        parts.store.change({ phase: 'impossible', obstacle: 'unsupported' });
      }
    }
  });
}

/**
 * Runs `work` after the load and when the browser has nothing better to do; Safari can't tell. Where it fails, as
 * without its script, the next visit tries again.
 */
export function whenQuiet(work: () => Promise<unknown>): void {
  const run = () => void work().catch(() => undefined);
  const wait = () =>
    'requestIdleCallback' in window
      ? window.requestIdleCallback(run, { timeout: 2000 })
      : setTimeout(run, 300);
  if (document.readyState === 'complete') wait();
  else window.addEventListener('load', wait, { once: true });
}
