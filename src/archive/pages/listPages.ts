import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleSummary } from '../../model/Article.ts';
import { buildListPagePath } from '../../model/archivePaths.ts';
import {
  type ArticleListInfo,
  type Catalogue,
  type Category,
  findCategory,
  PAGE_SIZE,
} from '../../model/Catalogue.ts';
import { findRow } from '../../model/listOrder.ts';
import type { PageNeighbour } from '../../model/PageFacts.ts';

/** What pages say of an article in a list. */
export type PageRow = Pick<ArticleSummary, 'id' | 'title' | 'category' | 'publishedAt'>;

/** A stored list as it stands on screen, newest first, and the categories that show it, from the top. */
export interface PageList {
  list: string;
  categories: Category[];
  rows: PageRow[];
}

/** An article whose page is to be drawn. */
export interface ArticlePage {
  id: string;
  category: string;
  /** The newer and the older one in the list of its category. */
  previous?: PageNeighbour;
  next?: PageNeighbour;
}

/** Reads the lists of all categories, hidden ones included, each once. `outDir` holds them. */
export function readPageLists(outDir: string, catalogue: Catalogue): PageList[] {
  const lists = new Map<string, PageList>();
  const visit = (category: Category) => {
    const { list, children } = category;
    const known = lists.get(list);
    if (known) known.categories.push(category);
    else {
      const rows = readRows(outDir, list, catalogue.lists[list]);
      lists.set(list, { list, categories: [category], rows });
    }
    children.forEach(visit);
  };
  visit(catalogue.root);
  return [...lists.values()];
}

/** Lists the pages of all articles, with what stands beside each. */
export function listArticlePages(
  lists: readonly PageList[],
  { root }: Pick<Catalogue, 'root'>,
): ArticlePage[] {
  const own = new Map<string, string | undefined>();
  const findList = (category: string) => {
    if (!own.has(category)) own.set(category, findCategory(root, category)?.list);
    return own.get(category);
  };
  return lists.flatMap(({ list, rows }) =>
    rows.flatMap((row, position): ArticlePage[] => {
      if (findList(row.category) !== list) return [];
      const [previous, next] = [rows[position - 1], rows[position + 1]].map(nameNeighbour);
      const { id, category } = row;
      return [{ id, category, ...(previous && { previous }), ...(next && { next }) }];
    }),
  );
}

/** Returns the rows of a stored list, newest first; none of one that is not known. */
export function readRows(
  outDir: string,
  list: string,
  info: ArticleListInfo | undefined,
): PageRow[] {
  if (!info) return [];
  const pages = Array.from({ length: Math.ceil(info.count / PAGE_SIZE) }, (_, index) => {
    const text = readFileSync(join(outDir, buildListPagePath(list, index + 1)), 'utf8');
    return (JSON.parse(text) as ArticleSummary[]).map(pickRow);
  });
  return Array.from({ length: info.count }, (_, position) => {
    const { page, index } = findRow(info, position);
    return pages[page - 1]?.[index] as PageRow;
  });
}

/** What else is in a summary takes memory, where there are tens of thousands. */
function pickRow({ id, title, category, publishedAt }: ArticleSummary): PageRow {
  return { id, title, category, ...(publishedAt && { publishedAt }) };
}

function nameNeighbour(row: PageRow | undefined): PageNeighbour | undefined {
  return row && { id: row.id, title: row.title };
}
