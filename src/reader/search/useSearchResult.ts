import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ArticleSummary } from '../../model/Article.ts';
import { type Category, listNames } from '../../model/Catalogue.ts';
import type { SearchResult } from '../../search-worker/SearchService.ts';
import { catalogueQuery } from '../data/fetchCatalogue.ts';
import { listPageQuery } from '../data/fetchListPage.ts';
import { collectSummaries } from './exportResults.ts';
import { findSearchService } from './findSearchService.ts';
import { parseSearchQuery } from './searchQuery.ts';

/** Gives the result of what stands behind the `?` of the address; while the next one is on its way, the last. */
export function useSearchResult(query: string) {
  const parsed = parseSearchQuery(query);
  const client = useQueryClient();
  return useQuery({
    queryKey: ['search', query],
    queryFn: async () => {
      // Only a category that is typed may be one that the owner has named otherwise; without the catalogue none is.
      const asksCategory = /分类|分類/.test(parsed.text);
      const catalogue = asksCategory
        ? await client.ensureQueryData(catalogueQuery).catch(() => undefined)
        : undefined;
      return findSearchService().search(parsed, catalogue && listShownNames(catalogue.root));
    },
    enabled: parsed.text.trim() !== '',
    placeholderData: keepPreviousData,
    // What was out of reach may be within it when the network is back.
    staleTime: ({ state: { data } }) =>
      data?.savedCount !== undefined || data?.unseen.length ? 0 : Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    structuralSharing: false,
  });
}

/** The query of one row of a result. */
export function resultRowQuery(article: number | string, text: string) {
  return queryOptions({
    queryKey: ['search row', article, text],
    queryFn: () => findSearchService().readRow(article, text),
    gcTime: 60_000,
  });
}

/** Gives what reads the summaries of a whole result, in its order. It rejects with an ArchiveError. */
export function useSummaryReader(
  text: string,
  result: SearchResult,
): () => Promise<ArticleSummary[]> {
  const client = useQueryClient();
  return () =>
    collectSummaries(
      result,
      async (list, page) => {
        const info = (await client.ensureQueryData(catalogueQuery)).lists[list];
        return info ? client.ensureQueryData(listPageQuery(list, info, page)) : [];
      },
      async (id) => (await client.ensureQueryData(resultRowQuery(id, text))).summary,
    );
}

/** Lists the names of categories, from the top, where they are others than those of the path. */
function listShownNames(root: Category): Record<string, string> {
  const names: Record<string, string> = {};
  const visit = ({ path, children }: Category) => {
    const shown = listNames(root, path).join('/');
    if (shown !== path) names[path] = shown;
    children.forEach(visit);
  };
  visit(root);
  return names;
}
