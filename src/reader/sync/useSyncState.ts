import { useSyncExternalStore } from 'react';
import { useBookmarkStore } from '../bookmarks/useBookmarks.ts';
import { readSyncState, type SyncState } from './syncState.ts';

/** Gives how this device syncs, and follows every change. */
export function useSyncState(): SyncState {
  const { texts, subscribe } = useBookmarkStore();
  const text = useSyncExternalStore(subscribe, () => JSON.stringify(readSyncState(texts)));
  return JSON.parse(text) as SyncState;
}
