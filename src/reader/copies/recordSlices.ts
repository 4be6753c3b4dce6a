import type { StoreValue } from 'idb';
import type { Database, Schema } from './openDatabase.ts';
import type { SavedRecord } from './SavedRecord.ts';

/** Records that are read or written at once: more would hold a slow phone's page up for longer than 50 ms. */
const SLICE = 50;

/** Reads a store whole in the order of ids, a slice at a time; between two slices the page does other things. */
export async function* readSlices<Store extends 'saved' | 'bookmarks'>(
  database: Pick<Database, 'getAll'>,
  store: Store,
): AsyncGenerator<StoreValue<Schema, Store>[]> {
  let rest: IDBKeyRange | undefined;
  for (;;) {
    const slice = await database.getAll(store, rest, SLICE);
    if (slice.length > 0) yield slice;
    const last = slice[SLICE - 1];
    if (!last) return;
    rest = IDBKeyRange.lowerBound(last.id, true);
  }
}

/** Reads all records. */
export async function readRecords(database: Pick<Database, 'getAll'>): Promise<SavedRecord[]> {
  const all: SavedRecord[] = [];
  for await (const slice of readSlices(database, 'saved')) all.push(...slice);
  return all;
}

/** Cuts a list into slices. */
export function cutSlices<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / SLICE) }, (_, index) =>
    list.slice(index * SLICE, (index + 1) * SLICE),
  );
}
