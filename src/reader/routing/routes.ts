/** A place in the site. */
export type Route =
  | { name: 'list'; category: string }
  | { name: 'tag'; tag: string }
  /** `found`: what was searched for, to be marked in it. */
  | { name: 'article'; id: string; found?: string }
  | { name: 'saved' }
  | { name: 'history' }
  /** The reader's notes; what is asked of them stands behind the `?`. */
  | { name: 'notes' }
  | { name: 'offline' }
  /** What the owner says of the site; not every site has it. */
  | { name: 'about' }
  /** `query`: what stands behind the `?`, see `search/searchQuery.ts`. */
  | { name: 'search'; query?: string }
  | { name: 'missing' };

/** The one table of addresses: first segment → what the following segments (decoded) mean. */
export const routes: Readonly<Record<string, (rest: string[]) => Route>> = {
  '': () => ({ name: 'list', category: '' }),
  c: (rest) => (rest.length > 0 ? { name: 'list', category: rest.join('/') } : MISSING),
  // Some hosts decode what was encoded: a slash in a tag may come either way.
  t: (rest) => (rest.length > 0 ? { name: 'tag', tag: rest.join('/') } : MISSING),
  a: ([id, ...more]) => (id && more.length === 0 ? { name: 'article', id } : MISSING),
  saved: (rest) => (rest.length === 0 ? { name: 'saved' } : MISSING),
  history: (rest) => (rest.length === 0 ? { name: 'history' } : MISSING),
  notes: (rest) => (rest.length === 0 ? { name: 'notes' } : MISSING),
  search: (rest) => (rest.length === 0 ? { name: 'search' } : MISSING),
  about: (rest) => (rest.length === 0 ? { name: 'about' } : MISSING),
  offline: (rest) => (rest.length === 0 ? { name: 'offline' } : MISSING),
};

const MISSING: Route = { name: 'missing' };

/**
 * Parses the path of an address as `location.pathname` gives it, percent-encoded.
 * wouter would hand it over decoded by `decodeURI`, after which `%` in a name can't be told from an escape.
 */
export function parseRoute(pathname: string, base: string = BASE): Route {
  if (!`${pathname}/`.startsWith(base)) return MISSING;
  const segments = pathname.slice(base.length).split('/');
  if (segments.length > 1 && segments.at(-1) === '') segments.pop();
  try {
    const [first = '', ...rest] = segments.map(decodeSegment);
    return rest.includes('') || !Object.hasOwn(routes, first)
      ? MISSING
      : (routes[first]?.(rest) ?? MISSING);
  } catch {
    return MISSING; // a stray % in the address
  }
}

/** Builds the address of a route, with the site's base in front. */
export function buildHref(route: Exclude<Route, { name: 'missing' }>, base: string = BASE): string {
  switch (route.name) {
    case 'list':
      return route.category === ''
        ? base
        : `${base}c/${route.category.split('/').map(encodeSegment).join('/')}`;
    case 'tag':
      return `${base}t/${encodeSegment(route.tag)}`;
    case 'article':
      return `${base}a/${encodeSegment(route.id)}${buildQuery(route.found && `q=${encodeURIComponent(route.found)}`)}`;
    case 'saved':
    case 'history':
    case 'notes':
    case 'offline':
    case 'about':
      return `${base}${route.name}`;
    case 'search':
      return `${base}search${buildQuery(route.query)}`;
  }
}

function buildQuery(query: string | undefined): string {
  return query ? `?${query}` : '';
}

/**
 * Half a character, which damaged data can hold, has no encoding: encodeURIComponent would throw, and the whole page
 * with it. Browsers take `.` and `..` out of an address, encoded or not, so these names go behind a `~`.
 */
function encodeSegment(name: string): string {
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\uFFFD').replace(DOTS, '~$&'));
}

function decodeSegment(segment: string): string {
  return decodeURIComponent(segment).replace(/^~(?=~*\.\.?$)/, '');
}

/** Names that need it: dots, and what would be read as dots behind a `~`. */
const DOTS = /^~*\.\.?$/;

/** The site's base as the browser writes it in a path, with a slash at its end. */
const BASE = new URL(import.meta.env.BASE_URL, 'http://localhost').pathname;
