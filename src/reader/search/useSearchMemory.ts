import { useEffect, useSyncExternalStore } from 'react';
import { findSearchMemory, type Searches } from './createSearchMemory.ts';
import { buildSearchQuery, parseSearchQuery } from './searchQuery.ts';

/** How long a result stands before its search counts as one of the recent ones, in milliseconds. */
const PATIENCE = 2000;

/** Gives the reader's searches, and follows every change, other tabs' too. */
export function useSearches(): Searches {
  const { subscribe, read } = findSearchMemory();
  return useSyncExternalStore(subscribe, read, read);
}

/** Returns a search as it is remembered: its order is no part of it. */
export function nameSearch(query: string): string {
  const { sort: _, ...rest } = parseSearchQuery(query);
  return buildSearchQuery(rest);
}

/** Remembers a search of which an article is opened. */
export function rememberSearch(query: string): void {
  findSearchMemory().remember(nameSearch(query));
}

/** Remembers a search whose result is looked at. */
export function useRememberedSearch(query: string, hasResult: boolean): void {
  useEffect(() => {
    if (!hasResult) return;
    const timer = setTimeout(() => rememberSearch(query), PATIENCE);
    return () => clearTimeout(timer);
  }, [query, hasResult]);
}
