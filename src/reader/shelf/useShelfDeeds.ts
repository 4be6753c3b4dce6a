import { useMemo } from 'react';
import { useBookmarkStore } from '../bookmarks/useBookmarks.ts';
import { useMarks } from '../read-state/useMarks.ts';
import { createShelfDeeds, type ShelfDeeds } from './createShelfDeeds.ts';

/** Gives what can be done to bookmarks. */
export function useShelfDeeds(): ShelfDeeds {
  const store = useBookmarkStore();
  const { read } = useMarks();
  return useMemo(() => createShelfDeeds(store, read), [store, read]);
}
