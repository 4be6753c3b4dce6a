import { buildOfflineNames } from '../../model/offlineNames.ts';

/** Files that came from the last copies and may be out of date. */
const taken = new Set<string>();
let isOpen = true;

/**
 * Gives an archive file's JSON from the last copy that the worker keeps, once: a page that the worker started shows it
 * at once instead of waiting for the network. Undefined where there is none, or no worker.
 */
export async function takeLastCopy(path: string): Promise<unknown> {
  const isKept = path.startsWith('archive/lists/') || path === 'archive/catalogue.json';
  if (!isOpen || !isKept || taken.has(path) || !navigator.serviceWorker?.controller)
    return undefined;
  taken.add(path);
  try {
    const base = import.meta.env.BASE_URL;
    const cache = await caches.open(buildOfflineNames(base).archive);
    const copy = await cache.match(new URL(`${base}${path}`, window.location.href).href);
    return await copy?.json();
  } catch {
    return undefined;
  }
}

/** From now on files come from the host. Says whether one came from a copy, and so has to be asked for again. */
export function closeLastCopies(): boolean {
  isOpen = false;
  return taken.size > 0;
}
