import type { Database } from './openDatabase.ts';
import type { SavedRecord } from './SavedRecord.ts';

/** The saved copies: the cache, and who may write to it when. */
export interface Copies {
  database: Database;
  cache: Cache;
  /**
   * Runs `work` while no tab puts copies in, takes them out or counts them: a picture that an article has just been
   * found to share must not be removed with the other one in the same moment.
   */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** Opens the copies. `lock`: a name of its own for each site. */
export async function openCopies(
  database: Database,
  cacheName: string,
  lock: string,
): Promise<Copies> {
  const cache = await caches.open(cacheName);
  const { locks } = navigator as Partial<Navigator>;
  return {
    database,
    cache,
    alone: async (work) => (locks ? await locks.request(lock, work) : await work()),
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
  address: string,
  response: Response,
): Promise<boolean> {
  const { database, cache, alone } = copies;
  await cache.put(address, response);
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
  const { database, alone } = copies;
  return alone(async () => {
    const transaction = database.transaction('saved', 'readwrite');
    const addresses: string[] = [];
    for (const id of ids) {
      addresses.push(...((await transaction.store.get(id))?.addresses ?? []));
      await transaction.store.delete(id);
    }
    await transaction.done;
    await removeUnused(copies, addresses);
  });
}

/** Takes copies out of the cache unless a record names them. Call it within `alone`. */
export async function removeUnused(
  { database, cache }: Copies,
  addresses: Iterable<string>,
): Promise<void> {
  for (const address of new Set(addresses)) {
    if ((await database.countFromIndex('saved', 'by-address', address)) === 0) {
      await cache.delete(address);
    }
  }
}
