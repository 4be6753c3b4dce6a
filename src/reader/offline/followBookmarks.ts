import type { BookmarkStore } from '../bookmarks/createBookmarkStore.ts';
import type { SettingsStore } from '../storage/createSettingsStore.ts';
import type { OfflineEngine } from './createEngine.ts';
import { type Database, readFact, writeFact } from './openDatabase.ts';

/**
 * Saves what gets bookmarked, where the reader wants that, and lets a copy go with its bookmark unless it is kept for
 * another reason too. A copy that the reader removed by hand is not fetched again while the bookmark stays.
 */
export async function followBookmarks(
  engine: OfflineEngine,
  database: Database,
  bookmarks: BookmarkStore,
  settings: SettingsStore,
): Promise<void> {
  /** Bookmarks that have been seen to be saved or not wanted. */
  const known = new Set<string>();
  let isFollowing = false;
  let hasChanged = false;

  async function follow() {
    hasChanged = true;
    if (isFollowing) return; // the one that runs takes it up
    isFollowing = true;
    while (hasChanged) {
      hasChanged = false;
      await catchUp().catch(() => undefined); // tried again with the next change
    }
    isFollowing = false;
  }

  async function catchUp() {
    const all = bookmarks.readAll();
    const ids = new Set(all.map(({ id }) => id));
    const declined = new Set((await readFact(database, 'declined')) ?? []);
    const fresh = all.filter(({ id }) => !known.has(id) && !declined.has(id));
    if (settings.read().savesBookmarks && fresh.length > 0) {
      await engine.save([fresh], 'bookmark');
    }
    for (const id of ids) known.add(id);
    const gone = (await engine.readRecords()).filter(
      ({ id, reasons }) => reasons.includes('bookmark') && !ids.has(id),
    );
    if (gone.length > 0) {
      await engine.remove(
        gone.map(({ id }) => id),
        'bookmark',
      );
    }
    for (const id of known) if (!ids.has(id)) known.delete(id);
    if ([...declined].some((id) => !ids.has(id))) {
      await writeFact(
        database,
        'declined',
        [...declined].filter((id) => ids.has(id)),
      );
    }
  }

  await follow();
  let seen = bookmarks.readAll();
  bookmarks.subscribe(() => {
    const all = bookmarks.readAll();
    if (all === seen) return;
    seen = all;
    void follow();
  });
}
