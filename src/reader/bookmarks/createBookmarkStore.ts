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
const PREFIX = 'cangbao:bookmark:';

/** Builds the bookmarks over a store of small texts. Damaged values are passed over; `isDamagedBookmark` finds them. */
export function createBookmarkStore(
  store: KeyValueStore,
  readClock: () => Date = () => new Date(),
): BookmarkStore {
  let all: readonly Bookmark[] | undefined;
  store.subscribe(() => {
    all = undefined;
  });

  return {
    readAll() {
      all ??= readBookmarks(store);
      return all;
    },
    save: (article) =>
      store.write(PREFIX + article.id, formatBookmark(buildBookmark(article, readClock()))),
    add(bookmarks) {
      const held = new Map(readBookmarks(store).map((each) => [each.id, each]));
      const later = bookmarks.filter((each) => {
        const own = held.get(each.id);
        return !own || Date.parse(own.bookmarkedAt) < Date.parse(each.bookmarkedAt);
      });
      for (const each of later) store.write(PREFIX + each.id, formatBookmark(each));
      return later.length;
    },
    remove: (id) => store.remove(PREFIX + id),
    subscribe: store.subscribe,
    hasFailed: store.hasFailed,
  };
}

/** Tells whether a stored text is a bookmark that can't be read; one of a later version is not ours to judge. */
export function isDamagedBookmark(key: string, text: string): boolean {
  return (
    key.startsWith(PREFIX) &&
    parseBookmark(key.slice(PREFIX.length), text) === undefined &&
    !isOfLaterVersion(text)
  );
}

function readBookmarks(store: KeyValueStore): Bookmark[] {
  return store
    .readKeys(PREFIX)
    .map((key) => parseBookmark(key.slice(PREFIX.length), store.read(key) ?? ''))
    .filter((bookmark) => bookmark !== undefined)
    .sort(compareNewestFirst);
}

function compareNewestFirst(a: Bookmark, b: Bookmark): number {
  const [timeA, timeB] = [Date.parse(a.bookmarkedAt), Date.parse(b.bookmarkedAt)];
  return timeB - timeA || (a.id < b.id ? -1 : 1);
}
