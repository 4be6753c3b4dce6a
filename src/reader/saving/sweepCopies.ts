import type { Catalogue } from '../../model/Catalogue.ts';
import { type Copies, forgetRemoved, removeUnused } from '../copies/copies.ts';
import { decideKept, type KeyState } from '../copies/decideKept.ts';
import { markEvicted } from '../copies/lookForCopies.ts';
import { readFact, updateRecord } from '../copies/openDatabase.ts';
import { rebuildLists, rebuildRecords } from '../copies/rebuildRecords.ts';
import { readRecords } from '../copies/recordSlices.ts';
import type { SavedRecord, SaveReason } from '../copies/SavedRecord.ts';
import type { BookmarkKey } from './bookmarkKeys.ts';
import type { Loss } from './createOfflineStore.ts';

/** What a sweep has to know beside the copies. */
export interface SweepParts {
  /** Tells which category a list without a record was saved for. */
  catalogue: Catalogue | undefined;
  /** What stands under the keys of bookmarks. */
  keys: ReadonlyMap<string, BookmarkKey>;
  tell(loss: Loss): void;
}

/**
 * Makes records and copies agree, at the start of a page. Copies that nothing names are removed if the reader
 * removed their articles (a page died before it could), or if they are of no use by themselves; of sound articles
 * and of lists the records are written anew. Records whose copies the browser has thrown out say so. Gives all
 * records as they are then.
 */
export function sweepCopies(copies: Copies, parts: SweepParts): Promise<SavedRecord[]> {
  const { database, cache, alone } = copies;
  return alone(async () => {
    const held = new Set((await cache.keys()).map(({ url }) => url));
    const removed = await readFact(database, 'removed');
    // Read after the cache: a record is there before its copies.
    const standing = await readRecords(database);
    const lists = await database.getAll('lists');
    const named = new Set([...standing, ...lists].flatMap(({ addresses }) => addresses));
    const orphans = [...held].filter((address) => !named.has(address));
    const gone = new Set(removed === 'all' ? orphans : removed);
    const lost = orphans.filter((address) => !gone.has(address));
    const rebuilt = await rebuildRecords(copies, lost, held, (id) =>
      findReason(parts.keys.get(id)?.state ?? 'missing'),
    );
    const pages = await rebuildLists(
      copies,
      lost,
      new Set(lists.map(({ list }) => list)),
      parts.catalogue,
    );
    const kept = new Set([...pages, ...rebuilt.flatMap(({ addresses }) => addresses)]);
    await removeUnused(
      copies,
      orphans.filter((address) => !kept.has(address)),
    );
    if (gone.size > 0 || removed === 'all') await forgetRemoved(database);
    if (rebuilt.length > 0) parts.tell('records-rebuilt');
    const records = rebuilt;
    for (const record of standing) {
      const marked = markEvicted(record, held);
      const stored =
        marked === record
          ? record
          : // No room for the note: what is said is true all the same.
            await updateRecord(database, record, () => marked).catch(() => marked);
      if (stored) records.push(stored);
      if (marked !== record) parts.tell('copies-evicted');
    }
    return records;
  });
}

/** Returns why an article whose copy has lost its record is kept; undefined where it is not to be. */
function findReason(key: KeyState): SaveReason | undefined {
  const deeds = decideKept({ key, mirror: false, record: 'none', copy: true });
  if (!deeds.includes('rebuild-record')) return undefined;
  return key === 'bookmark' || key === 'later-version' ? 'bookmark' : 'list';
}
