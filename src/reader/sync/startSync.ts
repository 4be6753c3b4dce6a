import type { QueryClient } from '@tanstack/react-query';
import { catalogueQuery } from '../data/fetchCatalogue.ts';
import { startOwn } from '../own/startOwn.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { SyncError } from './SyncPlace.ts';
import { changeSyncState, isSyncKey, readSyncState } from './syncState.ts';

/** After a change it waits so long, in milliseconds, for others that belong to it. */
const GATHERING = 20_000;
/** A page that is looked at again syncs if the last sync is so long ago, in milliseconds. */
const STALE = 10 * 60_000;

/**
 * Begins to note changes, and syncs with the reader's server where they want that: now, after changes, and when the
 * page is looked at again. `client`: knows the catalogue, which names the servers
 * that the site's policy allows.
 */
export function startSync(texts: KeyValueStore, client: QueryClient): void {
  startOwn(texts);
  let timer: number | undefined;
  let isRunning = false;

  async function sync(): Promise<void> {
    const state = readSyncState(texts);
    if (!state.isAuto || state.password === '' || isRunning || !navigator.onLine) return;
    isRunning = true;
    try {
      // Readers who sync with nothing never ask for what it takes.
      const [{ openWebDav, readSyncHosts }, { runSync }] = await Promise.all([
        import('./openWebDav.ts'),
        import('./runSync.ts'),
      ]);
      const hosts = readSyncHosts(client.getQueryData(catalogueQuery.queryKey)?.site);
      await runSync(texts, openWebDav(state, hosts));
    } catch (error) {
      const trouble = error instanceof SyncError ? error.trouble : 'unknown';
      // No network is no fault: the next sync makes up for it.
      if (trouble !== 'offline') changeSyncState(texts, { trouble });
    }
    isRunning = false;
  }

  texts.subscribe((keys) => {
    if (keys?.every(isSyncKey) || isRunning) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void sync(), GATHERING);
  });
  document.addEventListener('visibilitychange', () => {
    const age = Date.now() - Date.parse(readSyncState(texts).syncedAt);
    if (document.visibilityState === 'visible' && !(age < STALE)) void sync();
  });
  window.addEventListener('online', () => void sync());
  void sync();
}
