import type { QueryClient } from '@tanstack/react-query';
import type { ArticleSummary } from '../../model/Article.ts';
import { buildListPagePath } from '../../model/archivePaths.ts';
import {
  type ArticleListInfo,
  type Catalogue,
  type Category,
  findCategory,
  PAGE_SIZE,
} from '../../model/Catalogue.ts';
import type { Copies } from '../copies/copies.ts';
import { forgetRemoved, noteRemoved } from '../copies/removalNote.ts';
import { catalogueQuery } from '../data/fetchCatalogue.ts';
import { listPageQuery, readHashesFile, readPageHash } from '../data/fetchListPage.ts';
import { buildKeptAddress, buildResponse } from '../data/keptFiles.ts';
import type { OfflineParts } from './OfflineParts.ts';

/** Reads all summaries of a category's list, the newest first, a page at a time. Throws ArchiveError. */
export async function* readCategory(
  client: QueryClient,
  category: Pick<Category, 'list'>,
): AsyncGenerator<ArticleSummary[]> {
  const { lists } = await client.ensureQueryData(catalogueQuery);
  const info = lists[category.list];
  for (let page = countPages(info); page >= 1 && info; page -= 1) {
    const rows = await client.fetchQuery(listPageQuery(category.list, info, page));
    // Stored oldest first; what a reader sees first is saved first.
    yield [...rows].reverse();
  }
}

/**
 * Keeps the pages of a category's list with the saved copies, where no newer page pushes them out. `cancels`: as
 * they were when it was begun; nothing is kept where there has been another one since. Throws ArchiveError.
 */
export async function pinList(
  copies: Copies,
  client: QueryClient,
  category: Pick<Category, 'path' | 'list'>,
  cancels: number,
): Promise<void> {
  const { lists } = await client.ensureQueryData(catalogueQuery);
  const { path, list } = category;
  const info = lists[list];
  if (!info) return;
  const isWanted = await copies.alone(async () => {
    const transaction = copies.database.transaction(['lists', 'facts'], 'readwrite');
    if (((await transaction.objectStore('facts').get('cancels')) ?? 0) !== cancels) return false;
    const lists = transaction.objectStore('lists');
    const { addresses = [] } = (await lists.get(path)) ?? {};
    await lists.put({ path, list, addresses, isPending: true });
    await transaction.done;
    return true;
  });
  if (isWanted) await keepPages(copies, client, { path, list, info });
}

/**
 * Brings lists saved whole to the state that the catalogue knows; their new articles are not saved by that. Pages of
 * the state before stay until the function that it gives is called. Throws ArchiveError.
 */
export async function renewPinnedLists(
  copies: Copies,
  client: QueryClient,
  { root, lists }: Catalogue,
): Promise<() => Promise<void>> {
  const settled: (() => Promise<void>)[] = [];
  for (const { path } of await copies.database.getAll('lists')) {
    const category = findCategory(root, path);
    const info = category && lists[category.list];
    if (category && info) {
      settled.push(await keepPages(copies, client, { path, list: category.list, info }));
    }
  }
  return async () => {
    for (const settle of settled) await settle();
  };
}

interface PinnedList {
  path: string;
  list: string;
  info: ArticleListInfo;
}

/** Puts a list's pages into the cache. Gives what takes those out that it held before. */
async function keepPages(
  { database, cache, alone }: Copies,
  client: QueryClient,
  { path, list, info }: PinnedList,
): Promise<() => Promise<void>> {
  const kept: string[] = [];
  const note = (addresses: string[]) =>
    alone(async () => {
      const record = await database.get('lists', path);
      if (record) await database.put('lists', { ...record, list, addresses });
    });
  const before = (await database.get('lists', path))?.addresses ?? [];
  const put = async (file: string, hash: string | undefined, read: () => Promise<unknown>) => {
    const address = buildKeptAddress(file, hash);
    kept.push(address);
    if (await cache.match(address)) return;
    const response = buildResponse(JSON.stringify(await read()));
    // Named before it lies there, so that no page takes it for one that nobody needs.
    await note([...new Set([...before, ...kept])]);
    await cache.put(address, response);
  };
  for (let page = 1; page <= countPages(info); page += 1) {
    const hash = await readPageHash(list, info, page);
    await put(buildListPagePath(list, page), hash, () =>
      client.fetchQuery(listPageQuery(list, info, page)),
    );
    const file = await readHashesFile(list, info, page);
    if (file) await put(file.path, file.hash, async () => file.hashes);
  }
  return async () => {
    await note(kept);
    for (const address of before) if (!kept.includes(address)) await cache.delete(address);
  };
}

function countPages(info: ArticleListInfo | undefined): number {
  return Math.ceil((info?.count ?? 0) / PAGE_SIZE);
}

/** Notes that all articles of a list are in the queue, or that they are not to be. */
export async function settleList({ database }: Copies, path: string): Promise<void> {
  const list = await database.get('lists', path);
  if (list) await database.put('lists', { ...list, isPending: false });
}

/** Notes what a list holds, so that later visits know what has come to it. Without a network nothing is noted. */
export async function noteListIds(
  { database }: Copies,
  client: QueryClient,
  category: Pick<Category, 'path' | 'list'>,
  readIds: OfflineParts['readIds'],
): Promise<void> {
  const info = client.getQueryData(catalogueQuery.queryKey)?.lists[category.list];
  const held = info && (await readIds(category.list, info).catch(() => undefined));
  const list = await database.get('lists', category.path);
  if (!list || !held) return;
  const { ids: name } = info;
  await database.put('lists', { ...list, ids: held.ids, ...(name !== undefined && { name }) });
}

/** Gives the categories whose saving an earlier page began and did not get through. Throws ArchiveError. */
export async function listPending({ database }: Copies, client: QueryClient): Promise<Category[]> {
  const pending = (await database.getAll('lists')).filter(({ isPending }) => isPending);
  if (pending.length === 0) return [];
  const { root } = await client.fetchQuery(catalogueQuery);
  return pending
    .map(({ path }) => findCategory(root, path))
    .filter((category) => category !== undefined);
}

/** Forgets lists saved whole of which no article is saved any more; one whose articles are still to come stays. */
export async function unpinLists({ database, cache, alone }: Copies): Promise<void> {
  await alone(async () => {
    for (const { path, addresses, isPending } of await database.getAll('lists')) {
      if (isPending) continue;
      // A page that dies here has not lost them: the next one must not pin them anew.
      const transaction = database.transaction(['lists', 'facts'], 'readwrite');
      await noteRemoved(transaction.objectStore('facts'), addresses);
      await transaction.objectStore('lists').delete(path);
      await transaction.done;
      for (const address of addresses) await cache.delete(address);
      await forgetRemoved(database, addresses);
    }
  });
}
