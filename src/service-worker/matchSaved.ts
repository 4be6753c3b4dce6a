import { findSavedCaches } from '../model/offlineNames.ts';
import { NAMES } from './scope.ts';

/** Returns the saved copy of an address; undefined where there is none. */
export async function matchSaved(address: string): Promise<Response | undefined> {
  for (const name of findSavedCaches(NAMES, address)) {
    const copy = await (await caches.open(name)).match(address);
    if (copy) return copy;
  }
  return undefined;
}
