// @vitest-environment jsdom
/** What a store of bookmarks remembers of its texts is what a store that is opened now reads. */
import { beforeEach, expect, test } from 'vitest';
import {
  buildBookmark,
  formatBookmark,
  formatRemoval,
} from '../../src/reader/bookmarks/Bookmark.ts';
import { createBookmarkStore } from '../../src/reader/bookmarks/createBookmarkStore.ts';
import { restoreBookmarks } from '../../src/reader/saving/bookmarkKeys.ts';
import { createKeyValueStore } from '../../src/reader/storage/KeyValueStore.ts';
import fc from '../support/fastCheck.ts';
import { buildSummary } from './setUpReader.tsx';

const { localStorage } = window;
const buildText = (n: number, time: number) =>
  formatBookmark(buildBookmark(buildSummary(n, '示例'), new Date(time)));
const LABELS = [undefined, '{"v":1,"shelf":"later","tags":[]}', '{"v":1,"tags":[]}'];
const TEXTS = [undefined, '{', '{"v":2}', formatRemoval(new Date(5))];

beforeEach(() => localStorage.clear());

interface Step {
  /** By this tab, quietly, in another tab, past the app (which is told of all), or only read. */
  way: 'write' | 'quiet' | 'other' | 'clear' | 'read';
  kind: 'bookmark' | 'labels';
  n: number;
  text: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  way: fc.constantFrom('write', 'write', 'quiet', 'other', 'clear', 'read'),
  kind: fc.constantFrom('bookmark', 'bookmark', 'labels'),
  n: fc.nat(2),
  text: fc.nat(11),
});

test('after any changes the lists are those of a store that is opened now', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      localStorage.clear();
      const events = new EventTarget();
      const store = createKeyValueStore(localStorage, events);
      const bookmarks = createBookmarkStore(store);
      bookmarks.readKept();
      for (const { way, kind, n, text } of steps) {
        const key = `cangbao:${kind}:${buildSummary(n, '示例').id}`;
        const value =
          kind === 'labels'
            ? LABELS[text % LABELS.length]
            : text < TEXTS.length
              ? TEXTS[text]
              : buildText(n, text);
        if (way === 'read') bookmarks.readKept();
        else if (way === 'quiet') store.changeAll([[key, value]], true);
        else if (way === 'write') store.changeAll([[key, value]]);
        else {
          if (way === 'clear') localStorage.clear();
          else if (value === undefined) localStorage.removeItem(key);
          else localStorage.setItem(key, value);
          events.dispatchEvent(new StorageEvent('storage', { key: way === 'clear' ? null : key }));
        }
      }
      store.changeAll([]);
      const fresh = createBookmarkStore(createKeyValueStore(localStorage));
      expect(bookmarks.readAll()).toEqual(fresh.readAll());
      expect(bookmarks.readKept()).toEqual(fresh.readKept());
      expect(bookmarks.readAll()).toBe(bookmarks.readAll());
    }),
    { numRuns: 500 },
  );
});

test('listeners are told once of what was changed quietly, with all its keys', () => {
  const store = createKeyValueStore(localStorage);
  const told: (readonly string[] | undefined)[] = [];
  store.subscribe((keys) => told.push(keys));
  store.changeAll([['a', '1']], true);
  store.changeAll([['b', '2']], true);
  expect(told).toEqual([]);
  store.changeAll([['c', '3']]);
  store.changeAll([['d', '4']]);
  expect(told).toEqual([['a', 'b', 'c'], ['d']]);
});

test('a bookmark is not renewed whose removal was not told yet', () => {
  const store = createKeyValueStore(localStorage);
  const bookmarks = createBookmarkStore(store);
  const summary = buildSummary(1, '示例');
  bookmarks.save(summary);
  expect(bookmarks.readAll()).toHaveLength(1);
  const removal = formatRemoval(new Date());
  store.changeAll([[`cangbao:bookmark:${summary.id}`, removal]], true);
  bookmarks.renew({ ...summary, title: '另一题' });
  expect(localStorage.getItem(`cangbao:bookmark:${summary.id}`)).toBe(removal);
});

test('what the reader has done since a bookmark was found to be lost stays', async () => {
  const store = createKeyValueStore(localStorage);
  const [set, removed, older, damaged, later, missing] = [1, 2, 3, 4, 5, 6].map((n) =>
    buildBookmark(buildSummary(n, '示例'), new Date(1000)),
  );
  if (!set || !removed || !older || !damaged || !later || !missing) throw new Error('six');
  const keyOf = ({ id }: { id: string }) => `cangbao:bookmark:${id}`;
  localStorage.setItem(keyOf(set), buildText(1, 2000));
  localStorage.setItem(keyOf(removed), formatRemoval(new Date(2000)));
  localStorage.setItem(keyOf(older), formatRemoval(new Date(500)));
  localStorage.setItem(keyOf(damaged), '{');
  localStorage.setItem(keyOf(later), '{"v":2}');
  await restoreBookmarks(store, [set, removed, older, damaged, later, missing]);
  expect(localStorage.getItem(keyOf(set))).toBe(buildText(1, 2000));
  expect(localStorage.getItem(keyOf(removed))).toBe(formatRemoval(new Date(2000)));
  expect(localStorage.getItem(keyOf(older))).toBe(formatBookmark(older));
  expect(localStorage.getItem(keyOf(damaged))).toBe(formatBookmark(damaged));
  expect(localStorage.getItem(`cangbao:damaged:${keyOf(damaged)}`)).toBe('{');
  expect(localStorage.getItem(keyOf(later))).toBe('{"v":2}');
  expect(localStorage.getItem(keyOf(missing))).toBe(formatBookmark(missing));
  expect(localStorage.length).toBe(7);
});
