import { type Copies, removeUnused } from './copies.ts';
import { updateRecord } from './openDatabase.ts';
import type { SavedRecord } from './SavedRecord.ts';

/**
 * Makes records and copies agree, at the start of a page: copies that no record names are removed (a page died before
 * it could), and records whose copies the browser has thrown out say so. Gives all records as they are then.
 */
export function sweepCopies(copies: Copies): Promise<SavedRecord[]> {
  const { database, cache, alone } = copies;
  return alone(async () => {
    const held = new Set((await cache.keys()).map(({ url }) => url));
    const lists = await database.getAll('lists');
    const pages = new Set(lists.flatMap(({ addresses }) => addresses));
    await removeUnused(
      copies,
      [...held].filter((address) => !pages.has(address)),
    );
    const records: SavedRecord[] = [];
    for (const record of await database.getAll('saved')) {
      const marked = markEvicted(record, held);
      const stored =
        marked === record ? record : await updateRecord(database, record, () => marked);
      if (stored) records.push(stored);
    }
    return records;
  });
}

/** Gives the record as it is where the cache holds no more than `held`: itself where nothing is missing. */
export function markEvicted(record: SavedRecord, held: ReadonlySet<string>): SavedRecord {
  const [own = ''] = record.addresses;
  const isLost = (piece: { state: string }, address: string) =>
    piece.state === 'saved' && !held.has(address);
  const isTextLost = isLost(record.text, own);
  if (!isTextLost && !record.pictures.some((each) => isLost(each, each.address))) return record;
  return {
    ...record,
    text: isTextLost ? { state: 'failed', reason: 'evicted', bytes: 0 } : record.text,
    pictures: record.pictures.map((each) =>
      isLost(each, each.address)
        ? { address: each.address, state: 'failed', reason: 'evicted', bytes: 0 }
        : each,
    ),
  };
}
