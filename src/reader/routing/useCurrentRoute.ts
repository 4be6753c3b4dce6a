import { useMemo } from 'react';
import { useHistoryState } from 'wouter/use-browser-location';
import { type ArticleOrigin, parseOrigin } from './ArticleOrigin.ts';
import { parseRoute, type Route } from './routes.ts';
import { useAddressPath } from './useAddress.ts';
import { useCanonical } from './useCanonical.ts';

/** Gives the route of the address bar, and for an article the list it was opened from, if known. */
export function useCurrentRoute(): { route: Route; origin: ArticleOrigin | undefined } {
  const pathname = useAddressPath();
  const state = useHistoryState<unknown>();
  useCanonical(pathname);
  const route = useMemo(() => parseRoute(pathname), [pathname]);
  const origin = useMemo(() => parseOrigin(state), [state]);
  return { route, origin: route.name === 'article' ? origin : undefined };
}
