import type { ArticleSummary } from '../../model/Article.ts';
import { formatBeijingMonth } from '../../model/beijingTime.ts';
import type { Catalogue, Category } from '../../model/Catalogue.ts';
import { compareStored } from '../../model/listOrder.ts';
import { describeTags } from '../../model/Tag.ts';
import { hashToBase32 } from '../article/articleId.ts';
import { DEFAULT_SETTINGS, type SiteSettings } from '../site/SiteSettings.ts';
import { buildTagLists, type TaggedEntry, type TagList } from './buildTagLists.ts';
import { addToList, createList, type DraftList, describeList, findDates } from './DraftList.ts';

/** What gives an article its place in the lists. */
export type ListEntry = TaggedEntry & Pick<ArticleSummary, 'category' | 'otherCategories'>;

/** The catalogue and, by list id, the entries of each stored list in stored order. */
export interface ArchiveLists<Entry extends ListEntry> {
  catalogue: Catalogue;
  lists: Map<string, Entry[]>;
  /** Those of tags, in order of their folded names. */
  tags: TagList<Entry>[];
}

/**
 * How the owner wants the tree of categories. Categories are named by their paths, or by a name alone, wherever it
 * stands.
 */
export type TreeSettings = Pick<SiteSettings, 'order' | 'names' | 'hidden'>;

/** Id of the list of all articles. */
const ALL = 'all';

interface Node<Entry> extends DraftList<Entry> {
  path: string;
  name: string;
  children: Map<string, Node<Entry>>;
}

/**
 * Sorts entries into the category tree's lists: oldest first, then those without a date, equal dates by id.
 * What stands in a hidden category is in the lists of that category and of those below it only.
 */
export function buildLists<Entry extends ListEntry>(
  entries: readonly Entry[],
  tree: TreeSettings = DEFAULT_SETTINGS,
): ArchiveLists<Entry> {
  const root = createNode<Entry>('', '');
  /** From the root, or from a hidden one, to each category. */
  const ways = new Map<string, Node<Entry>[]>();
  /** Gives the nodes that list what stands in a category. */
  const findWay = (category: string) => {
    const known = ways.get(category);
    if (known) return known;
    const way = openWay(root, category);
    const hidden = way.findIndex((node) => isNamed(node, tree.hidden));
    const shown = way.slice(Math.max(0, hidden));
    ways.set(category, shown);
    return shown;
  };
  // One pass over all entries: they lie all over the memory, and each pass has to wait for it.
  for (const entry of [...entries].sort(compareStored)) {
    const { category, otherCategories, publishedAt } = entry;
    const way = findWay(category);
    const month = formatBeijingMonth(publishedAt);
    const nodes = otherCategories ? joinWays([way, ...otherCategories.map(findWay)]) : way;
    for (const node of nodes) addToList(node, entry, month);
  }
  const stored = new Map<string, Node<Entry>>();
  const category = buildCategory(root, stored, tree);
  const infos = [...stored]
    .sort(([a], [b]) => compare(a, b))
    .map(([id, node]) => [id, describeList(node)]);
  const tags = buildTagLists(root.entries);
  return {
    catalogue: {
      version: 1,
      root: category,
      lists: Object.fromEntries(infos),
      ...(tags.length > 0 && { tags: describeTags(tags.length) }),
    },
    lists: new Map([...stored].map(([id, { entries }]) => [id, entries])),
    tags,
  };
}

function createNode<Entry>(path: string, name: string): Node<Entry> {
  return { ...createList<Entry>(), path, name, children: new Map() };
}

/** Gives the nodes of several ways, each once. What one category hides is shown by no other. */
function joinWays<Entry>(ways: readonly Node<Entry>[][]): Node<Entry>[] {
  const hidden = ways.filter(([first]) => first?.path !== '');
  return [...new Set((hidden.length > 0 ? hidden : ways).flat())];
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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether a list of the owner's names a category, by its path or by its name. */
function isNamed({ path, name }: Node<ListEntry>, names: readonly string[]): boolean {
  return names.includes(path) || names.includes(name);
}

/** Returns a category's place among those that the owner wants first. */
function findRank({ path, name }: Node<ListEntry>, order: readonly string[]): number {
  const rank = order.findIndex((each) => each === path || each === name);
  return rank === -1 ? order.length : rank;
}

/**
 * Children stand in the owner's order, then by count, the largest first, then by name.
 * `stored`: the nodes whose lists are stored, by list id.
 */
function buildCategory<Entry extends ListEntry>(
  node: Node<Entry>,
  stored: Map<string, Node<Entry>>,
  tree: TreeSettings,
): Category {
  const { path, entries } = node;
  const name = tree.names[path] ?? tree.names[node.name] ?? node.name;
  const children = [...node.children.values()]
    .sort(
      (a, b) =>
        findRank(a, tree.order) - findRank(b, tree.order) ||
        b.entries.length - a.entries.length ||
        compare(a.name, b.name),
    )
    .map((child) => buildCategory(child, stored, tree));
  const count = entries.length;
  const onlyChild = children.length === 1 && children[0]?.count === count ? children[0] : undefined;
  const list = onlyChild?.list ?? (path === '' ? ALL : hashToBase32(path.normalize('NFC')));
  if (!onlyChild) stored.set(list, node);
  return {
    path,
    name,
    // A category is empty only where all that it holds is hidden.
    ...(path !== '' && (count === 0 || isNamed(node, tree.hidden)) ? { isHidden: true } : {}),
    count,
    list,
    ...findDates(node),
    children,
  };
}
