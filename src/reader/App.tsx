import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useLayoutEffect } from 'react';
import type { BookmarkStore } from './bookmarks/createBookmarkStore.ts';
import { BookmarkContext } from './bookmarks/useBookmarks.ts';
import type { Marks } from './marks/createMarks.ts';
import { MarksContext } from './marks/useMarks.ts';
import type { OfflineStore } from './offline/createOfflineStore.ts';
import { OfflineContext } from './offline/useOffline.ts';
import { MainScreen } from './pages/MainScreen.tsx';
import { watchArrivals } from './routing/arrival.ts';
import { followSettings } from './settings/applySettings.ts';
import { followScript } from './settings/followScript.ts';
import type { SettingsStore } from './storage/createSettingsStore.ts';
import { SettingsContext } from './storage/useSettings.ts';

interface AppProps {
  queryClient: QueryClient;
  bookmarks: BookmarkStore;
  settings: SettingsStore;
  marks: Marks;
  offline: OfflineStore;
}

/** The reader. What it keeps and what it fetches with are handed in. */
export function App({ queryClient, bookmarks, settings, marks, offline }: AppProps) {
  // In a layout effect, so before the router listens: between its listener and ours React may already render the new page.
  useLayoutEffect(watchArrivals, []);
  useLayoutEffect(() => followSettings(settings), [settings]);
  useLayoutEffect(() => followScript(settings), [settings]);

  return (
    <QueryClientProvider client={queryClient}>
      <SettingsContext value={settings}>
        <BookmarkContext value={bookmarks}>
          <MarksContext value={marks}>
            <OfflineContext value={offline}>
              <MainScreen />
            </OfflineContext>
          </MarksContext>
        </BookmarkContext>
      </SettingsContext>
    </QueryClientProvider>
  );
}
