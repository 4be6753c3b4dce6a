import { usePathname, useSearch } from 'wouter/use-browser-location';

/** Returns the path of the address bar, and follows it. The build, which has none, draws the site's first page. */
export function useAddressPath(): string {
  return usePathname({ ssrPath: import.meta.env.BASE_URL });
}

/** Returns the query of the address bar (`?q=…`, or nothing), and follows it. */
export function useAddressQuery(): string {
  return useSearch({ ssrSearch: '' });
}
