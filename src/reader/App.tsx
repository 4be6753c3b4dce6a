import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useLayoutEffect } from 'react';
import type { BookmarkStore } from './bookmarks/createBookmarkStore.ts';
import { BookmarkContext } from './bookmarks/useBookmarks.ts';
import type { BuildStore } from './data/createBuildStore.ts';
import { BuildContext } from './data/useBuilds.ts';
import { OfflineContext } from './offline/useOffline.ts';
import { MainScreen } from './pages/MainScreen.tsx';
import { pressEarly } from './pages/pressEarly.ts';
import type { Marks } from './read-state/createMarks.ts';
import { MarksContext } from './read-state/useMarks.ts';
import { watchArrivals } from './routing/arrival.ts';
import type { OfflineStore } from './saving/createOfflineStore.ts';
import { followSettings } from './settings/applySettings.ts';
import { followScript } from './settings/followScript.ts';
import type { SettingsStore } from './storage/createSettingsStore.ts';
import { SettingsContext } from './storage/useSettings.ts';
import { watchBack } from './ui/closeOnBack.ts';

interface AppProps {
  queryClient: QueryClient;
  /** Absent where no other build can come. */
  builds?: BuildStore;
  bookmarks: BookmarkStore;
  settings: SettingsStore;
  marks: Marks;
  offline: OfflineStore;
}

/** The reader. What it keeps and what it fetches with are handed in. */
export function App(props: AppProps) {
  const { queryClient, builds, bookmarks, settings, marks, offline } = props;
  useLayoutEffect(watchBack, []);
  // In a layout effect, so before the router listens: between its listener and ours React may already render the new
  // page.
  useLayoutEffect(watchArrivals, []);
  useLayoutEffect(() => followSettings(settings), [settings]);
  useLayoutEffect(() => followScript(settings), [settings]);
  useEffect(pressEarly, []);

  return (
    <QueryClientProvider client={queryClient}>
      <SettingsContext value={settings}>
        <BookmarkContext value={bookmarks}>
          <MarksContext value={marks}>
            <OfflineContext value={offline}>
              <BuildContext value={builds}>
                <MainScreen />
              </BuildContext>
            </OfflineContext>
          </MarksContext>
        </BookmarkContext>
      </SettingsContext>
    </QueryClientProvider>
  );
}
