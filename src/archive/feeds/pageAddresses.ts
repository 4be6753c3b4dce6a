/** Returns the address of an article's page; `url` is the site's, ending in `/`. */
export function buildArticleAddress(url: string, id: string): string {
  return `${url}a/${id}`;
}

/**
 * Returns the address of a category's page, percent-encoded as the reader does it (`reader/routing/routes.ts`); that of
 * the first page for `''`. Undefined where a name is `.` or `..`, which browsers take out of an address, or looks like
 * what the reader writes instead: such a category has no page of its own, and the app opens it.
 */
export function buildCategoryAddress(url: string, path: string): string | undefined {
  if (path === '') return url;
  const names = path.split('/');
  if (names.some((name) => /^~*\.{1,2}$/.test(name))) return undefined;
  return `${url}c/${names.map(encodeName).join('/')}`;
}

/** Returns a name as a part of an address. Half a character has no encoding: `encodeURIComponent` would throw. */
export function encodeName(name: string): string {
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
