import type { Article } from './Article.ts';
import type { Catalogue } from './Catalogue.ts';
import type { SiteInfo } from './SiteInfo.ts';

/** An article beside another one in the list of its category. */
export interface PageNeighbour {
  id: string;
  title: string;
}

/**
 * What the page of an article (`a/<id>.html`) carries, so that the app draws the same before it has fetched anything.
 * The text itself stands in the page.
 */
export interface PageFacts {
  article: Omit<Article, 'html'>;
  /** Without pinned articles and those that were taken down. */
  site: SiteInfo;
  /** The names to show of the article's categories and those above them, by path. */
  names: Record<string, string>;
  /** The newer and the older one. */
  previous?: PageNeighbour;
  next?: PageNeighbour;
}

/** Under this name PageFacts stand among the page's data. */
export const PAGE_FACTS = 'page';

/** Returns a catalogue that knows the site and the names of some categories, and no list. */
export function buildPageCatalogue({ site, names }: Pick<PageFacts, 'site' | 'names'>): Catalogue {
  const root = { path: '', name: '', count: 0, list: '', children: [] };
  const catalogue: Catalogue = { version: 1, root, lists: {}, site };
  // Those above come before those below them.
  for (const path of Object.keys(names).sort((a, b) => a.length - b.length)) {
    const above = findLast(catalogue, path);
    above.children.push({ path, name: names[path] ?? '', count: 0, list: '', children: [] });
  }
  return catalogue;
}

/** Returns the lowest category above a path. */
function findLast({ root }: Catalogue, path: string): Catalogue['root'] {
  let found = root;
  for (;;) {
    const below = found.children.find((each) => path.startsWith(`${each.path}/`));
    if (!below) return found;
    found = below;
  }
}
