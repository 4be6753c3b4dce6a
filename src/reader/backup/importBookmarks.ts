import type { Bookmark } from '../bookmarks/Bookmark.ts';
import type { BookmarkStore } from '../bookmarks/createBookmarkStore.ts';
import { yieldToPage } from '../storage/yieldToPage.ts';
import type { Backup } from './backupFile.ts';

/** What became of the entries of a backup; each counts once. */
export interface ImportCounts {
  all: number;
  /** New here, or newer than what was here. */
  added: number;
  /** Here already, as they are in the file, or twice in the file. */
  same: number;
  /** Here with a later time. */
  newerHere: number;
  damaged: number;
  /** Of a later version of the app, in the file or here. */
  laterVersion: number;
  /** Not kept beyond this page: the browser refused. */
  noRoom: number;
  /** Not written, since the reader stopped it. */
  leftOut: number;
}

/** Bookmarks that are written at once: more would hold a slow phone's page up for longer than 50 ms. */
const SLICE = 50;

/**
 * Takes a backup's bookmarks in, a slice at a time; of two for one article the newer one stays. `onProgress` is called
 * before each slice. Once `signal` is aborted no more are written; the rest is counted as left out.
 */
export async function importBookmarks(
  store: BookmarkStore,
  backup: Backup,
  onProgress: (done: number, all: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<ImportCounts> {
  const { bookmarks, damaged } = backup;
  const held = new Map(store.readAll().map((each) => [each.id, Date.parse(each.bookmarkedAt)]));
  const newest = new Map<string, Bookmark>();
  for (const each of bookmarks) {
    const other = newest.get(each.id)?.bookmarkedAt ?? '';
    if (!(Date.parse(other) >= Date.parse(each.bookmarkedAt))) newest.set(each.id, each);
  }
  const age = (id: string, bookmarkedAt: string) =>
    Date.parse(bookmarkedAt) - (held.get(id) ?? Number.NEGATIVE_INFINITY);
  const fresh = [...newest.values()].filter((each) => age(each.id, each.bookmarkedAt) > 0);
  const newerHere = [...newest.values()].filter((each) => age(each.id, each.bookmarkedAt) < 0);
  let [done, laterVersion, noRoom] = [0, 0, 0];
  while (done < fresh.length && !signal?.aborted) {
    onProgress(done, fresh.length);
    await yieldToPage();
    const slice = fresh.slice(done, done + SLICE);
    done += slice.length;
    const left = store.add(slice, true);
    laterVersion += left.laterVersion;
    noRoom += left.noRoom;
  }
  if (done > 0) store.add([]);
  return {
    all: bookmarks.length + damaged + backup.laterVersion,
    added: done - laterVersion - noRoom,
    same: bookmarks.length - fresh.length - newerHere.length,
    newerHere: newerHere.length,
    damaged,
    laterVersion: backup.laterVersion + laterVersion,
    noRoom,
    leftOut: fresh.length - done,
  };
}
