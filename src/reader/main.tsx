import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { createBookmarkStore, isDamagedBookmark } from './bookmarks/createBookmarkStore.ts';
import { createQueryClient } from './data/createQueryClient.ts';
import { watchContent } from './data/watchContent.ts';
import { createMarks } from './marks/createMarks.ts';
import { createOfflineStore } from './offline/createOfflineStore.ts';
import { reloadForMissingScripts } from './offline/reloadForMissingScripts.ts';
import { startOffline } from './offline/startOffline.ts';
import { prepareFirstScreen } from './pages/prepareFirstScreen.ts';
import { createSettingsStore, isDamagedSettings } from './storage/createSettingsStore.ts';
import { DamagedCount, setAsideDamaged } from './storage/damagedTexts.ts';
import { createKeyValueStore, findStorage } from './storage/KeyValueStore.ts';
import './ui/styles.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const queryClient = createQueryClient();
watchContent(queryClient);

const storage = findStorage('localStorage');
const damagedCount = setAsideDamaged(
  storage,
  (key, text) => isDamagedBookmark(key, text) || isDamagedSettings(key, text),
);
const store = createKeyValueStore(storage, window);

const bookmarks = createBookmarkStore(store);
const settings = createSettingsStore(store);
const offline = createOfflineStore();

reloadForMissingScripts();
// Not by a top-level await: the reading view's script would wait for this one, and this one for it.
void prepareFirstScreen(queryClient).then(() => {
  createRoot(root).render(
    <StrictMode>
      <DamagedCount value={damagedCount}>
        <App
          queryClient={queryClient}
          bookmarks={bookmarks}
          settings={settings}
          marks={createMarks(store)}
          offline={offline}
        />
      </DamagedCount>
    </StrictMode>,
  );
  startOffline({ store: offline, client: queryClient, bookmarks, settings, keyValues: store });
});
