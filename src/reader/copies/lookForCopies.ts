import type { Copies } from './copies.ts';
import { updateRecord } from './openDatabase.ts';
import type { SavedRecord } from './SavedRecord.ts';

/**
 * Looks for a record's copies by their names, and notes what the cache does not hold any more. Returns the record as
 * it is then.
 */
export async function lookForCopies(copies: Copies, record: SavedRecord): Promise<SavedRecord> {
  const found = await Promise.all(
    record.addresses.map(async (address) => ((await copies.cache.match(address)) ? [address] : [])),
  );
  const marked = markEvicted(record, new Set(found.flat()));
  if (marked === record) return record;
  return (await updateRecord(copies.database, record, () => marked)) ?? record;
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
