import { type Bookmark, formatBookmark, parseBookmark, readChange } from '../bookmarks/Bookmark.ts';
import type { BookmarkStore } from '../bookmarks/createBookmarkStore.ts';
import { decideBookmark } from '../copies/decideKept.ts';
import type { Database } from '../copies/openDatabase.ts';
import { cutSlices, readSlices } from '../copies/recordSlices.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { SITE_KEYS } from '../storage/siteKeys.ts';
import { yieldToPage } from '../storage/yieldToPage.ts';
import { readBookmarkKey, readBookmarkKeys, restoreBookmarks } from './bookmarkKeys.ts';
import type { Loss } from './createOfflineStore.ts';
import { followChanges } from './followChanges.ts';

/** Says in localStorage how much the mirror holds, so that one can tell when it was emptied. */
const MARK = `${SITE_KEYS}mirror`;

/**
 * A key that is missing is looked for again after so many milliseconds before it counts as
 * lost. Chromium's tabs have processes of their own, and what one writes reaches the others' localStorage later than
 * the database: a bookmark that was set and removed meanwhile in another tab would come back.
 */
const SECOND_LOOK = 1_000;

/**
 * Keeps a second copy of the bookmarks in the database, and restores what is lost of the first: browsers empty their
 * stores when room is short or a site was not visited for long (Safari: seven days), other pages of the same host at
 * any time. `tell` gets each loss. A mirror that can't be written is made up for at the next change, or start.
 */
export async function keepMirror(
  database: Pick<Database, 'getAll' | 'transaction'>,
  bookmarks: BookmarkStore,
  keyValues: KeyValueStore,
  tell: (loss: Loss) => void,
): Promise<void> {
  const mark = keyValues.read(MARK);
  let isFirst = true;

  async function readMirror() {
    const mirrored = new Map<string, Bookmark>();
    for await (const slice of readSlices(database, 'bookmarks'))
      for (const each of slice) mirrored.set(each.id, each);
    return mirrored;
  }

  async function settle() {
    let mirrored = await readMirror();
    if (isFirst && mirrored.size === 0 && mark !== undefined && mark !== formatMark(0))
      tell('copies-lost');
    let found = await compare(mirrored, keyValues);
    if (found.lost.length > 0) {
      const seen = new Set(found.lost.map(({ id }) => id));
      await new Promise((done) => setTimeout(done, SECOND_LOOK));
      mirrored = await readMirror();
      found = await compare(mirrored, keyValues);
      found.lost = found.lost.filter(({ id }) => seen.has(id));
    }
    isFirst = false;
    const { lost, puts, gone } = found;
    if (lost.length > 0) {
      const restored = await restoreBookmarks(keyValues, lost);
      if (restored > 0) tell('bookmarks-restored');
    }
    if (puts.length + gone.length > 0) {
      const transaction = database.transaction('bookmarks', 'readwrite');
      const { store } = transaction;
      // The reader may have changed their mind since the keys were read.
      const readNow = ({ id }: Bookmark) => readBookmarkKey(keyValues, id).bookmark ?? [];
      const isGone = (id: string) => readBookmarkKey(keyValues, id).state === 'removed';
      for (const slice of cutSlices(puts))
        await Promise.all(slice.flatMap(readNow).map((bookmark) => store.put(bookmark)));
      for (const slice of cutSlices(gone))
        await Promise.all(slice.filter(isGone).map((id) => store.delete(id)));
      await transaction.done;
    }
    const text = formatMark(bookmarks.readAll().length);
    if (keyValues.read(MARK) !== text) keyValues.write(MARK, text);
  }

  await followChanges(bookmarks, settle);
}

/** Bookmarks that are compared at once: thousands would hold a slow phone's page up. */
const SLICE = 200;

/** Returns what is missing of the keys, and what the mirror has to take in or let go. */
async function compare(mirrored: ReadonlyMap<string, Bookmark>, keyValues: KeyValueStore) {
  const keys = await readBookmarkKeys(keyValues);
  const [lost, puts]: [Bookmark[], Bookmark[]] = [[], []];
  const gone: string[] = [];
  for (const [index, id] of [...new Set([...keys.keys(), ...mirrored.keys()])].entries()) {
    if (index % SLICE === SLICE - 1) await yieldToPage();
    const { state, bookmark, removedAt = 0 } = keys.get(id) ?? { state: 'missing' };
    const copy = readSound(mirrored.get(id));
    const isOutdated = state === 'removed' && readChange(copy) > removedAt;
    const key = isOutdated ? 'outdated-removal' : state;
    const deeds = decideBookmark({ key, mirror: copy !== undefined, record: 'none' });
    if (deeds.includes('restore-key') && copy) lost.push(copy);
    if (deeds.includes('write-mirror') && bookmark && !isSame(bookmark, copy)) puts.push(bookmark);
    if (deeds.includes('drop-mirror') && mirrored.has(id)) gone.push(id);
  }
  return { lost, puts, gone };
}

/** A damaged copy counts as none. */
function readSound(copy: Bookmark | undefined): Bookmark | undefined {
  return copy && parseBookmark(copy.id, formatBookmark(copy));
}

function isSame(bookmark: Bookmark, copy: Bookmark | undefined): boolean {
  return copy !== undefined && formatBookmark(bookmark) === formatBookmark(copy);
}

function formatMark(count: number): string {
  return JSON.stringify({ v: 1, count });
}
