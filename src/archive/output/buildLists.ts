import type { ArticleSummary } from '../../model/Article.ts';
import type { ArticleListInfo, Catalogue, Category } from '../../model/Catalogue.ts';
import { hashToBase32 } from '../article/articleId.ts';

/** The catalogue and, by list id, the summaries of each stored list in stored order. */
export interface ArchiveLists {
  catalogue: Catalogue;
  lists: Map<string, ArticleSummary[]>;
}

/** Id of the list of all articles. */
const ALL = 'all';

interface Node {
  path: string;
  name: string;
  summaries: ArticleSummary[];
  children: Map<string, Node>;
}

/** Sorts summaries into the category tree's lists: oldest first, then those without a date, equal dates by id. */
export function buildLists(summaries: readonly ArticleSummary[]): ArchiveLists {
  const root: Node = { path: '', name: '', summaries: [], children: new Map() };
  for (const summary of [...summaries].sort(compareStored)) {
    let node = root;
    node.summaries.push(summary);
    for (const name of summary.category.split('/')) {
      const path = node.path === '' ? name : `${node.path}/${name}`;
      const child: Node = node.children.get(name) ?? {
        path,
        name,
        summaries: [],
        children: new Map(),
      };
      node.children.set(name, child);
      child.summaries.push(summary);
      node = child;
    }
  }
  const lists = new Map<string, ArticleSummary[]>();
  const category = buildCategory(root, lists);
  const infos = Object.fromEntries(
    [...lists].sort(([a], [b]) => compare(a, b)).map(([id, list]) => [id, describeList(list)]),
  );
  return { catalogue: { version: 1, root: category, lists: infos }, lists };
}

/** Order in the stored lists. */
export function compareStored(a: ArticleSummary, b: ArticleSummary): number {
  if (a.publishedAt === undefined || b.publishedAt === undefined) {
    if (a.publishedAt !== b.publishedAt) return a.publishedAt === undefined ? 1 : -1;
    return compare(a.id, b.id);
  }
  return compare(a.publishedAt, b.publishedAt) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Children stand by count, the largest first, then by name. */
function buildCategory(node: Node, lists: Map<string, ArticleSummary[]>): Category {
  const children = [...node.children.values()]
    .sort((a, b) => b.summaries.length - a.summaries.length || compare(a.name, b.name))
    .map((child) => buildCategory(child, lists));
  const count = node.summaries.length;
  const onlyChild = children.length === 1 && children[0]?.count === count ? children[0] : undefined;
  const list =
    onlyChild?.list ?? (node.path === '' ? ALL : hashToBase32(node.path.normalize('NFC')));
  if (!onlyChild) lists.set(list, node.summaries);
  const dated = node.summaries.filter((summary) => summary.publishedAt !== undefined);
  const firstDate = dated[0]?.publishedAt;
  const lastDate = dated.at(-1)?.publishedAt;
  return {
    path: node.path,
    name: node.name,
    count,
    list,
    ...(firstDate ? { firstDate } : {}),
    ...(lastDate ? { lastDate } : {}),
    children,
  };
}

function describeList(list: readonly ArticleSummary[]): ArticleListInfo {
  const months = new Map<string, number>();
  let undatedCount = 0;
  for (const { publishedAt } of list) {
    if (publishedAt === undefined) undatedCount++;
    else {
      const month = toBeijingMonth(publishedAt);
      months.set(month, (months.get(month) ?? 0) + 1);
    }
  }
  return { count: list.length, undatedCount, months: [...months] };
}

/** Beijing is eight hours ahead of UTC and knows no summer time (since 1992). */
function toBeijingMonth(utc: string): string {
  return new Date(Date.parse(utc) + 8 * 3600_000).toISOString().slice(0, 7);
}
