import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { findSearchService } from './findSearchService.ts';
import { parseSearchQuery } from './searchQuery.ts';

/** Gives the result of what stands behind the `?` of the address; while the next one is on its way, the last. */
export function useSearchResult(query: string) {
  const parsed = parseSearchQuery(query);
  return useQuery({
    queryKey: ['search', query],
    queryFn: () => findSearchService().search(parsed),
    enabled: parsed.text.trim() !== '',
    placeholderData: keepPreviousData,
    // What part of the index was out of reach may be within it later.
    gcTime: 60_000,
    structuralSharing: false,
  });
}

/** The query of one row of a result. */
export function resultRowQuery(article: number, text: string) {
  return queryOptions({
    queryKey: ['search row', article, text],
    queryFn: () => findSearchService().readRow(article, text),
    gcTime: 60_000,
  });
}
