// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createBookmarkStore } from '../../src/reader/bookmarks/createBookmarkStore.ts';
import { createKeyValueStore } from '../../src/reader/storage/KeyValueStore.ts';
import { buildSummary } from './setUpReader.tsx';

const article = buildSummary(1, '示例');
/** What a later version of the reader may write: not ours to read or to change. */
const LATER_VERSION = JSON.stringify({ ...article, v: 2, bookmarkedAt: '2026-01-01T00:00:00Z' });
const KEY = `cangbao:bookmark:${article.id}`;

/** A storage in which some methods throw, as in private windows or when it is full. */
function breakStorage(...methods: (keyof Storage)[]): Storage {
  return new Proxy(window.localStorage, {
    get(target, name) {
      if (methods.includes(name as keyof Storage)) {
        throw new DOMException('no', 'QuotaExceededError');
      }
      const value = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

beforeEach(() => window.localStorage.clear());

describe('bookmarks in storage', () => {
  it('are one key each, with a version', () => {
    const store = createBookmarkStore(
      createKeyValueStore(window.localStorage),
      () => new Date('2026-01-02T03:04:05Z'),
    );
    store.save(article);
    expect(JSON.parse(window.localStorage.getItem(KEY) ?? '')).toEqual({
      v: 1,
      bookmarkedAt: '2026-01-02T03:04:05.000Z',
      changedAt: '2026-01-02T03:04:05.000Z',
      title: article.title,
      category: article.category,
      source: article.source,
      publishedAt: article.publishedAt,
      excerpt: article.excerpt,
    });
    // That it was the reader who removed it must be known to every store and tab.
    store.remove(article.id);
    expect(JSON.parse(window.localStorage.getItem(KEY) ?? '')).toEqual({
      v: 1,
      removedAt: '2026-01-02T03:04:05.001Z',
    });
    expect(store.readAll()).toEqual([]);
  });

  it('come newest first, and the same array until something changes', () => {
    let time = 0;
    const store = createBookmarkStore(createKeyValueStore(window.localStorage), () => {
      time += 1000;
      return new Date(time);
    });
    for (const n of [1, 3, 2]) store.save(buildSummary(n, '示例'));
    expect(store.readAll().map((bookmark) => bookmark.id)).toEqual(['id0002', 'id0003', 'id0001']);
    expect(store.readAll()).toBe(store.readAll());
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    LATER_VERSION,
    '{"v":1,"title":3}',
    '{"v":1,"bookmarkedAt":"x"}',
  ])('passes over the damaged value %j and leaves it where it is', (value) => {
    window.localStorage.setItem(KEY, value);
    const store = createBookmarkStore(createKeyValueStore(window.localStorage));
    store.save(buildSummary(2, '示例'));
    expect(store.readAll().map((bookmark) => bookmark.id)).toEqual(['id0002']);
    expect(window.localStorage.getItem(KEY)).toBe(value);
  });

  it('follows what another tab does', () => {
    const store = createBookmarkStore(createKeyValueStore(window.localStorage, window));
    const listener = vi.fn();
    store.subscribe(listener);
    expect(store.readAll()).toHaveLength(0);
    createBookmarkStore(createKeyValueStore(window.localStorage)).save(article);
    window.dispatchEvent(new StorageEvent('storage', { key: KEY }));
    expect(listener).toHaveBeenCalledOnce();
    expect(store.readAll().map((bookmark) => bookmark.id)).toEqual([article.id]);
  });
});

describe('storage that refuses', () => {
  it.each<[string, () => Storage | undefined]>([
    ['is absent', () => undefined],
    ['is full', () => breakStorage('setItem')],
    [
      'throws at everything',
      () => breakStorage('setItem', 'getItem', 'removeItem', 'key', 'length'),
    ],
  ])('keeps bookmarks in memory when it %s', (_, build) => {
    const store = createBookmarkStore(createKeyValueStore(build()));
    expect(store.readAll()).toEqual([]);
    expect(store.hasFailed()).toBe(false);
    store.save(article);
    expect(store.readAll().map((bookmark) => bookmark.title)).toEqual([article.title]);
    expect(store.hasFailed()).toBe(true);
    store.remove(article.id);
    expect(store.readAll()).toEqual([]);
  });

  it('can also refuse to forget', () => {
    createBookmarkStore(createKeyValueStore(window.localStorage)).save(article);
    const store = createBookmarkStore(createKeyValueStore(breakStorage('removeItem')));
    store.remove(article.id);
    expect(store.readAll()).toEqual([]);
  });
});
