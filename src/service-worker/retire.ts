import { NAMES, worker } from './scope.ts';

/*
 * Takes the worker's place where a site is built with OFFLINE=off: the last worker a browser gets from it.
 * It removes the app's own files and itself, so that every page comes from the host again. Bookmarks, the database
 * and the saved copies stay: a site that turns the worker on again finds them. (vite-plugin-pwa's selfDestroying
 * deletes every cache, other sites' of the same host included.)
 */

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener('activate', (event) => event.waitUntil(retire()));

/** Without a fetch handler nothing is answered from the app's files any more, not even for pages that are open. */
async function retire(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(NAMES.appPrefix)) await caches.delete(name);
  }
  await worker.registration.unregister();
}
