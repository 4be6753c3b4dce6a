import type { BookmarkStore } from '../bookmarks/createBookmarkStore.ts';
import { decideBookmark, type KeyState } from '../copies/decideKept.ts';
import { type Database, readFact, writeFact } from '../copies/openDatabase.ts';
import type { SavedRecord } from '../copies/SavedRecord.ts';
import type { SettingsStore } from '../storage/createSettingsStore.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import {
  type BookmarkKey,
  forgetRemovals,
  readBookmarkKeys,
  restoreBookmarks,
} from './bookmarkKeys.ts';
import type { Loss } from './createOfflineStore.ts';
import { followChanges } from './followChanges.ts';
import type { OfflineEngine } from './OfflineEngine.ts';

/** What following the bookmarks works with. */
export interface FollowParts {
  engine: Pick<OfflineEngine, 'save' | 'remove'>;
  database: Pick<Database, 'get' | 'put' | 'getAllKeys'>;
  bookmarks: BookmarkStore;
  keyValues: KeyValueStore;
  settings: SettingsStore;
  /** As the sweep gave them. */
  records: readonly SavedRecord[];
  tell(loss: Loss): void;
}

/**
 * Saves what gets bookmarked, where the reader wants that, and lets a copy go with a bookmark that the reader
 * removed, unless it is kept for another reason too. A copy that the reader removed by hand is not fetched again
 * while the bookmark stays. At the start, bookmarks of which only the saved article is left are restored.
 */
export async function followBookmarks(parts: FollowParts): Promise<void> {
  const { engine, database, bookmarks, keyValues, settings, tell } = parts;
  /** Bookmarks that have been seen to be saved or not wanted, and removals that have been seen to. */
  const known = new Set<string>();
  const released = new Set<string>();

  async function settle() {
    const keys = await readBookmarkKeys(keyValues);
    const readDeclined = async () => new Set((await readFact(database, 'declined')) ?? []);
    const declined = await readDeclined();
    const all = bookmarks.readAll();
    // A bookmark that was taken back, and set again, is a new one.
    const isDeclined = (id: string) => declined.has(id) && !isReleased(keys.get(id));
    const fresh = all.filter(({ id }) => !known.has(id) && !isDeclined(id));
    if (settings.read().savesBookmarks && fresh.length > 0) await engine.save(fresh, 'bookmark');
    for (const { id } of all) {
      known.add(id);
      released.delete(id);
    }
    const held = new Set(all.map(({ id }) => id));
    const gone = [...keys.keys()].filter(
      (id) => !held.has(id) && !released.has(id) && isReleased(keys.get(id)),
    );
    if (gone.length > 0) await engine.remove(gone, 'bookmark');
    for (const id of gone) {
      known.delete(id);
      released.add(id);
    }
    const standing = await readDeclined();
    const left = [...standing].filter((id) => !isReleased(keys.get(id)));
    if (left.length < standing.size) await writeFact(database, 'declined', left);
  }

  await restoreFromRecords(parts.records, keyValues, tell);
  await followChanges(bookmarks, settle);
  forgetRemovals(keyValues, released, new Set(await database.getAllKeys('bookmarks')));
}

/** What the table says of each state of a key; it is asked for each of thousands. */
const releases = new Map<KeyState, boolean>();

function isReleased({ state: key }: BookmarkKey = { state: 'missing' }): boolean {
  const known = releases.get(key);
  if (known !== undefined) return known;
  const deeds = decideBookmark({ key, mirror: false, record: 'bookmark' });
  releases.set(key, deeds.includes('release-copy'));
  return deeds.includes('release-copy');
}

/** The mirror has been looked at before: what has no key now is not in it either. */
async function restoreFromRecords(
  records: readonly SavedRecord[],
  keyValues: KeyValueStore,
  tell: (loss: Loss) => void,
): Promise<void> {
  const keys = await readBookmarkKeys(keyValues);
  const lost = records.filter(({ id, reasons, replaces }) => {
    const key = keys.get(id)?.state ?? 'missing';
    const record = reasons.includes('bookmark') ? 'bookmark' : 'list';
    // The bookmark of a moved article comes when its copy is whole.
    return !replaces && decideBookmark({ key, mirror: false, record }).includes('restore-key');
  });
  if (lost.length === 0) return;
  const now = new Date().toISOString();
  const restored = await restoreBookmarks(
    keyValues,
    lost.map(({ summary: { imageCount: _, characterCount: __, ...rest }, savedAt = now }) => ({
      ...rest,
      bookmarkedAt: savedAt,
    })),
  );
  if (restored > 0) tell('bookmarks-restored');
}
