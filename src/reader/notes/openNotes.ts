import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

interface Schema extends DBSchema {
  /** Values are checked when they are read: what is damaged may be anything. */
  notes: { key: string; value: unknown };
}

/** The database of notes. */
export type NoteDatabase = IDBPDatabase<Schema>;

/**
 * Opens the database of notes, apart from that of saved articles: each has versions of its own. `onClose`: it was
 * closed under this page. Throws where the browser has none or forbids it.
 */
export function openNotes(name: string, onClose: () => void): Promise<NoteDatabase> {
  return openDB<Schema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('notes');
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClose();
    },
    terminated: onClose,
  });
}
