/** A node of the category tree. The root is 全部文章: its path is empty. */
export interface Category {
  /** Names from the top joined by `/`; `''` for the root. */
  path: string;
  name: string;
  /** Articles in it and below it. */
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
}

/** `archive/catalogue.json`: all that is known before a list is opened. */
export interface Catalogue {
  /** Version of the archive files' format. */
  version: 1;
  root: Category;
  lists: Record<string, ArticleListInfo>;
}

/** Summaries in a full list page. Page 1 holds the oldest, so a full page never changes when newer articles are added. */
export const PAGE_SIZE = 100;

/** Gives the node with that path, or undefined. */
export function findCategory(root: Category, path: string): Category | undefined {
  if (root.path === path) return root;
  for (const child of root.children) {
    if (child.path === path || path.startsWith(`${child.path}/`)) return findCategory(child, path);
  }
  return undefined;
}
