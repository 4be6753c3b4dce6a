import type { QueryClient } from '@tanstack/react-query';
import { ArchiveError } from '../../model/ArchiveError.ts';
import type { Article, ArticleSummary } from '../../model/Article.ts';
import type { BuildStore } from './createBuildStore.ts';
import { catalogueQuery, isCatalogueOld } from './fetchCatalogue.ts';

/** How long the host is left alone after it was asked, in milliseconds. */
const REST = 3000;

/**
 * Keeps a page to one build: looks for another one when the page starts from copies, when it comes back to the front,
 * when the network is back, and when the host sends something that does not belong to what is on screen.
 */
export function followBuild(client: QueryClient, store: BuildStore): void {
  let isTouched = false;
  let lookedAt = Number.NEGATIVE_INFINITY;
  for (const event of ['pointerdown', 'keydown', 'wheel', 'touchmove']) {
    window.addEventListener(event, () => (isTouched = true), { passive: true, once: true });
  }

  /** What is half here is worse than what moves. */
  function look(isBroken = false) {
    const now = performance.now();
    if (now - lookedAt < REST) return;
    lookedAt = now;
    void store.look(() => !isTouched || isBroken);
  }

  // With the first list on screen, or the words that say why there is none.
  void client
    .ensureQueryData(catalogueQuery)
    .catch(() => undefined)
    .then(() => isCatalogueOld() && look());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look();
  });
  window.addEventListener('online', () => {
    lookedAt = Number.NEGATIVE_INFINITY; // it was asked in vain, if at all
    look();
  });

  client.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated') return;
    const { status, error, data } = query.state;
    const [kind] = query.queryKey;
    if ((kind === 'list' || kind === 'tag') && status === 'error' && isOfAnotherBuild(error))
      look(true);
    if (kind === 'article' && status === 'error' && isOfAnotherBuild(error)) look();
    if (kind === 'article' && status === 'success' && isUnlikeItsRow(client, data as Article)) {
      look(true);
    }
  });
}

function isOfAnotherBuild(error: unknown): boolean {
  return error instanceof ArchiveError && (error.kind === 'outdated' || error.kind === 'missing');
}

/** Whether a list on screen says something else of an article than the article itself. */
function isUnlikeItsRow(client: QueryClient, article: Article): boolean {
  const lists = client.getQueryCache().findAll({ queryKey: ['list'], type: 'active' });
  const rows = lists.flatMap(({ state }) => (state.data as ArticleSummary[] | undefined) ?? []);
  const row = rows.find(({ id }) => id === article.id);
  if (!row) return false;
  const keys = Object.keys(row) as (keyof ArticleSummary)[];
  return keys.some((key) => JSON.stringify(row[key]) !== JSON.stringify(article[key]));
}
