import type { QueryClient } from '@tanstack/react-query';
import type { ArticleSummary } from '../../model/Article.ts';
import { buildListPagePath, CATALOGUE_PATH } from '../../model/archivePaths.ts';
import type { ArticleListInfo, Catalogue } from '../../model/Catalogue.ts';
import { hashText } from '../../model/hashText.ts';
import { findNewestPages } from '../../model/newestPages.ts';
import { SHELL_PATH } from '../../model/offlineNames.ts';
import { findPageHash, nameListState } from '../../model/pageHashes.ts';
import type { Copies } from '../copies/copies.ts';
import { listPageQuery, readPageHash } from '../data/fetchListPage.ts';
import { buildKeptAddress, keepFile, readKept, trimKept } from '../data/keptFiles.ts';
import { renewPinnedLists } from './saveLists.ts';

/**
 * Keeps what the next start without a network will show: the newest articles, the list pages on screen, the lists saved
 * whole, and at last the catalogue. Returns false where something could not be had: then the build that was kept
 * before stays as it is, whole.
 */
export async function keepBuild(
  client: QueryClient,
  copies: Copies,
  catalogue: Catalogue,
): Promise<boolean> {
  const { lists, root } = catalogue;
  const newest = lists[root.list];
  const pages = [
    ...(newest ? findNewestPages(newest).map((page) => [root.list, page] as const) : []),
    ...listOnScreen(client, lists),
  ];
  const wanted = new Set<string>();
  try {
    for (const [list, page] of pages) {
      const info = lists[list];
      if (info) wanted.add(await keepPage(client, list, info, page));
    }
    const settle = await renewPinnedLists(copies, client, catalogue);
    await keepFile(CATALOGUE_PATH, JSON.stringify(catalogue));
    await settle();
    await trimKept(wanted);
    return true;
  } catch {
    // No network, no room, or half of an upload: left to the next time.
    return false;
  }
}

/** Gives the pages on screen, by list; without data are those that only stand for a page to come. */
function listOnScreen(
  client: QueryClient,
  lists: Catalogue['lists'],
): [list: string, page: number][] {
  return client
    .getQueryCache()
    .findAll({ queryKey: ['list'], predicate: ({ state }) => state.data !== undefined })
    .flatMap(({ queryKey: [, list, state, page] }) => {
      const info = lists[String(list)];
      return info && nameListState(info) === state ? [[String(list), Number(page)]] : [];
    });
}

/** Keeps a page and gives its address. It may have come with the page itself, past everything that keeps. */
async function keepPage(
  client: QueryClient,
  list: string,
  info: ArticleListInfo,
  page: number,
): Promise<string> {
  const path = buildListPagePath(list, page);
  const hash = await readPageHash(list, info, page);
  if ((await readKept(path, hash)) === undefined) {
    const rows: ArticleSummary[] = await client.fetchQuery(listPageQuery(list, info, page));
    const text = JSON.stringify(rows);
    if (hash === undefined || hashText(text) === hash) await keepFile(path, text, hash);
  }
  return buildKeptAddress(path, hash);
}

/** Whether the app would open here without a network: its own files, the catalogue and the newest articles are kept. */
export async function isAppKept(appPrefix: string): Promise<boolean> {
  const apps = (await caches.keys()).filter((name) => name.startsWith(appPrefix));
  const shells = await Promise.all(
    apps.map(async (name) => (await caches.open(name)).match(buildKeptAddress(SHELL_PATH))),
  );
  const kept = await readKept(CATALOGUE_PATH);
  if (!shells.some(Boolean) || kept === undefined) return false;
  const { lists, root } = JSON.parse(kept) as Catalogue;
  const info = lists[root.list];
  if (!info) return true;
  const pages = await Promise.all(
    findNewestPages(info).map((page) =>
      readKept(buildListPagePath(root.list, page), findPageHash(info, page)),
    ),
  );
  return pages.every((page) => page !== undefined);
}
