import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Bookmark } from './Bookmark.ts';
import type { BookmarkStore } from './createBookmarkStore.ts';

/** Gives what is on the shelf 收藏, newest first, and follows every change, other tabs' too. */
export function useBookmarks(): readonly Bookmark[] {
  const store = useBookmarkStore();
  return useSyncExternalStore(store.subscribe, store.readKept, store.readKept);
}

/** Gives the bookmarks of both shelves, newest first. */
export function useAllBookmarks(): readonly Bookmark[] {
  const store = useBookmarkStore();
  return useSyncExternalStore(store.subscribe, store.readAll, store.readAll);
}

/** Gives the bookmark of an article, on whichever shelf, or `undefined`. */
export function useBookmark(id: string): Bookmark | undefined {
  return useAllBookmarks().find((bookmark) => bookmark.id === id);
}

/** Gives the store itself, to save and remove. */
export function useBookmarkStore(): BookmarkStore {
  const store = useContext(BookmarkContext);
  if (!store) throw new Error('BookmarkContext is not provided');
  return store;
}

/** Hands the one store to the tree; `main.tsx` and tests fill it. */
export const BookmarkContext = createContext<BookmarkStore | undefined>(undefined);
