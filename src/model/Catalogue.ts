import type { SiteInfo } from './SiteInfo.ts';

/** A node of the category tree. The root is 全部文章: its path is empty. */
export interface Category {
  /** Names from the top joined by `/`; `''` for the root. */
  path: string;
  /** The name to show; it may differ from the path's last one. */
  name: string;
  /** The owner wants it in no list and not in the navigation. Its own address works. */
  isHidden?: true;
  /** Articles in it and below it, those of hidden categories below it aside. */
  count: number;
  /** Id of its article list. A category with the same articles as its only child shares the child's list. */
  list: string;
  /** UTC; absent when no article below has a date. */
  firstDate?: string;
  lastDate?: string;
  children: Category[];
}

/** Length and shape of one stored list, so that any page of it can be addressed without reading the others. */
export interface ArticleListInfo {
  count: number;
  /** Articles without a date. They stand at the end of the list in both orders. */
  undatedCount: number;
  /** Beijing months, oldest first, only those with articles: `['2022-05', 123]`. */
  months: [month: string, count: number][];
  /**
   * Names the file of the list's ids (`ListIds`), and changes with it. Absent from a tag's list of one page, which
   * tells them itself, and from archives built before there was one.
   */
  ids?: string;
  /** By which a page of another build is noticed (`pageHashes.ts`); absent in development. */
  hashes?: PageHashes;
}

/** Hashes of a list's pages. */
export interface PageHashes {
  /** One for every hundred pages. */
  groups: string[];
  /**
   * Those of the newest pages, in the order of `findNewestPages`; absent where the list has one page, whose hash is
   * its group's.
   */
  newest?: string[];
}

/** What the catalogue knows of tags; their number makes no difference to its size. */
export interface TagsInfo {
  count: number;
  /** Number of tag files, a power of two; each is there, with or without tags. */
  files: number;
}

/** `archive/catalogue.json`: all that is known before a list is opened. */
export interface Catalogue {
  /** Version of the archive files' format. */
  version: 1;
  /** Names this state of the archive: another one where anything in it is another. Absent in development. */
  build?: string;
  root: Category;
  lists: Record<string, ArticleListInfo>;
  /** Absent where no article has a tag. */
  tags?: TagsInfo;
  site?: SiteInfo;
}

/**
 * Summaries in a full list page. Page 1 holds the oldest, so a full page never changes when newer articles are added.
 */
export const PAGE_SIZE = 100;

/** Returns the categories below one that navigation shows. */
export function listShown({ children }: Category): Category[] {
  return children.filter(({ isHidden }) => !isHidden);
}

/**
 * Returns the names to show of a category and of those above it, from the top, without the root; for what the tree
 * doesn't hold, the path's own.
 */
export function listNames(root: Category | undefined, path: string): string[] {
  if (path === '') return [];
  const names = path.split('/');
  return names.map((name, index) => {
    const above = names.slice(0, index + 1).join('/');
    return (root && findCategory(root, above)?.name) ?? name;
  });
}

/**
 * Whether the list of a category holds what stands in the category at `path`: below it, and not in a hidden one of
 * its own.
 */
export function holdsCategory(category: Category, path: string): boolean {
  if (category.path === path) return true;
  const isBelow = ({ path: each }: Category) => path === each || path.startsWith(`${each}/`);
  const child = listShown(category).find(isBelow);
  return child !== undefined && holdsCategory(child, path);
}

/** Gives the node with that path, or undefined. */
export function findCategory(root: Category, path: string): Category | undefined {
  if (root.path === path) return root;
  for (const child of root.children) {
    if (child.path === path || path.startsWith(`${child.path}/`)) return findCategory(child, path);
  }
  return undefined;
}
