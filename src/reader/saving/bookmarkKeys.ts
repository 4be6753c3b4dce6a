import { ROOT_KEYS } from '../../model/offlineNames.ts';
import {
  type Bookmark,
  formatBookmark,
  isOfLaterVersion,
  parseBookmark,
  parseRemoval,
  readChange,
} from '../bookmarks/Bookmark.ts';
import { BOOKMARKS } from '../bookmarks/createBookmarkStore.ts';
import type { KeyState } from '../copies/decideKept.ts';
import { DAMAGED_PREFIX } from '../storage/damagedTexts.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { SITE_KEYS } from '../storage/siteKeys.ts';
import { yieldToPage } from '../storage/yieldToPage.ts';

/** What stands under a bookmark's key. */
export interface BookmarkKey {
  state: KeyState;
  /** With the state `bookmark` only. */
  bookmark?: Bookmark;
  /** With the state `removed` only, in milliseconds. */
  removedAt?: number;
}

/** Begins the keys of bookmarks that all sites of a host shared once. */
export const OLD_BOOKMARKS = `${ROOT_KEYS}bookmark:`;

/** Says that what stood under the old keys has been looked at. */
export const MOVED = `${SITE_KEYS}moved`;

/** Whether there may be bookmarks of this site under the old keys. At the root those are its own. */
export function hasOldKeys(keyValues: KeyValueStore): boolean {
  return SITE_KEYS !== ROOT_KEYS && keyValues.read(MOVED) === undefined;
}

/** Keys that are read at once: thousands would hold a slow phone's page up. */
const SLICE = 200;

/**
 * Reads all keys of bookmarks, by article id; an id without a key is not among them. Of thousands, some are read later
 * than others.
 */
export async function readBookmarkKeys(
  keyValues: KeyValueStore,
): Promise<Map<string, BookmarkKey>> {
  const { prefix } = BOOKMARKS;
  const keys = new Map<string, BookmarkKey>();
  if (hasOldKeys(keyValues)) {
    for (const [id, text] of readIds(keyValues, OLD_BOOKMARKS)) {
      keys.set(id, { state: parseRemoval(text) === undefined ? 'undecided' : 'removed' });
    }
  }
  for (const [index, key] of keyValues.readKeys(prefix).entries()) {
    if (index % SLICE === SLICE - 1) await yieldToPage();
    const id = key.slice(prefix.length);
    const text = keyValues.read(key);
    if (text !== undefined) keys.set(id, readKey(id, text));
  }
  return keys;
}

/** Returns ids and texts of the keys that begin with a prefix. */
export function readIds(keyValues: KeyValueStore, prefix: string): [id: string, text: string][] {
  return keyValues
    .readKeys(prefix)
    .map((key) => [key.slice(prefix.length), keyValues.read(key) ?? '']);
}

/**
 * Writes lost bookmarks under their keys again; a damaged text that stands there is set aside, an older removal goes.
 * What the reader has done since they were found to be lost stays. Returns how many were written; listeners are told
 * once.
 */
export async function restoreBookmarks(
  keyValues: KeyValueStore,
  lost: readonly Bookmark[],
): Promise<number> {
  let restored = 0;
  for (const [index, bookmark] of lost.entries()) {
    if (index % SLICE === SLICE - 1) await yieldToPage();
    const key = BOOKMARKS.prefix + bookmark.id;
    const { state, removedAt = 0 } = readBookmarkKey(keyValues, bookmark.id);
    if (state === 'bookmark' || state === 'later-version') continue;
    if (state === 'removed' && removedAt >= readChange(bookmark)) continue;
    if (state === 'damaged')
      keyValues.changeAll([[DAMAGED_PREFIX + key, keyValues.read(key)]], true);
    keyValues.changeAll([[key, formatBookmark(bookmark)]], true);
    restored += 1;
  }
  keyValues.changeAll([]);
  return restored;
}

/** Reads the key of one bookmark, as it stands in this moment. */
export function readBookmarkKey(keyValues: KeyValueStore, id: string): BookmarkKey {
  const text = keyValues.read(BOOKMARKS.prefix + id);
  return text === undefined ? { state: 'missing' } : readKey(id, text);
}

/** How old a removal must be to be forgotten, in milliseconds: tabs that are open learn of it late. */
const REMOVAL_REST = 60_000;

/**
 * Forgets removals that no store holds anything against any more. `released`: ids whose copies have been let go, what
 * on a full disk may have to wait; `mirrored`: ids that the mirror holds.
 */
export function forgetRemovals(
  keyValues: KeyValueStore,
  released: ReadonlySet<string>,
  mirrored: ReadonlySet<string>,
): void {
  for (const id of released) {
    const key = BOOKMARKS.prefix + id;
    const removedAt = parseRemoval(keyValues.read(key) ?? '');
    if (removedAt === undefined || mirrored.has(id)) continue;
    const age = Date.now() - removedAt;
    // One of the future was made by a wrong clock.
    if (Math.abs(age) > REMOVAL_REST) keyValues.remove(key);
  }
}

function readKey(id: string, text: string): BookmarkKey {
  const bookmark = parseBookmark(id, text);
  if (bookmark) return { state: 'bookmark', bookmark };
  if (isOfLaterVersion(text)) return { state: 'later-version' };
  const removedAt = parseRemoval(text);
  return removedAt === undefined ? { state: 'damaged' } : { state: 'removed', removedAt };
}
