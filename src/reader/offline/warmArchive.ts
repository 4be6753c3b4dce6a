import type { QueryClient } from '@tanstack/react-query';
import { buildListPagePath, CATALOGUE_PATH } from '../../model/archivePaths.ts';
import type { Catalogue } from '../../model/Catalogue.ts';
import { listNewestPages } from '../../model/newestPages.ts';
import { SHELL_PATH } from '../../model/offlineNames.ts';
import { catalogueQuery } from '../data/fetchCatalogue.ts';

/**
 * Asks for what the next start without a network will show, through the worker, which keeps it: the catalogue, the
 * newest articles, and the list pages on screen, which may all have come with the page itself, past the worker.
 */
export async function warmArchive(client: QueryClient, cacheName: string): Promise<void> {
  const catalogue = client.getQueryData(catalogueQuery.queryKey);
  const onScreen = client
    .getQueryCache()
    // Without data are those that only stand for a page to come.
    .findAll({ queryKey: ['list'], predicate: ({ state }) => state.data !== undefined })
    .map(({ queryKey: [, list, page] }) => buildListPagePath(String(list), Number(page)));
  const newest = catalogue ? listNewestPages(catalogue, catalogue.root.list) : [];
  const cache = await caches.open(cacheName);
  for (const path of new Set([CATALOGUE_PATH, ...newest, ...onScreen])) {
    if (await cache.match(buildAddress(path))) continue;
    // Read to its end: an answer that is left lying holds its connection.
    await fetch(buildAddress(path))
      .then((response) => response.text())
      .catch(() => undefined);
  }
}

/** Whether the app would open here without a network: its own files, the catalogue and the newest articles are kept. */
export async function isAppKept(cacheName: string, appPrefix: string): Promise<boolean> {
  const apps = (await caches.keys()).filter((name) => name.startsWith(appPrefix));
  const shells = await Promise.all(
    apps.map(async (name) => (await caches.open(name)).match(buildAddress(SHELL_PATH))),
  );
  const cache = await caches.open(cacheName);
  const kept = await cache.match(buildAddress(CATALOGUE_PATH));
  if (!navigator.serviceWorker?.controller || !shells.some(Boolean) || !kept) return false;
  const catalogue = (await kept.json()) as Catalogue;
  const pages = await Promise.all(
    listNewestPages(catalogue, catalogue.root.list).map((path) => cache.match(buildAddress(path))),
  );
  return pages.every(Boolean);
}

function buildAddress(path: string): string {
  return new URL(`${import.meta.env.BASE_URL}${path}`, window.location.href).href;
}
