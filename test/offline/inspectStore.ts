import type { Page } from 'playwright-core';
import type { SavedRecord } from '../../src/reader/copies/SavedRecord.ts';
import { SAVED_CACHES } from './savedCaches.ts';

/** What lies in the browser, read past the app. */
export interface StoredThings {
  records: SavedRecord[];
  /** Addresses in the cache of saved copies. */
  copies: string[];
  /** Addresses of pages of lists saved whole. */
  pages: string[];
}

/** Reads records and copies. */
export function readStore(page: Page): Promise<StoredThings> {
  return page.evaluate(async (names) => {
    const readAll = (database: IDBDatabase, store: string) =>
      new Promise<unknown[]>((done, fail) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open('cangbao');
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    const records = (await readAll(database, 'saved')) as SavedRecord[];
    const lists = (await readAll(database, 'lists')) as { addresses: string[] }[];
    database.close();
    const held = await caches.keys();
    const keys = names
      .filter((name) => held.includes(name))
      .map(async (name) => (await caches.open(name)).keys());
    const copies = (await Promise.all(keys)).flat().map(({ url }) => url);
    return { records, copies, pages: lists.flatMap(({ addresses }) => addresses) };
  }, SAVED_CACHES);
}

/**
 * Finds what is not true: pieces that a record calls saved and that are not there, copies that no record names.
 * Gives it in words; an empty list means that all is honest.
 */
export function findLies({ records, copies, pages }: StoredThings): string[] {
  const held = new Set(copies);
  const named = new Set([...pages, ...records.flatMap(({ addresses }) => addresses)]);
  const orphans = copies.filter((address) => !named.has(address)).map((each) => `orphan ${each}`);
  const lies = records.flatMap(({ text, pictures, addresses: [own = ''] }) =>
    [{ ...text, address: own }, ...pictures]
      .filter(({ state, address }) => state === 'saved' && !held.has(address))
      .map(({ address }) => `not there ${address}`),
  );
  return [...orphans, ...lies];
}

/** Counts records, and those of them that are queued, without reading them: that would hold the page up. */
export function readCounts(page: Page): Promise<{ records: number; queued: number }> {
  return page.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    const database = await wait(indexedDB.open('cangbao'));
    const saved = database.transaction('saved').objectStore('saved');
    const counts = {
      records: await wait(saved.count()),
      queued: await wait(saved.index('by-queue').count()),
    };
    database.close();
    return counts;
  });
}

/** Titles in the mirror, and of the saved copies. */
export async function readTitles(page: Page): Promise<{ mirror: string[]; saved: string[] }> {
  const mirror = await page.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    const database = await wait(indexedDB.open('cangbao'));
    const all = await wait(database.transaction('bookmarks').objectStore('bookmarks').getAll());
    database.close();
    return (all as { title: string }[]).map(({ title }) => title);
  });
  const { records } = await readStore(page);
  return { mirror: mirror.sort(), saved: records.map(({ summary }) => summary.title).sort() };
}
