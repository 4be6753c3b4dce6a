import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { createMemoryJournal, type Journal, type JournalRecord } from './Journal.ts';

/** Records that are read at once: thousands would hold a slow phone's page up. */
const SLICE = 200;

interface Schema extends DBSchema {
  records: { key: string; value: JournalRecord };
}

/**
 * Opens the journal in a database of its own: what else is in the browser's databases has versions of its own. Without
 * one the journal lasts as long as the page.
 */
export async function openJournal(name: string): Promise<Journal> {
  let database = await open();
  if (!database) return createMemoryJournal();

  async function open(): Promise<IDBPDatabase<Schema> | undefined> {
    try {
      return await openDB<Schema>(name, 1, {
        upgrade: (made) => void made.createObjectStore('records', { keyPath: 'name' }),
        // A later version in another tab must not wait for this one.
        blocking(_current, _blocked, event) {
          (event.target as IDBDatabase).close();
          database = undefined;
        },
        terminated() {
          database = undefined;
        },
      });
    } catch {
      return undefined;
    }
  }
  async function ask(): Promise<IDBPDatabase<Schema>> {
    database ??= await open();
    if (!database) throw new Error('the journal was closed');
    return database;
  }

  return {
    read: async (key) => (await ask()).get('records', key),
    async readAll() {
      const all: JournalRecord[] = [];
      let rest: IDBKeyRange | undefined;
      for (;;) {
        const slice = await (await ask()).getAll('records', rest, SLICE);
        all.push(...slice);
        const last = slice[SLICE - 1];
        if (!last) return all;
        rest = IDBKeyRange.lowerBound(last.name, true);
      }
    },
    async write(records) {
      const transaction = (await ask()).transaction('records', 'readwrite');
      for (const record of records) void transaction.store.put(record);
      await transaction.done;
    },
  };
}
