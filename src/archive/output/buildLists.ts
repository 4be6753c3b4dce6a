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
  /** Entries of each month. */
  months: Map<string, number>;
  children: Map<string, Node<Entry>>;
}

/** Sorts entries into the category tree's lists: oldest first, then those without a date, equal dates by id. */
export function buildLists<Entry extends ListEntry>(
  entries: readonly Entry[],
): ArchiveLists<Entry> {
  const root = createNode<Entry>('', '');
  /** From the root to each category. */
  const ways = new Map<string, Node<Entry>[]>();
  // One pass over all entries: they lie all over the memory, and each pass has to wait for it.
  for (const entry of [...entries].sort(compareStored)) {
    const { category, publishedAt } = entry;
    const way = ways.get(category) ?? openWay(root, category);
    ways.set(category, way);
    const month = publishedAt && toBeijingMonth(publishedAt);
    for (const node of way) {
      node.entries.push(entry);
      if (month) node.months.set(month, (node.months.get(month) ?? 0) + 1);
    }
  }
  const stored = new Map<string, Node<Entry>>();
  const category = buildCategory(root, stored);
  const infos = [...stored]
    .sort(([a], [b]) => compare(a, b))
    .map(([id, node]) => [id, describeList(node)]);
  return {
    catalogue: { version: 1, root: category, lists: Object.fromEntries(infos) },
    lists: new Map([...stored].map(([id, { entries }]) => [id, entries])),
  };
}

function createNode<Entry>(path: string, name: string): Node<Entry> {
  return { path, name, entries: [], months: new Map(), children: new Map() };
}

/** Gives the nodes from the root to a category, which are made where there are none. */
function openWay<Entry>(root: Node<Entry>, category: string): Node<Entry>[] {
  const way = [root];
  let parent = root;
  for (const name of category.split('/')) {
    const path = parent.path === '' ? name : `${parent.path}/${name}`;
    const node = parent.children.get(name) ?? createNode<Entry>(path, name);
    parent.children.set(name, node);
    way.push(node);
    parent = node;
  }
  return way;
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

/** Children stand by count, the largest first, then by name. `stored`: the nodes whose lists are stored, by list id. */
function buildCategory<Entry extends ListEntry>(
  node: Node<Entry>,
  stored: Map<string, Node<Entry>>,
): Category {
  const { path, name, entries } = node;
  const children = [...node.children.values()]
    .sort((a, b) => b.entries.length - a.entries.length || compare(a.name, b.name))
    .map((child) => buildCategory(child, stored));
  const count = entries.length;
  const onlyChild = children.length === 1 && children[0]?.count === count ? children[0] : undefined;
  const list = onlyChild?.list ?? (path === '' ? ALL : hashToBase32(path.normalize('NFC')));
  if (!onlyChild) stored.set(list, node);
  const firstDate = entries[0]?.publishedAt;
  const lastDate = entries[countDated(node) - 1]?.publishedAt;
  return {
    path,
    name,
    count,
    list,
    ...(firstDate ? { firstDate } : {}),
    ...(lastDate ? { lastDate } : {}),
    children,
  };
}

function describeList(node: Node<ListEntry>): ArticleListInfo {
  const count = node.entries.length;
  return { count, undatedCount: count - countDated(node), months: [...node.months] };
}

function countDated({ months }: Node<ListEntry>): number {
  return [...months.values()].reduce((sum, count) => sum + count, 0);
}

/** Beijing is eight hours ahead of UTC and knows no summer time (since 1992): only the last day of a month can be another month there. */
function toBeijingMonth(utc: string): string {
  if (utc.slice(8, 10) < '28') return utc.slice(0, 7);
  return new Date(Date.parse(utc) + 8 * 3600_000).toISOString().slice(0, 7);
}
