import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { SITE_KEYS } from '../storage/siteKeys.ts';
import {
  type Bookmark,
  buildBookmark,
  formatBookmark,
  formatRemoval,
  isOfLaterVersion,
  parseBookmark,
  parseRemoval,
  stampChange,
} from './Bookmark.ts';
import { followStored, type StoredBookmarks } from './followStored.ts';
import { isOnBoth, isOnlyLater, LABELS, TAKEN_OFF } from './labelKeys.ts';

/** The reader's bookmarks, outside React. */
export interface BookmarkStore extends StoredBookmarks {
  save(article: Omit<Bookmark, 'bookmarkedAt'>): void;
  /**
   * Writes bookmarks made elsewhere and tells listeners once; if `isQuiet`, when more have followed. Returns how
   * many were left out because a later version's text stands there, and how many could only be kept in memory.
   */
  add(bookmarks: readonly Bookmark[], isQuiet?: boolean): { laterVersion: number; noRoom: number };
  /** Brings what a bookmark remembers of an article up to date, where there is one. */
  renew(article: Omit<Bookmark, 'bookmarkedAt'>): void;
  remove(id: string): void;
  /** Puts an article on the shelf 收藏, where it may be to be read later already. */
  keep(article: Omit<Bookmark, 'bookmarkedAt'>): void;
  /** Takes it off the shelf 收藏; what is to be read later stays there. Returns what takes that back. */
  unkeep(id: string): () => void;
  /** Lets the bookmark of an article that has another id now go with it. The time it was made at stays. */
  move(from: string, article: Omit<Bookmark, 'bookmarkedAt'>): void;
  subscribe(listener: () => void): () => void;
  /** Whether a bookmark could only be kept in memory. */
  hasFailed(): boolean;
  /** Where they are kept, for what else the reader puts on a bookmark (`createLabelStore.ts`). */
  texts: KeyValueStore;
}

/** Bookmarks, or what is remembered in the same way. */
export interface Collection {
  /** Begins their keys; the article's id follows. */
  prefix: string;
  /** How many are kept; the oldest give way. */
  most: number;
  /** There is a second copy of each: that the reader removed one must be written down. */
  marksRemovals?: true;
}

/** One key per bookmark: two tabs can't overwrite each other's, and a damaged value costs one bookmark, not all. */
export const BOOKMARKS: Collection = {
  prefix: `${SITE_KEYS}bookmark:`,
  most: Number.POSITIVE_INFINITY,
  marksRemovals: true,
};

/** Articles that were opened are remembered in the same way, but only the last of them. */
export const VISITS: Collection = { prefix: `${SITE_KEYS}visit:`, most: 300 };

/** Builds the bookmarks over a store of small texts. Damaged values are passed over; `isDamagedBookmark` finds them. */
export function createBookmarkStore(
  store: KeyValueStore,
  readClock: () => Date = () => new Date(),
  { prefix, most, marksRemovals } = BOOKMARKS,
): BookmarkStore {
  const { readAll, readKept } = followStored(store, prefix);

  function remove(id: string) {
    const key = prefix + id;
    if (!marksRemovals) return store.remove(key);
    store.write(key, formatRemoval(readClock(), store.read(key)));
    if (store.read(LABELS + id) !== undefined) store.write(LABELS + id, TAKEN_OFF);
  }

  /** Returns the text of a bookmark that the reader sets. */
  function formatChange(bookmark: Bookmark): string {
    if (!marksRemovals) return formatBookmark(bookmark);
    const changedAt = stampChange(readClock(), store.read(prefix + bookmark.id));
    return formatBookmark({ ...bookmark, changedAt });
  }

  function save(article: Omit<Bookmark, 'bookmarkedAt'>) {
    const now = readClock();
    store.write(prefix + article.id, formatChange(buildBookmark(article, now)));
    const stored = readAll();
    if (stored.length <= most) return;
    // What a wrong clock has dated later than now gives way first.
    const isLater = ({ bookmarkedAt }: Bookmark) => Date.parse(bookmarkedAt) > now.getTime();
    const others = stored.filter((each) => !isLater(each));
    for (const { id } of [...others, ...stored.filter(isLater)].slice(most)) remove(id);
  }

  const add: BookmarkStore['add'] = (bookmarks, isQuiet) => {
    const entries = bookmarks
      .map((each) => [prefix + each.id, formatChange(each)] as const)
      .filter(([key]) => !isOfLaterVersion(store.read(key) ?? ''));
    store.changeAll(entries, isQuiet);
    return {
      laterVersion: bookmarks.length - entries.length,
      noRoom: entries.filter(([key]) => store.hasFailed(key)).length,
    };
  };

  return {
    readAll,
    readKept,
    save,
    add,
    renew(article) {
      const own = parseBookmark(article.id, store.read(prefix + article.id) ?? '');
      if (!own) return;
      const { changedAt } = own;
      const renewed = buildBookmark(article, new Date(own.bookmarkedAt));
      const text = formatBookmark({ ...renewed, ...(changedAt !== undefined && { changedAt }) });
      if (text !== store.read(prefix + article.id)) store.write(prefix + article.id, text);
    },
    remove,
    keep(article) {
      const key = LABELS + article.id;
      const labels = store.read(key);
      // The shelf stands before the tags.
      if (isOnlyLater(labels)) store.write(key, labels.replace('later', 'both'));
      else save(article);
    },
    unkeep(id) {
      const key = LABELS + id;
      const labels = store.read(key);
      const own = readAll().find((each) => each.id === id);
      if (isOnBoth(labels)) store.write(key, labels.replace('both', 'later'));
      else remove(id);
      return () => {
        if (own && !readAll().some((each) => each.id === id)) add([own]);
        if (labels !== undefined) store.write(key, labels);
      };
    },
    move(from, article) {
      const bookmark = parseBookmark(from, store.read(prefix + from) ?? '');
      if (!bookmark || from === article.id) return;
      const to = prefix + article.id;
      // The new one is there before the old one goes.
      const standing = store.read(to) ?? '';
      if (!parseBookmark(article.id, standing) && !isOfLaterVersion(standing)) {
        store.write(to, formatChange(buildBookmark(article, new Date(bookmark.bookmarkedAt))));
        const labels = store.read(LABELS + from);
        if (labels !== undefined) store.write(LABELS + article.id, labels);
      }
      remove(from);
    },
    subscribe: store.subscribe,
    hasFailed: () => store.hasAnyFailed(prefix),
    texts: store,
  };
}

/** Tells whether a stored text is a bookmark that can't be read; one of a later version is not ours to judge. */
export function isDamagedBookmark(key: string, text: string): boolean {
  return (
    key.startsWith(BOOKMARKS.prefix) &&
    parseBookmark(key.slice(BOOKMARKS.prefix.length), text) === undefined &&
    !isOfLaterVersion(text) &&
    parseRemoval(text) === undefined
  );
}
