import { type Database, readFact, writeFact } from './openDatabase.ts';

/**
 * The cancels so far. What queues articles begins with this number and writes, in one transaction with reading it, only
 * while it stands: so a cancel ends what any tab has begun before, at once, and a reload changes nothing about it.
 */
export async function countCancels(database: Pick<Database, 'get'>): Promise<number> {
  return (await readFact(database, 'cancels')) ?? 0;
}

/** Notes that the reader gives up what is not saved yet. Until `endCancel` the next page has to see to it. */
export async function beginCancel(database: Database): Promise<void> {
  const transaction = database.transaction('facts', 'readwrite');
  const cancels = Number((await transaction.store.get('cancels')) ?? 0);
  await transaction.store.put(cancels + 1, 'cancels');
  await transaction.store.put(true, 'isCancelling');
  await transaction.done;
}

/** Notes that nothing is left of what was given up. */
export function endCancel(database: Database): Promise<void> {
  return writeFact(database, 'isCancelling', false);
}
