import { renderToStaticMarkup } from 'react-dom/server';
import { App } from './App.tsx';
import { createBookmarkStore } from './bookmarks/createBookmarkStore.ts';
import { createQueryClient } from './data/createQueryClient.ts';
import { handPageData } from './data/takePageData.ts';
import { createMarks } from './read-state/createMarks.ts';
import { createOfflineStore } from './saving/createOfflineStore.ts';
import { createSettingsStore } from './storage/createSettingsStore.ts';
import { createKeyValueStore } from './storage/KeyValueStore.ts';

/**
 * Gives the first screen as HTML, as it is on a phone for somebody who has never been here: what stands in
 * `index.html` until the script is there. Runs in the build, which asks nothing of a browser. `data`: the JSON of the
 * archive files that the page carries, as it stands in the page.
 *
 * Without pictures, which would be fetched before the script, and without style attributes, which the page's policy
 * forbids. React writes `<`, `>` and `"` in texts and attributes as references, so these patterns see nothing but its
 * own tags.
 */
export function drawFirstScreen(data: string): string {
  handPageData(data);
  const store = createKeyValueStore(undefined);
  const queryClient = createQueryClient();
  const html = renderToStaticMarkup(
    <App
      queryClient={queryClient}
      bookmarks={createBookmarkStore(store)}
      settings={createSettingsStore(store)}
      marks={createMarks(store)}
      offline={createOfflineStore()}
    />,
  );
  // Its timers would keep the build from ending.
  queryClient.clear();
  return html.replace(/<img [^>]*>/g, '').replace(/ style="[^"]*"/g, '');
}
