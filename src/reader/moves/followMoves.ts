import type { QueryClient } from '@tanstack/react-query';
import type { MovedRow } from '../saving/OfflineParts.ts';
import type { KeptThings } from './moveArticle.ts';

/**
 * Watches the list pages as they come: where a row names former ids of its article, what is kept under them goes with
 * it. Without such a row nothing is done. Returns what does the same for rows that come another way.
 */
export function followMoves(
  client: QueryClient,
  kept: KeptThings,
): (rows: readonly MovedRow[]) => void {
  const seen = new Set<string>();

  function follow(rows: readonly MovedRow[]): void {
    for (const row of rows) {
      for (const from of row.formerIds ?? []) {
        if (seen.has(from)) continue;
        seen.add(from);
        // What fails is tried again by the next page.
        import('./moveArticle.ts')
          .then(({ moveArticle }) => moveArticle(kept, from, row))
          .catch(() => seen.delete(from));
      }
    }
  }

  client.getQueryCache().subscribe(({ type, query: { queryKey, state } }) => {
    if ((type !== 'added' && type !== 'updated') || queryKey[0] !== 'list') return;
    const rows: unknown = state.data;
    // Not while React renders: whoever made the query has not been told yet.
    if (Array.isArray(rows)) queueMicrotask(() => follow(rows as MovedRow[]));
  });
  return follow;
}
