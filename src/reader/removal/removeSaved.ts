import { type Copies, removeUnused } from '../copies/copies.ts';
import { buildArticleAddress } from '../copies/fetchArticleCopy.ts';
import { type Database, readFact, writeFact } from '../copies/openDatabase.ts';
import { cutSlices, readRecords } from '../copies/recordSlices.ts';
import { forgetRemoved, noteAllRemoved, noteRemoved } from '../copies/removalNote.ts';
import type { SavedRecord, SaveReason } from '../copies/SavedRecord.ts';
import type { Removed } from './holdRemoved.ts';

/** Removes all records and lists that were saved whole, and returns them; their copies stay, noted as removed. */
export async function takeAllSaved({ database, alone }: Copies): Promise<Removed> {
  return alone(async () => {
    const records = await readRecords(database);
    const lists = await database.getAll('lists');
    await decline(database, records);
    const transaction = database.transaction(['saved', 'lists', 'facts'], 'readwrite');
    void transaction.objectStore('saved').clear();
    void transaction.objectStore('lists').clear();
    // A page that dies now has not lost the copies: the next one must not make records of them.
    await noteAllRemoved(transaction.objectStore('facts'));
    await transaction.done;
    return { records, lists, isAll: true };
  });
}

/**
 * Takes out of the queue what the reader has given up: what was not saved before and is not bookmarked goes, what was
 * saved before stays as it is. Calls `onSlice` with what changed, a slice at a time. Returns how many articles went.
 */
export async function removeWaiting(
  copies: Copies,
  onSlice: (changed: SavedRecord[], gone: string[]) => void,
): Promise<number> {
  const { database, alone } = copies;
  const lists = database.transaction('lists', 'readwrite');
  for (const list of await lists.store.getAll())
    void lists.store.put({ ...list, isPending: false });
  await lists.done;
  const ids = await database.getAllKeysFromIndex('saved', 'by-queue');
  // A text may lie in the cache of which its record says nothing yet: the next page must not make a record of it.
  const { store, done } = database.transaction('facts', 'readwrite');
  const texts = ids.map(buildArticleAddress);
  await noteRemoved(store, texts);
  await done;
  let count = 0;
  for (const slice of cutSlices(ids)) {
    await alone(async () => {
      const { changed, gone } = await giveUp(database, slice);
      const hasCopies = ({ text, pictures }: SavedRecord) =>
        [text, ...pictures].some(({ state }) => state === 'saved');
      await removeUnused(
        copies,
        gone.filter(hasCopies).flatMap(({ addresses }) => addresses),
      );
      onSlice(
        changed,
        gone.map(({ id }) => id),
      );
      count += gone.length;
    });
  }
  await forgetRemoved(database, texts);
  return count;
}

/** Changes and deletes records in one transaction. */
async function giveUp(
  database: Database,
  ids: readonly string[],
): Promise<{ changed: SavedRecord[]; gone: SavedRecord[] }> {
  const changed: SavedRecord[] = [];
  const gone: SavedRecord[] = [];
  const { store, done } = database.transaction('saved', 'readwrite');
  for (const record of await Promise.all(ids.map((id) => store.get(id)))) {
    if (record?.queuedAt === undefined) continue;
    const isBookmarked = record.reasons.includes('bookmark');
    const { queuedAt: _, ...rest } = record;
    if (record.savedAt !== undefined && !isBookmarked) changed.push(rest);
    else if (record.savedAt === undefined && isBookmarked && record.reasons.length > 1)
      changed.push({ ...record, reasons: ['bookmark'] });
    else if (record.savedAt === undefined && !isBookmarked) gone.push(record);
  }
  for (const record of changed) void store.put(record);
  for (const { id } of gone) void store.delete(id);
  await done;
  return { changed, gone };
}

/** Notes which of them are bookmarked, so that they are not saved again by themselves. */
export async function decline(
  database: Database,
  records: readonly (SavedRecord | undefined)[],
): Promise<void> {
  const bookmarked = records.filter((record) => record?.reasons.includes('bookmark'));
  if (bookmarked.length === 0) return;
  const declined = new Set((await readFact(database, 'declined')) ?? []);
  for (const record of bookmarked) if (record) declined.add(record.id);
  await writeFact(database, 'declined', [...declined]);
}

/** Takes articles out of those that are not saved again by themselves. */
export async function accept(database: Database, ids: ReadonlySet<string>): Promise<void> {
  const declined = (await readFact(database, 'declined')) ?? [];
  const left = declined.filter((id) => !ids.has(id));
  if (left.length < declined.length) await writeFact(database, 'declined', left);
}

/** Takes a reason out of records and gives the ids of those that have none left. */
export async function dropReason(
  { database }: Copies,
  ids: readonly string[],
  reason: SaveReason,
): Promise<string[]> {
  const gone: string[] = [];
  const transaction = database.transaction('saved', 'readwrite');
  for (const id of ids) {
    const record = await transaction.store.get(id);
    // One without any was on its way out when a page died.
    if (!record || (record.reasons.length > 0 && !record.reasons.includes(reason))) continue;
    const reasons = record.reasons.filter((each) => each !== reason);
    if (reasons.length === 0) gone.push(id);
    await transaction.store.put({ ...record, reasons });
  }
  await transaction.done;
  return gone;
}
