import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleSummary } from '../../model/Article.ts';
import { buildListPagePath } from '../../model/archivePaths.ts';
import { type Catalogue, type Category, findCategory, PAGE_SIZE } from '../../model/Catalogue.ts';
import { findRow } from '../../model/listOrder.ts';
import type { PageNeighbour } from '../../model/PageFacts.ts';

/** An article whose page is to be drawn. */
export interface ArticlePage {
  id: string;
  category: string;
  /** The newer and the older one in the list of its category. */
  previous?: PageNeighbour;
  next?: PageNeighbour;
}

/** Lists the pages of all articles, hidden ones included, with what stands beside each. `outDir` holds the lists. */
export function listArticlePages(outDir: string, catalogue: Catalogue): ArticlePage[] {
  const categories = new Set<string>();
  for (const { list } of [catalogue.root, ...listHidden(catalogue.root)])
    for (const row of readList(outDir, catalogue, list)) categories.add(row.category);
  return [...categories].flatMap((path) => {
    const list = findCategory(catalogue.root, path)?.list;
    const rows = list === undefined ? [] : readList(outDir, catalogue, list);
    return rows.flatMap((row, position): ArticlePage[] => {
      if (row.category !== path) return [];
      const [previous, next] = [rows[position - 1], rows[position + 1]].map(nameNeighbour);
      return [{ id: row.id, category: path, ...(previous && { previous }), ...(next && { next }) }];
    });
  });
}

/** Returns the summaries of a list as it stands on screen, newest first. */
export function readList(outDir: string, catalogue: Catalogue, list: string): ArticleSummary[] {
  const info = catalogue.lists[list];
  if (!info) return [];
  const pages = Array.from({ length: Math.ceil(info.count / PAGE_SIZE) }, (_, index) => {
    const text = readFileSync(join(outDir, buildListPagePath(list, index + 1)), 'utf8');
    return JSON.parse(text) as ArticleSummary[];
  });
  return Array.from({ length: info.count }, (_, position) => {
    const { page, index } = findRow(info, position);
    return pages[page - 1]?.[index] as ArticleSummary;
  });
}

/** Returns the hidden categories that hold articles. */
function listHidden({ children }: Category): Category[] {
  return children.flatMap((child) => [
    ...(child.isHidden && child.count > 0 ? [child] : []),
    ...listHidden(child),
  ]);
}

function nameNeighbour(row: ArticleSummary | undefined): PageNeighbour | undefined {
  return row && { id: row.id, title: row.title };
}
