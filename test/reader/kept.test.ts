// @vitest-environment jsdom
/** The mirror of the bookmarks, and removals: what is lost in one store comes back from the other. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Bookmark,
  buildBookmark,
  formatBookmark,
  formatRemoval,
} from '../../src/reader/bookmarks/Bookmark.ts';
import { createBookmarkStore } from '../../src/reader/bookmarks/createBookmarkStore.ts';
import type { Loss } from '../../src/reader/saving/createOfflineStore.ts';
import { keepMirror } from '../../src/reader/saving/keepMirror.ts';
import { createKeyValueStore } from '../../src/reader/storage/KeyValueStore.ts';
import { buildSummary } from './setUpReader.tsx';

const { localStorage } = window;
const own = buildBookmark(buildSummary(1, '示例'), new Date('2026-01-02T03:04:05Z'));
const KEY = `cangbao:bookmark:${own.id}`;
const LATER = '{"v":2,"bookmarkedAt":"2026-01-01T00:00:00Z"}';

/** The mirror's store, in memory. */
function buildMirror(...held: Bookmark[]) {
  const mirror = new Map(held.map((each) => [each.id, each]));
  const store = {
    put: (each: Bookmark) => mirror.set(each.id, each),
    delete: (id: string) => mirror.delete(id),
  };
  const database = {
    getAll: async () => [...mirror.values()],
    transaction: () => ({ store, done: Promise.resolve() }),
  };
  return { mirror, database: database as unknown as Parameters<typeof keepMirror>[0] };
}

/** Opens a tab over the stores as they are. */
async function openTab(database: Parameters<typeof keepMirror>[0]) {
  const events = new EventTarget();
  const keyValues = createKeyValueStore(localStorage, events);
  const bookmarks = createBookmarkStore(keyValues);
  const losses: Loss[] = [];
  await keepMirror(database, bookmarks, keyValues, (loss) => losses.push(loss));
  return { bookmarks, losses, events };
}

const settle = () => new Promise((done) => setTimeout(done, 20));

beforeEach(() => localStorage.clear());

describe('the mirror of the bookmarks', () => {
  it('holds what is bookmarked and lets go what the reader removes', async () => {
    const { mirror, database } = buildMirror();
    const { bookmarks, losses } = await openTab(database);
    bookmarks.save(buildSummary(1, '示例'));
    await settle();
    expect([...mirror.keys()]).toEqual([own.id]);
    bookmarks.remove(own.id);
    await settle();
    expect([...mirror.keys()]).toEqual([]);
    expect(bookmarks.readAll()).toEqual([]);
    expect(losses).toEqual([]);
  });

  it.each<[string, () => void]>([
    ['localStorage was emptied', () => localStorage.clear()],
    ['its key is missing', () => localStorage.removeItem(KEY)],
    ['its text is damaged', () => localStorage.setItem(KEY, '{')],
  ])('restores a bookmark, with a word, where %s', async (_, hurt) => {
    localStorage.setItem(KEY, formatBookmark(own));
    const { mirror, database } = buildMirror(own);
    hurt();
    const { bookmarks, losses } = await openTab(database);
    expect(bookmarks.readAll()).toMatchObject([own]);
    expect(losses).toEqual(['bookmarks-restored']);
    expect([...mirror.values()]).toEqual([own]);
  });

  it('sets a damaged text aside before it restores the bookmark', async () => {
    localStorage.setItem(KEY, '{');
    await openTab(buildMirror(own).database);
    expect(localStorage.getItem(`cangbao:damaged:${KEY}`)).toBe('{');
  });

  it('restores all at once when another page empties localStorage, and tells it once', async () => {
    const all = [1, 2, 3].map((n) => buildBookmark(buildSummary(n, '示例'), new Date(n)));
    for (const each of all)
      localStorage.setItem(`cangbao:bookmark:${each.id}`, formatBookmark(each));
    const { mirror, database } = buildMirror();
    const { bookmarks, losses, events } = await openTab(database);
    let changes = 0;
    localStorage.clear();
    bookmarks.subscribe(() => {
      changes += 1;
    });
    events.dispatchEvent(new StorageEvent('storage', { key: null }));
    await expect.poll(() => bookmarks.readAll()).toHaveLength(3);
    await settle();
    expect(mirror.size).toBe(3);
    expect(losses).toEqual(['bookmarks-restored']);
    // The emptying, the restoring, the note of how many the mirror holds.
    expect(changes).toBeLessThanOrEqual(3);
  });

  it('brings nothing back that another tab sets and removes, where word of it comes late', async () => {
    const { mirror, database } = buildMirror();
    const { bookmarks, losses, events } = await openTab(database);
    mirror.set(own.id, own);
    // The other tab's mirror is known here, its keys aren't yet.
    bookmarks.save(buildSummary(2, '示例'));
    await new Promise((done) => setTimeout(done, 200));
    localStorage.setItem(KEY, formatRemoval(new Date()));
    events.dispatchEvent(new StorageEvent('storage', { key: KEY }));
    await expect.poll(() => [...mirror.keys()]).toEqual([buildSummary(2, '示例').id]);
    expect(bookmarks.readAll()).toHaveLength(1);
    expect(losses).toEqual([]);
  });

  it.each([
    ['takes in nothing that was removed', formatBookmark(own), formatRemoval(new Date()), [], 0],
    [
      'lets go nothing that was set again',
      formatRemoval(new Date()),
      formatBookmark(own),
      [own],
      1,
    ],
  ])('%s since the keys were read', async (_, read, standing, held, size) => {
    localStorage.setItem(KEY, read);
    const { mirror, database } = buildMirror(...held);
    const { transaction } = database;
    database.transaction = (() => {
      localStorage.setItem(KEY, standing);
      return transaction('bookmarks', 'readwrite');
    }) as typeof transaction;
    await openTab(database);
    expect(mirror.size).toBe(size);
  });

  it('leaves a bookmark of a later version, and its copy, as they are', async () => {
    localStorage.setItem(KEY, LATER);
    const { mirror, database } = buildMirror(own);
    const { losses } = await openTab(database);
    expect(localStorage.getItem(KEY)).toBe(LATER);
    expect([...mirror.values()]).toEqual([own]);
    expect(losses).toEqual([]);
  });

  it('is made up for later where it can’t be written', async () => {
    localStorage.setItem(KEY, formatBookmark(own));
    const { mirror, database } = buildMirror();
    const write = database.transaction;
    database.transaction = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const { bookmarks } = await openTab(database);
    database.transaction = write;
    bookmarks.save(buildSummary(2, '示例'));
    await settle();
    expect(mirror.size).toBe(2);
  });
});

describe('a removal', () => {
  it('is known to a page that opens later', async () => {
    createBookmarkStore(createKeyValueStore(localStorage)).remove(own.id);
    const { mirror, database } = buildMirror(own);
    const { bookmarks, losses } = await openTab(database);
    expect(bookmarks.readAll()).toEqual([]);
    expect(mirror.size).toBe(0);
    expect(losses).toEqual([]);
  });

  it('is taken back by a new bookmark', async () => {
    const { mirror, database } = buildMirror(own);
    const { bookmarks } = await openTab(database);
    bookmarks.remove(own.id);
    bookmarks.save(buildSummary(1, '示例'));
    await settle();
    expect(bookmarks.readAll()).toHaveLength(1);
    expect(mirror.size).toBe(1);
  });

  // A browser that is killed has the database on the disk, and localStorage as it was some time before.
  it.each<[string, string]>([
    ['goes on', '2026-03-01T00:00:00Z'],
    ['has been set back', '2020-01-01T00:00:00Z'],
  ])(
    'costs nothing that was bookmarked after it, where a killed browser forgot that and the clock %s',
    async (_, time) => {
      let clock = '2026-02-01T00:00:00Z';
      const bookmarks = createBookmarkStore(
        createKeyValueStore(localStorage),
        () => new Date(clock),
      );
      const { mirror, database } = buildMirror();
      bookmarks.remove(own.id);
      const onDisk = localStorage.getItem(KEY) ?? '';
      clock = time;
      bookmarks.add([own]);
      const [made] = bookmarks.readAll();
      mirror.set(own.id, made as Bookmark);
      localStorage.setItem(KEY, onDisk);
      const { bookmarks: restored, losses } = await openTab(database);
      expect(restored.readAll()).toEqual([made]);
      expect(losses).toEqual(['bookmarks-restored']);
      expect(localStorage.getItem(`cangbao:damaged:${KEY}`)).toBeNull();
    },
  );

  it('counts against a bookmark made before it by a clock that ran ahead', async () => {
    let clock = '2030-01-01T00:00:00Z';
    const bookmarks = createBookmarkStore(createKeyValueStore(localStorage), () => new Date(clock));
    bookmarks.save(buildSummary(1, '示例'));
    const { mirror, database } = buildMirror(...bookmarks.readAll());
    clock = '2026-01-01T00:00:00Z';
    bookmarks.remove(own.id);
    const { bookmarks: later } = await openTab(database);
    expect(later.readAll()).toEqual([]);
    expect(mirror.size).toBe(0);
  });

  it('leaves room for an import, a later version’s text does not', () => {
    const bookmarks = createBookmarkStore(createKeyValueStore(localStorage));
    bookmarks.remove(own.id);
    expect(bookmarks.add([own])).toEqual({ laterVersion: 0, noRoom: 0 });
    localStorage.setItem(KEY, LATER);
    expect(bookmarks.add([own])).toEqual({ laterVersion: 1, noRoom: 0 });
    expect(localStorage.getItem(KEY)).toBe(LATER);
  });
});
