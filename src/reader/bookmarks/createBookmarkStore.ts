import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import {
  type Bookmark,
  buildBookmark,
  formatBookmark,
  isOfLaterVersion,
  parseBookmark,
} from './Bookmark.ts';

/** The reader's bookmarks, outside React. */
export interface BookmarkStore {
  /** All of them, newest bookmark first. The same array until something changes. */
  readAll(): readonly Bookmark[];
  save(article: Omit<Bookmark, 'bookmarkedAt'>): void;
  /** Puts in bookmarks made elsewhere; of two for one article the later one stays. Gives how many were new or later. */
  add(bookmarks: readonly Bookmark[]): number;
  remove(id: string): void;
  subscribe(listener: () => void): () => void;
  /** Whether a bookmark could only be kept in memory. */
  hasFailed(): boolean;
}

/** One key per bookmark: two tabs can't overwrite each other's, and a damaged value costs one bookmark, not all. */
const BOOKMARKS = { prefix: 'cangbao:bookmark:', most: Number.POSITIVE_INFINITY };

/** Articles that were opened are remembered in the same way, but only the last of them. */
export const VISITS = { prefix: 'cangbao:visit:', most: 300 };

/** Builds the bookmarks over a store of small texts. Damaged values are passed over; `isDamagedBookmark` finds them. */
export function createBookmarkStore(
  store: KeyValueStore,
  readClock: () => Date = () => new Date(),
  { prefix, most } = BOOKMARKS,
): BookmarkStore {
  let all: readonly Bookmark[] | undefined;
  store.subscribe((key) => {
    if (key === undefined || key.startsWith(prefix)) all = undefined;
  });

  function readAll() {
    all ??= readBookmarks(store, prefix);
    return all;
  }

  return {
    readAll,
    save(article) {
      store.write(prefix + article.id, formatBookmark(buildBookmark(article, readClock())));
      for (const { id } of readAll().slice(most)) store.remove(prefix + id);
    },
    add(bookmarks) {
      const held = new Map(readBookmarks(store, prefix).map((each) => [each.id, each]));
      const later = bookmarks.filter((each) => {
        const own = held.get(each.id);
        return !own || Date.parse(own.bookmarkedAt) < Date.parse(each.bookmarkedAt);
      });
      for (const each of later) store.write(prefix + each.id, formatBookmark(each));
      return later.length;
    },
    remove: (id) => store.remove(prefix + id),
    subscribe: store.subscribe,
    hasFailed: () => store.hasFailed(prefix),
  };
}

/** Tells whether a stored text is a bookmark that can't be read; one of a later version is not ours to judge. */
export function isDamagedBookmark(key: string, text: string): boolean {
  return (
    key.startsWith(BOOKMARKS.prefix) &&
    parseBookmark(key.slice(BOOKMARKS.prefix.length), text) === undefined &&
    !isOfLaterVersion(text)
  );
}

function readBookmarks(store: KeyValueStore, prefix: string): Bookmark[] {
  return store
    .readKeys(prefix)
    .map((key) => parseBookmark(key.slice(prefix.length), store.read(key) ?? ''))
    .filter((bookmark) => bookmark !== undefined)
    .sort(compareNewestFirst);
}

function compareNewestFirst(a: Bookmark, b: Bookmark): number {
  const [timeA, timeB] = [Date.parse(a.bookmarkedAt), Date.parse(b.bookmarkedAt)];
  return timeB - timeA || (a.id < b.id ? -1 : 1);
}
