import type { QueryClient } from '@tanstack/react-query';
import type { ArticleSummary } from '../../model/Article.ts';
import { buildListPagePath } from '../../model/archivePaths.ts';
import { type Category, findCategory, PAGE_SIZE } from '../../model/Catalogue.ts';
import { catalogueQuery } from '../data/fetchCatalogue.ts';
import { listPageQuery } from '../data/fetchListPage.ts';
import type { Copies } from './copies.ts';

/** Reads all summaries of a category's list, the newest first, a page at a time. Throws ArchiveError. */
export async function* readCategory(
  client: QueryClient,
  category: Pick<Category, 'list' | 'count'>,
): AsyncGenerator<ArticleSummary[]> {
  for (let page = Math.ceil(category.count / PAGE_SIZE); page >= 1; page -= 1) {
    const rows = await client.fetchQuery(listPageQuery(category.list, page));
    // Stored oldest first; what a reader sees first is saved first.
    yield [...rows].reverse();
  }
}

/** Keeps the pages of a category's list with the saved copies, where no newer page pushes them out. */
export async function pinList(
  { database, cache, alone }: Copies,
  category: Pick<Category, 'path' | 'list' | 'count'>,
  isPending: boolean,
): Promise<void> {
  const pages = Array.from({ length: Math.ceil(category.count / PAGE_SIZE) }, (_, index) => {
    const path = buildListPagePath(category.list, index + 1);
    return new URL(`${import.meta.env.BASE_URL}${path}`, window.location.href).href;
  });
  await alone(() =>
    database.put('lists', {
      path: category.path,
      list: category.list,
      addresses: pages,
      isPending,
    }),
  );
  for (const address of pages) {
    const response = await fetch(address).catch(() => undefined);
    if (!response?.ok) continue;
    const text = await response.text();
    // Not the page that a host sends for what it does not know.
    if (!text.startsWith('[')) continue;
    await cache.put(
      address,
      new Response(text, { headers: { 'content-type': 'application/json' } }),
    );
  }
}

/** Takes up pages that lists saved whole have got since; their articles are not saved by that. */
export async function refreshPinnedLists(copies: Copies, client: QueryClient): Promise<void> {
  const catalogue = client.getQueryData(catalogueQuery.queryKey);
  if (!catalogue) return;
  for (const { path, addresses, isPending } of await copies.database.getAll('lists')) {
    const category = findCategory(catalogue.root, path);
    if (category && Math.ceil(category.count / PAGE_SIZE) > addresses.length) {
      await pinList(copies, category, isPending);
    }
  }
}

/** Notes that all articles of a list are in the queue, or that they are not to be. */
export async function settleList({ database }: Copies, path: string): Promise<void> {
  const list = await database.get('lists', path);
  if (list) await database.put('lists', { ...list, isPending: false });
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

/** Forgets lists saved whole of which no article is saved any more. */
export async function unpinLists({ database, cache, alone }: Copies): Promise<void> {
  await alone(async () => {
    for (const { path, addresses } of await database.getAll('lists')) {
      await database.delete('lists', path);
      for (const address of addresses) await cache.delete(address);
    }
  });
}
