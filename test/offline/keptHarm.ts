import type { Page } from 'playwright-core';
import { listSavedCaches } from '../../src/model/offlineNames.ts';
import type { Random } from '../bench/createRandom.ts';
import type { KeptReader } from './KeptReader.ts';
import type { KeptSite } from './keptSite.ts';
import { type KeptStores, listCopies, readKept } from './keptStores.ts';
import { deleteSavedCaches, deleteSavedCopies } from './savedCaches.ts';

/** What another page, the browser or an earlier version does to a site's stores. */
export interface Harm {
  /** Does it, from a page of the same origin. `id`: the article that it is about. */
  act: (probe: Page, site: KeptSite, id: string) => Promise<unknown>;
  /** Returns what can be left of the stores then. */
  leave: (stores: KeptStores, site: KeptSite, id: string) => KeptStores;
  /** The article is one with a bookmark, or with a saved text. */
  about?: 'bookmark' | 'copy';
  /** The tabs are somewhere else meanwhile. */
  isClosed?: true;
}

const DAMAGED = '{"v":1,"title":';
const LATER = '{"v":99,"bookmarkedAt":"2040-01-01T00:00:00Z","folder":"后来"}';

const deleteDatabase = (probe: Page, { names }: KeptSite) =>
  probe.evaluate(
    (name) =>
      new Promise((done) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = done;
        request.onblocked = done;
      }),
    names.database,
  );

/** Empties an object store, or takes one entry out of it; a database that is not there stays so. */
const change = (probe: Page, { names }: KeptSite, store: string, id?: string) =>
  probe.evaluate(
    async ([name = '', store = '', id]) => {
      if (!(await indexedDB.databases()).some((each) => each.name === name)) return;
      await new Promise((done) => {
        const request = indexedDB.open(name);
        request.onerror = done;
        request.onupgradeneeded = () => request.transaction?.abort();
        request.onsuccess = () => {
          const database = request.result;
          const transaction = database.transaction(store, 'readwrite');
          if (id === undefined) transaction.objectStore(store).clear();
          else transaction.objectStore(store).delete(id);
          transaction.oncomplete = done;
          transaction.onabort = done;
          database.close();
        };
      });
    },
    [names.database, store, id] as const,
  );

const write = (probe: Page, key: string, text: string | null) =>
  probe.evaluate(
    ([key, text]) =>
      text === null ? localStorage.removeItem(key) : localStorage.setItem(key, text),
    [key, text] as const,
  );

const withKey = (stores: KeptStores, key: string, text?: string): KeptStores => {
  const { [key]: _, ...texts } = stores.texts;
  return { ...stores, texts: text === undefined ? texts : { ...texts, [key]: text } };
};

const withoutDatabase = (stores: KeptStores): KeptStores => ({
  ...stores,
  mirror: [],
  records: [],
  lists: [],
  hasFacts: false,
});

const deleteCache = (probe: Page, name: string) =>
  probe.evaluate((name) => caches.delete(name), name);

/** All of them, by name. */
export const HARMS: Record<string, Harm> = {
  'localStorage cleared': {
    act: (probe) => probe.evaluate(() => localStorage.clear()),
    leave: (stores) => ({ ...stores, texts: {} }),
  },
  'key removed': {
    about: 'bookmark',
    act: (probe, { bookmarks }, id) => write(probe, bookmarks + id, null),
    leave: (stores, { bookmarks }, id) => withKey(stores, bookmarks + id),
  },
  'bookmark damaged': {
    about: 'bookmark',
    act: (probe, { bookmarks }, id) => write(probe, bookmarks + id, DAMAGED),
    leave: (stores, { bookmarks }, id) => withKey(stores, bookmarks + id, DAMAGED),
  },
  'bookmark of a later version': {
    about: 'bookmark',
    act: (probe, { bookmarks }, id) => write(probe, bookmarks + id, LATER),
    leave: (stores, { bookmarks }, id) => withKey(stores, bookmarks + id, LATER),
  },
  'mirror entry deleted': {
    about: 'bookmark',
    act: (probe, site, id) => change(probe, site, 'bookmarks', id),
    leave: (stores, _, id) => ({ ...stores, mirror: stores.mirror.filter((each) => each !== id) }),
  },
  'mirror emptied': {
    act: (probe, site) => change(probe, site, 'bookmarks'),
    leave: (stores) => ({ ...stores, mirror: [] }),
  },
  'records emptied': {
    act: (probe, site) => change(probe, site, 'saved'),
    leave: (stores) => ({ ...stores, records: [] }),
  },
  'lists emptied': {
    act: (probe, site) => change(probe, site, 'lists'),
    leave: (stores) => ({ ...stores, lists: [] }),
  },
  'facts emptied': {
    act: (probe, site) => change(probe, site, 'facts'),
    leave: (stores) => ({ ...stores, hasFacts: false }),
  },
  'database deleted': { act: deleteDatabase, leave: withoutDatabase },
  'database deleted while closed': { act: deleteDatabase, leave: withoutDatabase, isClosed: true },
  'cache deleted': {
    act: (probe, { names }) => deleteSavedCaches(probe, listSavedCaches(names)),
    leave: (stores) => ({ ...stores, copies: [] }),
  },
  'copy deleted': {
    about: 'copy',
    act: (probe, { names }, id) =>
      deleteSavedCopies(probe, new RegExp(id), { names: listSavedCaches(names) }),
    leave: (stores, _, id) => ({
      ...stores,
      copies: stores.copies.filter((address) => !address.includes(id)),
    }),
  },
  'archive cache deleted': {
    act: (probe, { names }) => deleteCache(probe, names.archive),
    leave: (stores) => stores,
  },
  'worker unregistered': {
    act: (probe) =>
      probe.evaluate(async () => {
        for (const each of await navigator.serviceWorker.getRegistrations())
          await each.unregister();
      }),
    leave: (stores) => stores,
  },
};

/** Harms a site, and lets the models of all sites that share what was harmed know. */
export async function doHarm(
  kept: KeptReader,
  name: string,
  site: KeptSite,
  random: Random,
): Promise<void> {
  const { act, leave, about, isClosed } = HARMS[name] as Harm;
  const isShared = name === 'localStorage cleared';
  // The reader may close one of them in this moment.
  if (isClosed)
    for (const { page } of kept.tabs) await page.goto('about:blank').catch(() => undefined);
  await kept.visit(async (probe) => {
    const harmed = kept.models.filter((model) => isShared || model.site === site);
    const before = await Promise.all(harmed.map((model) => readKept(probe, model.site)));
    const own = before[harmed.findIndex((model) => model.site === site)];
    const candidates = own && about ? listCandidates(own, site, about) : [''];
    if (candidates.length === 0) return;
    const id = random.pick(candidates);
    await act(probe, site, id);
    if (isShared) kept.forgetForeign();
    for (const [at, model] of harmed.entries()) {
      const stores = before[at] as KeptStores;
      const left = leave(stores, model.site, id);
      model.endure(stores, left);
      kept.markStale(model.site, listTaken(stores, left));
    }
  });
  if (isClosed) await Promise.all(kept.tabs.map((tab) => kept.load(tab)));
}

function listCandidates(
  stores: KeptStores,
  { bookmarks }: KeptSite,
  about: 'bookmark' | 'copy',
): string[] {
  const keys = Object.keys(stores.texts).filter((key) => key.startsWith(bookmarks));
  const ids = about === 'copy' ? listCopies(stores) : keys.map((key) => key.replace(bookmarks, ''));
  return ids.sort();
}

/** Returns the ids of copies that were taken, and of those that may have been put in, and found there, in between. */
function listTaken(before: KeptStores, left: KeptStores): string[] {
  if (left.copies.length === before.copies.length) return [];
  const held = new Set(listCopies(left));
  const waiting = before.records.filter(({ queuedAt }) => queuedAt !== undefined);
  return [...listCopies(before).filter((id) => !held.has(id)), ...waiting.map(({ id }) => id)];
}
