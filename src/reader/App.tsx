import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useLayoutEffect } from 'react';
import type { BookmarkStore } from './bookmarks/createBookmarkStore.ts';
import { BookmarkContext } from './bookmarks/useBookmarks.ts';
import { MainScreen } from './pages/MainScreen.tsx';
import { watchArrivals } from './routing/arrival.ts';

interface AppProps {
  queryClient: QueryClient;
  bookmarks: BookmarkStore;
}

/** The reader. What it keeps and what it fetches with are handed in. */
export function App({ queryClient, bookmarks }: AppProps) {
  // In a layout effect, so before the router listens: between its listener and ours React may already render the new page.
  useLayoutEffect(watchArrivals, []);

  return (
    <QueryClientProvider client={queryClient}>
      <BookmarkContext value={bookmarks}>
        <MainScreen />
      </BookmarkContext>
    </QueryClientProvider>
  );
}
