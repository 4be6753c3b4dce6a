import { type Copies, removeMany } from '../copies/copies.ts';
import { decideKept, type KeyState } from '../copies/decideKept.ts';
import { markEvicted } from '../copies/lookForCopies.ts';
import { updateRecord } from '../copies/openDatabase.ts';
import { isListPage, rebuildRecords } from '../copies/rebuildRecords.ts';
import { readRecords } from '../copies/recordSlices.ts';
import { buildIsRemoved, clearNote, readNote } from '../copies/removalNote.ts';
import type { SavedRecord, SaveReason } from '../copies/SavedRecord.ts';
import { isRemovalHeld } from '../removal/removalLock.ts';
import type { BookmarkKey } from './bookmarkKeys.ts';
import type { Loss } from './createOfflineStore.ts';

/** What a sweep has to know beside the copies. */
export interface SweepParts {
  /** What stands under the keys of bookmarks. */
  keys: ReadonlyMap<string, BookmarkKey>;
  tell(loss: Loss): void;
}

/** What a sweep found. */
export interface Swept {
  /** All records as they are then. */
  records: SavedRecord[];
  /** Addresses of pages whose list has lost its record; only a catalogue tells which one it was (`rebuildLists`). */
  lostPages: string[];
  /** Takes out the copies that nothing names; there may be thousands, and nobody waits for them. */
  removeGone(): Promise<void>;
}

/**
 * Makes records and copies agree, at the start of a page. Copies that nothing names are to be removed if the reader
 * removed their articles (a page died before it could), or if they are of no use by themselves; of sound articles the
 * records are written anew. Records whose copies the browser has thrown out say so.
 */
export function sweepCopies(copies: Copies, parts: SweepParts): Promise<Swept> {
  const { database, cache, alone } = copies;
  return alone(async () => {
    const keys = await cache.keys().catch(() => undefined);
    // Too many to be listed (`model/offlineNames.ts`): nothing is known to be lost or left over.
    if (!keys)
      return { records: await readRecords(database), lostPages: [], removeGone: async () => {} };
    const held = new Set(keys.map(({ url }) => url));
    const note = await readNote({ get: (name) => database.get('facts', name) });
    const isRemoved = buildIsRemoved(note);
    // Read after the cache: a record is there before its copies.
    const standing = await readRecords(database);
    const lists = await database.getAll('lists');
    const named = new Set([...standing, ...lists].flatMap(({ addresses }) => addresses));
    const orphans = [...held].filter((address) => !named.has(address));
    const lost = orphans.filter((address) => !isRemoved(address));
    const lostPages = lost.filter(isListPage);
    const rebuilt = await rebuildRecords(copies, lost, held, (id) =>
      findReason(parts.keys.get(id)?.state ?? 'missing'),
    );
    const isHeld = await isRemovalHeld(copies);
    const kept = new Set([...lostPages, ...rebuilt.flatMap(({ addresses }) => addresses)]);
    const gone = orphans.filter((address) => !kept.has(address) && !(isHeld && isRemoved(address)));
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
    const removeGone = async () => {
      await removeMany(copies, gone);
      // What is being removed meanwhile is in the note, too.
      const isNoted = note.isAll || note.addresses.length > 0;
      if (isNoted && !(await isRemovalHeld(copies))) await clearNote(database);
    };
    return { records, lostPages, removeGone };
  });
}

/** Returns why an article whose copy has lost its record is kept; undefined where it is not to be. */
function findReason(key: KeyState): SaveReason | undefined {
  const deeds = decideKept({ key, mirror: false, record: 'none', copy: true });
  if (!deeds.includes('rebuild-record')) return undefined;
  return key === 'bookmark' || key === 'later-version' ? 'bookmark' : 'list';
}
