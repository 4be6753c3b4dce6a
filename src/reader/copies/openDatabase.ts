import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Bookmark } from '../bookmarks/Bookmark.ts';
import type { SavedRecord } from './SavedRecord.ts';

/** A list that was saved whole: its pages lie in the cache, so that it can be opened offline. */
export interface SavedListRecord {
  /** Path of the category. */
  path: string;
  /** Id of its stored list. */
  list: string;
  /** Absolute addresses of its pages. */
  addresses: string[];
  /** Its articles are not all in the queue yet: a page that is closed meanwhile leaves that to the next one. */
  isPending: boolean;
  /** The list's ids (`ListIds.ids`) when it was saved, or kept up to date last; and the name of their file. */
  ids?: string;
  name?: string;
}

/** What is in the database. */
export interface Schema extends DBSchema {
  saved: {
    key: string;
    value: SavedRecord;
    indexes: { 'by-address': string; 'by-queue': number };
  };
  lists: { key: string; value: SavedListRecord };
  /** A second copy of the bookmarks, whose first is in localStorage. */
  bookmarks: { key: string; value: Bookmark };
  facts: { key: keyof Facts; value: unknown };
}

/**
 * What is on its way out: copies whose records were removed, and which lie in the cache until a page has taken them
 * out. A copy that is named by nothing and not noted here has lost its record, and gets a new one at the next start
 * (`saving/sweepCopies.ts`).
 */
export interface RemovalNote {
  /** Absolute addresses of copies. */
  addresses: readonly string[];
  /** All copies are on their way out; to name each of 20,000 would hold the page up. */
  isAll: boolean;
  /** Addresses of copies that are wanted since then. */
  wanted: readonly string[];
}

/** Single things worth remembering. */
export interface Facts {
  /** The reader paused the run. */
  isPaused: boolean;
  /** How often the reader gave up what was not saved yet. */
  cancels: number;
  /** What the reader gave up last is not all removed. */
  isCancelling: boolean;
  /** Copies whose records were removed: a page may have died before it took them out. */
  removals: RemovalNote;
  /** Bookmarked articles whose copy the reader removed; they are not saved again by themselves. */
  declined: string[];
  /**
   * What stood under the keys that all sites of a host shared once has been moved. localStorage says so, too, and may
   * be emptied alone; moved again, another site's would be taken.
   */
  hasMoved: boolean;
}

/** The database of what is saved and why. */
export type Database = IDBPDatabase<Schema>;

/**
 * Opens the database, and makes it where there is none, which `onMake` is told. `onClose`: it was closed under this
 * page, since it is being deleted or a later version opens it. Throws where the browser has none or forbids it.
 */
export function openDatabase(
  name: string,
  { onClose, onMake }: { onClose: () => void; onMake: () => void },
): Promise<Database> {
  return openDB<Schema>(name, 1, {
    upgrade(database) {
      const saved = database.createObjectStore('saved', { keyPath: 'id' });
      saved.createIndex('by-address', 'addresses', { multiEntry: true });
      saved.createIndex('by-queue', 'queuedAt');
      database.createObjectStore('lists', { keyPath: 'path' });
      database.createObjectStore('bookmarks', { keyPath: 'id' });
      database.createObjectStore('facts');
      onMake();
    },
    // A later version in another tab must not wait for this one.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClose();
    },
    terminated: onClose,
  });
}

/** Whether something failed because the database was closed under this page. */
export function isClosedError(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError';
}

/** Gives a fact, or `undefined`. */
export async function readFact<K extends keyof Facts>(
  database: Pick<Database, 'get'>,
  name: K,
): Promise<Facts[K] | undefined> {
  return (await database.get('facts', name)) as Facts[K] | undefined;
}

/** Remembers a fact. */
export async function writeFact<K extends keyof Facts>(
  database: Pick<Database, 'put'>,
  name: K,
  value: Facts[K],
): Promise<void> {
  await database.put('facts', value, name);
}

/**
 * Changes a record in one transaction and gives it as it is then.
 * Gives `undefined`, and changes nothing, where it was removed or is another by now.
 */
export async function updateRecord(
  database: Database,
  { id, token }: Pick<SavedRecord, 'id' | 'token'>,
  change: (record: SavedRecord) => SavedRecord,
): Promise<SavedRecord | undefined> {
  const transaction = database.transaction('saved', 'readwrite');
  const stored = await transaction.store.get(id);
  const next = stored?.token === token ? change(stored) : undefined;
  if (next) await transaction.store.put(next);
  await transaction.done;
  return next;
}
