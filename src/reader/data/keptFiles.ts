import { CATALOGUE_PATH } from '../../model/archivePaths.ts';
import { buildOfflineNames, findSavedCaches } from '../../model/offlineNames.ts';

/*
 * Copies of the catalogue and of list pages, with which the next visit begins, with or without a network. A page is
 * kept under its address with its hash behind it, so pages of two builds lie side by side; the catalogue is put in
 * last, when all is there that belongs to it (`saving/keepBuild.ts`). Only a page that the worker answers for has
 * copies.
 */

/** List pages that are kept beside those of lists saved whole: 6,000 rows. */
const MAX_PAGES = 60;

/** Gives the address under which a file is kept. */
export function buildKeptAddress(path: string, hash = ''): string {
  const query = hash === '' ? '' : `?h=${hash}`;
  return new URL(`${import.meta.env.BASE_URL}${path}${query}`, window.location.href).href;
}

/** Gives the text of a kept file; undefined where there is none, or no worker. */
export async function readKept(path: string, hash?: string): Promise<string | undefined> {
  if (!navigator.serviceWorker?.controller) return undefined;
  const names = buildOfflineNames(import.meta.env.BASE_URL);
  try {
    // Without a hash in their address lie the pages that an earlier version of the app has kept.
    const addresses = [...new Set([buildKeptAddress(path, hash), buildKeptAddress(path)])];
    const places = [
      ...addresses.map((address) => [names.archive, address] as const),
      ...addresses.flatMap((address) =>
        findSavedCaches(names, address).map((name) => [name, address] as const),
      ),
    ];
    for (const [name, address] of places) {
      const copy = await (await caches.open(name)).match(address);
      if (copy) return await copy.text();
    }
  } catch {
    // Storage is forbidden, or broken: the host has it all.
  }
  return undefined;
}

/** Keeps a file, where there is a worker. */
export async function keepFile(path: string, text: string, hash?: string): Promise<void> {
  if (!navigator.serviceWorker?.controller) return;
  try {
    const cache = await caches.open(buildOfflineNames(import.meta.env.BASE_URL).archive);
    await cache.put(buildKeptAddress(path, hash), buildResponse(text));
  } catch {
    // No room: it is read all the same.
  }
}

/** Gives the answer as which a text is kept. */
export function buildResponse(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'application/json' } });
}

/** Removes the pages that were kept first where there are too many. `wanted`: addresses that stay. */
export async function trimKept(wanted: ReadonlySet<string>): Promise<void> {
  const cache = await caches.open(buildOfflineNames(import.meta.env.BASE_URL).archive);
  const catalogue = buildKeptAddress(CATALOGUE_PATH);
  const others = (await cache.keys()).filter(({ url }) => url !== catalogue && !wanted.has(url));
  for (const page of others.slice(0, Math.max(0, others.length - MAX_PAGES))) {
    await cache.delete(page);
  }
}
