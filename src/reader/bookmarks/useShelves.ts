import { useSyncExternalStore } from 'react';
import { openLabels } from './createLabelStore.ts';
import { openTags, type ReaderTag } from './createTagStore.ts';
import type { Labels } from './Labels.ts';
import { useBookmarkStore } from './useBookmarks.ts';

/** Gives what is on the bookmarks, by article id, and follows every change. */
export function useAllLabels(): ReadonlyMap<string, Labels> {
  const store = openLabels(useBookmarkStore().texts);
  return useSyncExternalStore(store.subscribe, store.readAll, store.readAll);
}

/** Gives the reader's tags, by name. */
export function useTags(): readonly ReaderTag[] {
  const store = openTags(useBookmarkStore().texts);
  return useSyncExternalStore(store.subscribe, store.readAll, store.readAll);
}
