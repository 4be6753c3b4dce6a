import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useLayoutEffect } from 'react';
import type { BookmarkStore } from './bookmarks/createBookmarkStore.ts';
import { BookmarkContext } from './bookmarks/useBookmarks.ts';
import type { OfflineStore } from './offline/createOfflineStore.ts';
import { OfflineContext } from './offline/useOffline.ts';
import { MainScreen } from './pages/MainScreen.tsx';
import { watchArrivals } from './routing/arrival.ts';
import type { SettingsStore } from './storage/createSettingsStore.ts';
import { SettingsContext } from './storage/useSettings.ts';

interface AppProps {
  queryClient: QueryClient;
  bookmarks: BookmarkStore;
  settings: SettingsStore;
  offline: OfflineStore;
}

/** The reader. What it keeps and what it fetches with are handed in. */
export function App({ queryClient, bookmarks, settings, offline }: AppProps) {
  // In a layout effect, so before the router listens: between its listener and ours React may already render the new page.
  useLayoutEffect(watchArrivals, []);

  return (
    <QueryClientProvider client={queryClient}>
      <SettingsContext value={settings}>
        <BookmarkContext value={bookmarks}>
          <OfflineContext value={offline}>
            <MainScreen />
          </OfflineContext>
        </BookmarkContext>
      </SettingsContext>
    </QueryClientProvider>
  );
}
