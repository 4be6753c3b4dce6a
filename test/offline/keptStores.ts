import type { Page } from 'playwright-core';
import { listSavedCaches } from '../../src/model/offlineNames.ts';
import type { SavedRecord } from '../../src/reader/copies/SavedRecord.ts';
import type { KeptSite } from './keptSite.ts';

/** What lies in the browser of one site, read past the app and without making anything. */
export interface KeptStores {
  /** All texts in localStorage, other sites' too. */
  texts: Record<string, string>;
  /** Ids in the mirror of the bookmarks. */
  mirror: string[];
  records: SavedRecord[];
  /** Paths of lists saved whole, and addresses of their pages. */
  lists: { path: string; addresses: string[]; isPending: boolean }[];
  /** Addresses in the cache of saved copies. */
  copies: string[];
  /** Whether the facts of the database are there. */
  hasFacts: boolean;
}

/** Reads a site's stores. */
export function readKept(page: Page, site: KeptSite): Promise<KeptStores> {
  return page.evaluate(readWithin, {
    database: site.names.database,
    saved: listSavedCaches(site.names),
  });
}

/** Runs in the page. A database that is not there is not made: the app could not make its own any more. */
async function readWithin(names: { database: string; saved: string[] }): Promise<KeptStores> {
  const wait = <T>(request: IDBRequest<T>) =>
    new Promise<T | undefined>((done) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => done(undefined);
    });
  const isThere = (await indexedDB.databases()).some(({ name }) => name === names.database);
  const opening = isThere ? indexedDB.open(names.database) : undefined;
  // It may have gone in this moment.
  if (opening) opening.onupgradeneeded = () => opening.transaction?.abort();
  const database = opening && (await wait(opening));
  const stores = [...(database?.objectStoreNames ?? [])];
  const transaction = stores.length > 0 ? database?.transaction(stores) : undefined;
  const readAll = async (name: string) =>
    ((transaction && (await wait(transaction.objectStore(name).getAll()))) ?? []) as unknown[];
  const [mirror, records, lists] = await Promise.all(['bookmarks', 'saved', 'lists'].map(readAll));
  database?.close();
  const held = await caches.keys();
  const keys = names.saved
    .filter((name) => held.includes(name))
    .map(async (name) => (await caches.open(name)).keys());
  const copies = (await Promise.all(keys)).flat().map(({ url }) => url);
  return {
    texts: { ...localStorage },
    mirror: (mirror as { id: string }[]).map(({ id }) => id),
    records: records as KeptStores['records'],
    lists: lists as KeptStores['lists'],
    copies,
    hasFacts: stores.includes('facts'),
  };
}

/** What a text under a bookmark's key says. */
export type KeyText = 'bookmark' | 'removed' | 'missing' | 'damaged' | 'later';

/** Reads a text as the app promises to. */
export function readKeyText(text: string | undefined): KeyText {
  if (text === undefined) return 'missing';
  try {
    const { v, removedAt, bookmarkedAt, title } = JSON.parse(text) as Record<string, unknown>;
    if (typeof v === 'number' && v > 1) return 'later';
    if (typeof removedAt === 'string') return 'removed';
    return typeof bookmarkedAt === 'string' && typeof title === 'string' ? 'bookmark' : 'damaged';
  } catch {
    return 'damaged';
  }
}

/** Returns the ids of all articles whose texts lie in the cache. */
export function listCopies({ copies }: Pick<KeptStores, 'copies'>): string[] {
  return copies.flatMap((address) => /\/archive\/articles\/(\w+)\.json$/.exec(address)?.[1] ?? []);
}

/** Whether all of a saved article is there, by its record. */
export function isWhole({ text, pictures, queuedAt }: SavedRecord): boolean {
  return queuedAt === undefined && [text, ...pictures].every(({ state }) => state === 'saved');
}
