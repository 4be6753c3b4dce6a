import { VERSION_META } from '../model/offlineNames.ts';
import { BASE, NAMES, worker } from './scope.ts';

type AppFile = readonly [path: string, hash: string];

/** Put in by the build: the app's files with their hashes, and the version that they make up. */
declare const APP_FILES: readonly AppFile[];
/** Put in by the build: large files that few readers need. Each is kept when it was first asked for. */
declare const APP_PARTS: readonly AppFile[];
declare const APP_VERSION: string;

const CACHE = NAMES.appPrefix + APP_VERSION;

/**
 * Keeps all files of this version, or none: throws where one is missing, or is another than the build made
 * (a host's page for unknown addresses, a file of the next version in the middle of a deploy).
 * Then those of the large parts that an older version has kept; one that can't be had comes when it is asked for.
 */
export async function keepApp(): Promise<void> {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(APP_FILES.map(([path, hash]) => keepFile(cache, BASE + path, hash)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
  const kept = await listKeptNames();
  const parts = APP_PARTS.filter(([path]) => kept.has(removeHash(BASE + path)));
  await Promise.allSettled(parts.map(([path, hash]) => keepFile(cache, BASE + path, hash)));
}

/**
 * Gives a file of the app, of this version where it has one, else of an older one that a page may still be using.
 * One of the large parts is fetched, and kept from then on. Throws TypeError where that can't be had.
 */
export async function findAppFile(path: string): Promise<Response | undefined> {
  for (const name of [CACHE, ...(await listApps()).reverse()]) {
    const found = await (await caches.open(name)).match(BASE + path);
    if (found) return found;
  }
  const hash = APP_PARTS.find(([part]) => part === path)?.[1];
  return hash === undefined ? undefined : fetchPart(path, hash);
}

/** Gives the version of this worker. */
export function readVersion(): string {
  return APP_VERSION;
}

/** Removes the files of the versions that are not in `used`. */
export async function removeApps(used: ReadonlySet<string>): Promise<void> {
  for (const name of await listApps()) {
    if (name !== CACHE && !used.has(name.slice(NAMES.appPrefix.length))) await caches.delete(name);
  }
}

/** Whether files of another version are kept. */
export async function hasOtherApps(): Promise<boolean> {
  return (await listApps()).some((name) => name !== CACHE);
}

/** Oldest first, as they were made. */
async function listApps(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(NAMES.appPrefix));
}

async function keepFile(cache: Cache, address: string, hash: string): Promise<void> {
  const response = (await takeFromOlder(address, hash)) ?? (await fetchFile(address, hash));
  await cache.put(address, response);
}

async function fetchPart(path: string, hash: string): Promise<Response> {
  const response = await fetchFile(BASE + path, hash);
  const cache = await caches.open(CACHE);
  // No room: it is used all the same.
  await cache.put(BASE + path, response.clone()).catch(() => undefined);
  return response;
}

/** Most files are the same in the next version. */
async function takeFromOlder(address: string, hash: string): Promise<Response | undefined> {
  for (const name of await listApps()) {
    const found = await (await caches.open(name)).match(address);
    if (found && (await isIntact(address, await found.clone().arrayBuffer(), hash))) return found;
  }
  return undefined;
}

/** Gives the addresses of all kept files, without hashes. */
async function listKeptNames(): Promise<Set<string>> {
  const caching = (await listApps()).map(async (name) => (await caches.open(name)).keys());
  const requests = (await Promise.all(caching)).flat();
  return new Set(requests.map(({ url }) => removeHash(new URL(url).pathname)));
}

/** The bundler writes `name-<8 characters>.js`; only these differ from one version to the next. */
function removeHash(path: string): string {
  return path.replace(/-[\w-]{8}(?=\.\w+$)/, '');
}

/** The page has just loaded some of them: the browser's own copy will do where its hash is right. */
async function fetchFile(address: string, hash: string): Promise<Response> {
  let trouble = '';
  for (const cache of ['force-cache', 'reload'] as const) {
    const response = await fetch(address, { cache, credentials: 'same-origin' });
    if (!response.ok) {
      trouble = `answers ${response.status}`;
      continue;
    }
    const bytes = await response.arrayBuffer();
    if (await isIntact(address, bytes, hash)) {
      // A new answer of the same bytes: hosts that redirect `app.html` to `app` would give one that no navigation
      // accepts.
      const type = response.headers.get('content-type') ?? 'application/octet-stream';
      return new Response(bytes, { headers: { 'content-type': type } });
    }
    trouble = 'is another file';
  }
  throw new TypeError(`${address} ${trouble}`);
}

/** Pages are known by the version in their head, since some hosts write into them; all other files by their hash. */
async function isIntact(address: string, bytes: ArrayBuffer, hash: string): Promise<boolean> {
  if (address.endsWith('.html')) {
    const text = new TextDecoder().decode(bytes);
    return text.includes(`name="${VERSION_META}" content="${APP_VERSION}"`);
  }
  return (await computeHash(bytes)) === hash;
}

/** Gives the hash of a file as the build wrote it: SHA-256, base64url, 24 characters. */
export async function computeHash(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await worker.crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 24);
}
