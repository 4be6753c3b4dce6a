import { openDB } from 'idb';
import { buildOwnNames } from '../own/ownNames.ts';
import type { ChosenFile } from './openFilePlace.ts';

const STORE = 'file';
const KEY = 'chosen';

function open() {
  return openDB(buildOwnNames(import.meta.env.BASE_URL).sync, 1, {
    upgrade: (database) => void database.createObjectStore(STORE),
  });
}

/** Returns the file that the reader chose, if this browser remembers it. */
export async function readKeptFile(): Promise<ChosenFile | undefined> {
  try {
    const database = await open();
    const file = (await database.get(STORE, KEY)) as ChosenFile | undefined;
    database.close();
    return file;
  } catch {
    return undefined;
  }
}

/** Remembers the file, or forgets it. Where the browser can't, it has to be chosen again at the next visit. */
export async function keepFile(file: ChosenFile | undefined): Promise<void> {
  try {
    const database = await open();
    if (file) await database.put(STORE, file, KEY);
    else await database.delete(STORE, KEY);
    database.close();
  } catch {
    // No database: nothing to remember it in.
  }
}
