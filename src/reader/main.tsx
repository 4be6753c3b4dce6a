import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { createBookmarkStore, isDamagedBookmark } from './bookmarks/createBookmarkStore.ts';
import { createBuildStore } from './data/createBuildStore.ts';
import { createQueryClient } from './data/createQueryClient.ts';
import { followBuild } from './data/followBuild.ts';
import { watchContent } from './data/watchContent.ts';
import { followMoves } from './moves/followMoves.ts';
import { prepareFirstScreen } from './pages/prepareFirstScreen.ts';
import { createMarks } from './read-state/createMarks.ts';
import { createOfflineStore } from './saving/createOfflineStore.ts';
import { reloadForMissingScripts } from './saving/reloadForMissingScripts.ts';
import { startOffline, whenQuiet } from './saving/startOffline.ts';
import { copyOldKeys } from './storage/copyOldKeys.ts';
import { createSettingsStore, isDamagedSettings } from './storage/createSettingsStore.ts';
import { DamagedCount, setAsideDamaged } from './storage/damagedTexts.ts';
import { createKeyValueStore, findStorage } from './storage/KeyValueStore.ts';
import './ui/styles.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const queryClient = createQueryClient();
const builds = createBuildStore(queryClient);
watchContent(queryClient);

const storage = findStorage('localStorage');
// At the root the keys are the old ones.
if (import.meta.env.BASE_URL !== '/') copyOldKeys(storage);
const damagedCount = setAsideDamaged(
  storage,
  (key, text) => isDamagedBookmark(key, text) || isDamagedSettings(key, text),
);
const store = createKeyValueStore(storage, window);

const bookmarks = createBookmarkStore(store);
const settings = createSettingsStore(store);
const offline = createOfflineStore();
const marks = createMarks(store);
const onRows = followMoves(queryClient, { bookmarks, marks, offline });

reloadForMissingScripts();
// Not by a top-level await: the reading view's script would wait for this one, and this one for it.
void prepareFirstScreen(queryClient).then(() => {
  createRoot(root).render(
    <StrictMode>
      <DamagedCount value={damagedCount}>
        <App
          queryClient={queryClient}
          builds={builds}
          bookmarks={bookmarks}
          settings={settings}
          marks={marks}
          offline={offline}
        />
      </DamagedCount>
    </StrictMode>,
  );
  followBuild(queryClient, builds);
  startOffline({
    store: offline,
    client: queryClient,
    builds,
    bookmarks,
    settings,
    keyValues: store,
    async readIds(list, info) {
      const { listIdsQuery } = await import('./data/fetchListIds.ts');
      return queryClient.fetchQuery(listIdsQuery(list, info));
    },
    onRows,
  });
  whenQuiet(async () => {
    const { startSync } = await import('./sync/startSync.ts');
    startSync(store, queryClient);
  });
});
