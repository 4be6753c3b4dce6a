import type { QueryClient } from '@tanstack/react-query';
import type { BookmarkStore } from '../bookmarks/createBookmarkStore.ts';
import { closeLastCopies } from '../data/takeLastCopy.ts';
import type { SettingsStore } from '../storage/createSettingsStore.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import type { OfflineStore } from './createOfflineStore.ts';

/** What offline reading works with. */
export interface OfflineParts {
  store: OfflineStore;
  client: QueryClient;
  bookmarks: BookmarkStore;
  settings: SettingsStore;
  /** Where the bookmarks are kept. */
  keyValues: KeyValueStore;
}

/** Begins offline reading when the first screen stands, so that it takes nothing from it. */
export function startOffline(parts: OfflineParts): void {
  whenQuiet(async () => {
    if (closeLastCopies()) {
      for (const key of ['catalogue', 'list']) {
        void parts.client.invalidateQueries({ queryKey: [key] });
      }
    }
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

/** After the load and when the browser has nothing better to do; Safari can't tell. */
function whenQuiet(work: () => void): void {
  const wait = () =>
    'requestIdleCallback' in window
      ? window.requestIdleCallback(work, { timeout: 2000 })
      : setTimeout(work, 300);
  if (document.readyState === 'complete') wait();
  else window.addEventListener('load', wait, { once: true });
}
