import type { QueryClient } from '@tanstack/react-query';
import { ArchiveError } from '../../model/ArchiveError.ts';
import { type ArticleListInfo, type Catalogue, PAGE_SIZE } from '../../model/Catalogue.ts';
import { findNewestPages } from '../../model/newestPages.ts';
import { catalogueQuery, fetchCatalogue } from './fetchCatalogue.ts';
import { listPageQuery } from './fetchListPage.ts';
import { tagQuery } from './tagQuery.ts';

/** Which build of the archive is on screen, and whether the host has another one. Outside React. */
export interface BuildStore {
  /** Whether another build is here, whole, and waits for the reader's word. */
  hasOther(): boolean;
  /**
   * Asks the host which build it has. Another one takes the place of the one on screen as soon as what is on screen
   * can be had of it, if `mayShow` says then that nobody minds; else it waits. What can't be had leaves all as it is.
   */
  look(mayShow: () => boolean): Promise<void>;
  /** Shows the other build. */
  show(): void;
  /** Calls it whenever another build was put on screen. */
  onShow(listener: () => void): void;
  subscribe(listener: () => void): () => void;
}

/** Builds it over the queries of a page. `onShow`: another build's catalogue is on screen. */
export function createBuildStore(client: QueryClient): BuildStore {
  const listeners = new Set<() => void>();
  const showListeners = new Set<() => void>();
  let other: Catalogue | undefined;
  let looking: Promise<void> | undefined;

  function wait(next: Catalogue | undefined) {
    if (other === next) return;
    other = next;
    for (const listener of listeners) listener();
  }

  async function lookOnce(mayShow: () => boolean) {
    const next = await fetchCatalogue();
    const current = client.getQueryData(catalogueQuery.queryKey);
    if (next.build === current?.build) return wait(undefined);
    await fetchShown(client, next);
    if (!current || mayShow()) put(next);
    else wait(next);
  }

  function put(next: Catalogue) {
    client.setQueryData(catalogueQuery.queryKey, next);
    wait(undefined);
    // Articles and what was found may be others now.
    for (const key of ['article', 'search', 'search row']) {
      void client.invalidateQueries({ queryKey: [key] });
    }
    for (const listener of showListeners) listener();
  }

  return {
    hasOther: () => other !== undefined,
    look(mayShow) {
      looking ??= lookOnce(mayShow)
        // No network, or half of an upload: what is on screen stays.
        .catch((error: unknown) => {
          if (!(error instanceof ArchiveError)) throw error;
        })
        .finally(() => {
          looking = undefined;
        });
      return looking;
    },
    onShow: (listener) => void showListeners.add(listener),
    show: () => other && put(other),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Fetches what another build has in the place of what is on screen, and its newest rows. Throws ArchiveError. */
async function fetchShown(client: QueryClient, next: Catalogue): Promise<void> {
  const { root } = next;
  const lists: Record<string, ArticleListInfo> = { ...next.lists };
  const shown = client.getQueryCache().findAll({ queryKey: ['tag'], type: 'active' });
  for (const { queryKey } of shown) {
    const tag = await client.fetchQuery({ ...tagQuery(String(queryKey[1]), next), retry: false });
    if (tag) lists[tag.list] = tag;
  }
  const wanted = new Map<string, Set<number>>([[root.list, new Set()]]);
  for (const { queryKey } of client
    .getQueryCache()
    .findAll({ queryKey: ['list'], type: 'active' })) {
    const [, list, , page] = queryKey as [string, string, string, number];
    wanted.set(list, (wanted.get(list) ?? new Set()).add(page));
  }
  for (const [list, pages] of wanted) {
    const info = lists[list];
    if (!info) continue;
    const all = new Set([...findNewestPages(info), ...pages]);
    for (const page of all) {
      if (page <= Math.ceil(info.count / PAGE_SIZE)) {
        await client.fetchQuery({ ...listPageQuery(list, info, page), retry: false });
      }
    }
  }
}
