import type { BookmarkStore } from '../bookmarks/createBookmarkStore.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import type { Database } from './openDatabase.ts';

/** Says in localStorage that there is a mirror, so that either of the two can tell that the other was emptied. */
const MARK = 'cangbao:mirror';

/**
 * Keeps a second copy of the bookmarks in the database. Browsers empty their stores when room is short or a site was
 * not visited for long (Safari: seven days), sometimes one and not the other. Gives what was lost, if anything was.
 */
export async function keepMirror(
  database: Database,
  bookmarks: BookmarkStore,
  keyValues: KeyValueStore,
): Promise<'bookmarks-restored' | 'copies-lost' | undefined> {
  const mirrored = await database.getAll('bookmarks');
  const hasMark = keyValues.read(MARK) !== undefined;
  const isStoreEmptied = !hasMark && mirrored.length > 0;
  const isMirrorEmptied =
    hasMark && mirrored.length === 0 && keyValues.read(MARK) !== formatMark(0);
  if (isStoreEmptied) bookmarks.add(mirrored);

  let written = new Map(mirrored.map((bookmark) => [bookmark.id, bookmark.bookmarkedAt]));
  async function write() {
    const all = bookmarks.readAll();
    const next = new Map(all.map((bookmark) => [bookmark.id, bookmark.bookmarkedAt]));
    const before = written;
    written = next;
    const transaction = database.transaction('bookmarks', 'readwrite');
    for (const bookmark of all) {
      if (before.get(bookmark.id) !== bookmark.bookmarkedAt) void transaction.store.put(bookmark);
    }
    for (const id of before.keys()) if (!next.has(id)) void transaction.store.delete(id);
    await transaction.done;
    const mark = formatMark(all.length);
    if (keyValues.read(MARK) !== mark) keyValues.write(MARK, mark);
  }

  await write();
  let seen = bookmarks.readAll();
  bookmarks.subscribe(() => {
    const all = bookmarks.readAll();
    if (all === seen) return;
    seen = all;
    // A mirror that could not be written is made up for at the next start.
    void write().catch(() => undefined);
  });
  if (isStoreEmptied) return 'bookmarks-restored';
  return isMirrorEmptied ? 'copies-lost' : undefined;
}

function formatMark(count: number): string {
  return JSON.stringify({ v: 1, count });
}
