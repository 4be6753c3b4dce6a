import { findSavedCaches, listSavedCaches, type OfflineNames } from '../../model/offlineNames.ts';
import type { Database } from './openDatabase.ts';
import { cutSlices } from './recordSlices.ts';
import { forgetRemoved, noteRemoved } from './removalNote.ts';
import type { SavedRecord } from './SavedRecord.ts';
import { isQuotaError } from './SaveFailure.ts';

/** The cache of saved copies. Addresses are absolute. */
export interface CopyCache {
  match(request: string | Request): Promise<Response | undefined>;
  put(request: string | Request, response: Response): Promise<void>;
  delete(request: string | Request): Promise<boolean>;
  keys(): Promise<readonly Request[]>;
}

/** The saved copies: the cache, and who may write to it when. */
export interface Copies {
  /** The database's, after which locks are named. */
  name: string;
  database: Database;
  cache: CopyCache;
  /**
   * Runs `work` while no tab puts copies in, takes them out or counts them: a picture that an article has just been
   * found to share must not be removed with the other one in the same moment.
   */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** Opens the copies of a site. */
export function openCopies(database: Database, names: OfflineNames): Copies {
  const { locks } = navigator as Partial<Navigator>;
  const lock = `${names.database} copies`;
  return {
    name: names.database,
    database,
    cache: spreadOverCaches(names),
    alone: async (work) => (locks ? await locks.request(lock, work) : await work()),
  };
}

/**
 * Returns all caches of saved copies as one. Each is looked up by its name each time: one that was deleted while it was
 * open goes on taking copies that nobody will find.
 */
function spreadOverCaches(names: Pick<OfflineNames, 'saved'>): CopyCache {
  const findFor = (request: string | Request) =>
    findSavedCaches(names, typeof request === 'string' ? request : request.url);
  return {
    async match(request) {
      for (const name of findFor(request)) {
        const copy = await (await caches.open(name)).match(request);
        if (copy) return copy;
      }
      return undefined;
    },
    async put(request, response) {
      const [own] = findFor(request);
      await (await caches.open(own)).put(request, response);
    },
    async delete(request) {
      const deleted = findFor(request).map(async (name) =>
        (await caches.open(name)).delete(request),
      );
      return (await Promise.all(deleted)).some(Boolean);
    },
    async keys() {
      const held = new Set(await caches.keys());
      const standing = listSavedCaches(names).filter((name) => held.has(name));
      const lists = standing.map(async (name) => (await caches.open(name)).keys());
      return (await Promise.all(lists)).flat();
    },
  };
}

/**
 * Puts a copy in and says whether it is there and wanted: its record may have been removed meanwhile, and a tab that
 * removed another article may not have known that this one needs it too. Throws when there is no room.
 *
 * The putting itself is not done alone: the bytes of an opaque answer come only now, and others would wait for them.
 */
export async function putCopy(
  copies: Copies,
  { id, token }: Pick<SavedRecord, 'id' | 'token'>,
  request: string | Request,
  response: Response,
): Promise<boolean> {
  const { database, cache, alone } = copies;
  const address = typeof request === 'string' ? request : request.url;
  await cache.put(request, response);
  return alone(async () => {
    if ((await database.get('saved', id))?.token === token) {
      return (await cache.match(address)) !== undefined;
    }
    await removeUnused(copies, [address]);
    return false;
  });
}

/** Removes records, and the copies that no other record needs. */
export function removeRecords(copies: Copies, ids: readonly string[]): Promise<void> {
  return copies.alone(async () => {
    const records = await deleteRecords(copies.database, ids);
    const addresses = records.flatMap((record) => record.addresses);
    await removeUnused(copies, addresses);
    await forgetRemoved(copies.database, addresses);
  });
}

/** Removes records and returns them; their copies stay, noted as removed, until somebody takes them out. */
export function takeRecords(copies: Copies, ids: readonly string[]): Promise<SavedRecord[]> {
  return copies.alone(() => deleteRecords(copies.database, ids));
}

function deleteRecords(database: Database, ids: readonly string[]): Promise<SavedRecord[]> {
  return deleteInOne(database, ids, true).catch((error: unknown) => {
    // A full disk must let go all the same; a page that dies in the next moment finds the copies again.
    if (!isQuotaError(error)) throw error;
    return deleteInOne(database, ids, false);
  });
}

/**
 * Deletes records and gives them. What goes is noted with that, in one transaction, until it has gone: what is saved
 * under the same address later must not be taken for it (`sweepCopies.ts`).
 */
async function deleteInOne(
  database: Database,
  ids: readonly string[],
  isNoted: boolean,
): Promise<SavedRecord[]> {
  const transaction = database.transaction(['saved', 'facts'], 'readwrite');
  const saved = transaction.objectStore('saved');
  const records: SavedRecord[] = [];
  for (const id of ids) {
    const record = await saved.get(id);
    if (record) records.push(record);
    void saved.delete(id);
  }
  if (isNoted) {
    const addresses = records.flatMap((record) => record.addresses);
    await noteRemoved(transaction.objectStore('facts'), addresses);
  }
  await transaction.done;
  return records;
}

/** Takes copies out of the cache unless a record or a list names them. Call it within `alone`. */
export async function removeUnused(
  { database, cache }: Copies,
  addresses: Iterable<string>,
): Promise<void> {
  const lists = await database.getAll('lists');
  const pinned = new Set(lists.flatMap((list) => list.addresses));
  const removeOne = async (address: string) => {
    if (pinned.has(address)) return;
    if ((await database.countFromIndex('saved', 'by-address', address)) === 0)
      await cache.delete(address);
  };
  await Promise.all([...new Set(addresses)].map(removeOne));
}

/**
 * The same for thousands, a slice at a time, so that what is saved meanwhile need not wait for all. Each is looked at
 * by itself: to empty the cache in one step would take out what another tab has just begun to save.
 */
export async function removeMany(copies: Copies, addresses: readonly string[]): Promise<void> {
  for (const slice of cutSlices(addresses)) await copies.alone(() => removeUnused(copies, slice));
}
