// @vitest-environment jsdom
/** What is taken in of a backup, and what is said of the rest. */
import { beforeEach, expect, test } from 'vitest';
import {
  formatBackup,
  formatBackupBlock,
  parseBackup,
} from '../../src/reader/backup/backupFile.ts';
import { importBookmarks } from '../../src/reader/backup/importBookmarks.ts';
import { readBackup } from '../../src/reader/backup/readBackup.ts';
import { type Bookmark, buildBookmark } from '../../src/reader/bookmarks/Bookmark.ts';
import { createBookmarkStore } from '../../src/reader/bookmarks/createBookmarkStore.ts';
import { createKeyValueStore } from '../../src/reader/storage/KeyValueStore.ts';
import { buildSummary } from './setUpReader.tsx';

const { localStorage } = window;
const now = new Date('2026-05-05T00:00:00Z');
const build = (n: number, day: number): Bookmark =>
  buildBookmark(buildSummary(n, '示例'), new Date(Date.UTC(2026, 0, day)));
const open = (storage = localStorage) => createBookmarkStore(createKeyValueStore(storage));

beforeEach(() => localStorage.clear());

test('each entry is counted once: added, here already, newer here, damaged, of a later version', async () => {
  const store = open();
  store.add([build(2, 5), build(3, 5), build(4, 5)]);
  localStorage.setItem('cangbao:bookmark:id0005', '{"v":2}');
  const entries = [build(1, 5), build(2, 5), build(3, 9), build(4, 1), build(5, 5), build(6, 5)];
  const text = formatBackup([...entries, build(7, 5)], now)
    .replace('"id": "id0006"', '"id": "../x"')
    .replace(/("id": "id0007",\s*"v": )1/, '$12');
  const backup = (await parseBackup(text)) ?? expect.fail('no backup');
  expect(await importBookmarks(store, backup)).toEqual({
    all: 7,
    added: 2,
    same: 1,
    newerHere: 1,
    damaged: 1,
    laterVersion: 2,
    noRoom: 0,
    leftOut: 0,
  });
  expect(localStorage.getItem('cangbao:bookmark:id0005')).toBe('{"v":2}');
});

test.each([
  ['first', [build(1, 9), build(1, 2)]],
  ['last', [build(1, 2), build(1, 9)]],
])('of two for one article the newer wins where it stands %s', async (_, bookmarks) => {
  const store = open();
  const counts = await importBookmarks(store, { bookmarks, damaged: 0, laterVersion: 0 });
  expect(counts).toMatchObject({ all: 2, added: 1, same: 1 });
  expect(store.readAll().map(({ bookmarkedAt }) => bookmarkedAt)).toEqual([
    build(1, 9).bookmarkedAt,
  ]);
});

test('what the browser refused is not called added', async () => {
  let room = 3;
  const full = new Proxy(localStorage, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (name === 'setItem' && room-- <= 0) throw new DOMException('no', 'QuotaExceededError');
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const bookmarks = [1, 2, 3, 4, 5].map((n) => build(n, 5));
  const counts = await importBookmarks(open(full), { bookmarks, damaged: 0, laterVersion: 0 });
  expect(counts).toMatchObject({ added: 3, noRoom: 2 });
});

test('2,000 bookmarks are told of once, and the page has its turn in between', async () => {
  const store = open();
  let told = 0;
  store.subscribe(() => {
    told += 1;
    store.readAll(); // as the list on screen does
  });
  const bookmarks = Array.from({ length: 2000 }, (_, n) => build(n, 5));
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  });
  await importBookmarks(store, { bookmarks, damaged: 0, laterVersion: 0 });
  clearInterval(timer);
  expect(told).toBe(1);
  expect(turns).toBeGreaterThan(5);
});

test('stopped by the reader it keeps what is written, and counts the rest', async () => {
  const store = open();
  const bookmarks = Array.from({ length: 500 }, (_, n) => build(n, 5));
  const controller = new AbortController();
  const backup = { bookmarks, damaged: 0, laterVersion: 0 };
  const tell = (done: number) => done >= 100 && controller.abort();
  const { added, leftOut, all } = await importBookmarks(store, backup, tell, controller.signal);
  expect({ added, leftOut, all }).toEqual({ added: 150, leftOut: 350, all: 500 });
  expect(store.readAll()).toHaveLength(150);
});

test('an exported page is read from its end, however long it is', async () => {
  const pad = '这是正文。'.repeat(2 ** 18);
  const page = new Blob([
    '<html><body>',
    pad,
    pad,
    formatBackupBlock([build(1, 5)], now),
    '</body></html>\n',
  ]);
  const slices: number[] = [];
  const slice = page.slice.bind(page);
  page.slice = (start = 0, end = page.size, type = '') => {
    slices.push(end - start);
    return readable(slice(start, end, type));
  };
  expect((await readBackup(page))?.bookmarks).toHaveLength(1);
  expect(Math.max(...slices)).toBeLessThan(page.size / 2);
  expect(
    (await readBackup(readable(new Blob([formatBackup([build(1, 5)], now)]))))?.bookmarks,
  ).toHaveLength(1);
  expect(await readBackup(readable(new Blob(['<html>nothing</html>'])))).toBeUndefined();
});

/** jsdom's blobs can be read by a FileReader only. */
function readable(blob: Blob): Blob {
  const slice = blob.slice.bind(blob);
  blob.slice = (...range) => readable(slice(...range));
  blob.text = () =>
    new Promise((done) => {
      const reader = new FileReader();
      reader.onload = () => done(String(reader.result));
      reader.readAsText(blob);
    });
  return blob;
}
