import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { type Bookmark, parseBookmark } from './Bookmark.ts';
import { isOnlyLater, LABELS } from './labelKeys.ts';

/** The stored bookmarks, read once and kept up to date. */
export interface StoredBookmarks {
  /** All of them, newest bookmark first. The same array until listeners are told of a change. */
  readAll(): readonly Bookmark[];
  /** Those that are on the shelf 收藏: all but what is only to be read later. The same array, as before. */
  readKept(): readonly Bookmark[];
}

/** Follows the bookmarks of a store: a change of some keys costs these keys, not the thousands that stay. */
export function followStored(store: KeyValueStore, prefix: string): StoredBookmarks {
  /** By id, with the time of the bookmark in milliseconds. */
  let stored: Map<string, { bookmark: Bookmark; time: number }> | undefined;
  /** Ids of what is only to be read later. */
  let later: Set<string> | undefined;
  /** What was given last is no longer true. */
  let isStale = false;
  let isKeptStale = false;
  let all: readonly Bookmark[] | undefined;
  let kept: readonly Bookmark[] | undefined;

  function readText(id: string) {
    const bookmark = parseBookmark(id, store.read(prefix + id) ?? '');
    if (bookmark === stored?.get(id)?.bookmark) return;
    if (bookmark) stored?.set(id, { bookmark, time: Date.parse(bookmark.bookmarkedAt) });
    else stored?.delete(id);
    isStale = true;
  }

  function readLabels(id: string) {
    if (isOnlyLater(store.read(LABELS + id))) later?.add(id);
    else later?.delete(id);
    isKeptStale = true;
  }

  store.follow((keys) => {
    if (!keys) {
      stored = undefined;
      later = undefined;
      isStale = true;
    }
    for (const key of keys ?? []) {
      if (stored && key.startsWith(prefix)) readText(key.slice(prefix.length));
      if (later && key.startsWith(LABELS)) readLabels(key.slice(LABELS.length));
    }
  });
  // Not while changes are quiet: to sort thousands for each of hundreds of slices would hold the page up.
  store.subscribe(() => {
    if (isStale) all = undefined;
    if (isStale || isKeptStale) kept = undefined;
  });

  function readAll() {
    if (all) return all;
    if (!stored) {
      stored = new Map();
      for (const key of store.readKeys(prefix)) readText(key.slice(prefix.length));
    }
    isStale = false;
    all = [...stored.values()]
      .sort((a, b) => b.time - a.time || (a.bookmark.id < b.bookmark.id ? -1 : 1))
      .map(({ bookmark }) => bookmark);
    return all;
  }

  return {
    readAll,
    readKept() {
      if (kept) return kept;
      if (!later) {
        later = new Set();
        for (const key of store.readKeys(LABELS)) readLabels(key.slice(LABELS.length));
      }
      isKeptStale = false;
      const onlyLater = later;
      kept = readAll().filter(({ id }) => !onlyLater.has(id));
      return kept;
    },
  };
}
