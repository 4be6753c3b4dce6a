import type { ArticleSummary } from '../../model/Article.ts';
import type { ArticleListInfo, Catalogue, Category } from '../../model/Catalogue.ts';
import { hashToBase32 } from '../article/articleId.ts';

/** What gives an article its place in the lists. */
export type ListEntry = Pick<ArticleSummary, 'id' | 'publishedAt' | 'category'>;

/** The catalogue and, by list id, the entries of each stored list in stored order. */
export interface ArchiveLists<Entry extends ListEntry> {
  catalogue: Catalogue;
  lists: Map<string, Entry[]>;
}

/** Id of the list of all articles. */
const ALL = 'all';

interface Node<Entry> {
  path: string;
  name: string;
  entries: Entry[];
  children: Map<string, Node<Entry>>;
}

/** Sorts entries into the category tree's lists: oldest first, then those without a date, equal dates by id. */
export function buildLists<Entry extends ListEntry>(
  entries: readonly Entry[],
): ArchiveLists<Entry> {
  const root: Node<Entry> = { path: '', name: '', entries: [], children: new Map() };
  for (const entry of [...entries].sort(compareStored)) {
    let node = root;
    node.entries.push(entry);
    for (const name of entry.category.split('/')) {
      let child = node.children.get(name);
      if (!child) {
        const path = node.path === '' ? name : `${node.path}/${name}`;
        child = { path, name, entries: [], children: new Map() };
        node.children.set(name, child);
      }
      child.entries.push(entry);
      node = child;
    }
  }
  const lists = new Map<string, Entry[]>();
  const category = buildCategory(root, lists);
  const infos = Object.fromEntries(
    [...lists].sort(([a], [b]) => compare(a, b)).map(([id, list]) => [id, describeList(list)]),
  );
  return { catalogue: { version: 1, root: category, lists: infos }, lists };
}

/** Order in the stored lists. */
export function compareStored(a: ListEntry, b: ListEntry): number {
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
function buildCategory<Entry extends ListEntry>(
  node: Node<Entry>,
  lists: Map<string, Entry[]>,
): Category {
  const children = [...node.children.values()]
    .sort((a, b) => b.entries.length - a.entries.length || compare(a.name, b.name))
    .map((child) => buildCategory(child, lists));
  const count = node.entries.length;
  const onlyChild = children.length === 1 && children[0]?.count === count ? children[0] : undefined;
  const list =
    onlyChild?.list ?? (node.path === '' ? ALL : hashToBase32(node.path.normalize('NFC')));
  if (!onlyChild) lists.set(list, node.entries);
  const dated = node.entries.filter((entry) => entry.publishedAt !== undefined);
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

function describeList(list: readonly ListEntry[]): ArticleListInfo {
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

/** Beijing is eight hours ahead of UTC and knows no summer time (since 1992): only the last day of a month can be another month there. */
function toBeijingMonth(utc: string): string {
  if (utc.slice(8, 10) < '28') return utc.slice(0, 7);
  return new Date(Date.parse(utc) + 8 * 3600_000).toISOString().slice(0, 7);
}
