import type { Bookmark } from '../bookmarks/Bookmark.ts';
import { foldTagName, type ReaderTag } from '../bookmarks/createTagStore.ts';
import { type Labels, NO_LABELS, readPlace } from '../bookmarks/Labels.ts';
import type { Settings } from '../storage/createSettingsStore.ts';
import type { ShelfView } from './shelfView.ts';

/** A bookmark with what the reader has put on it. */
export interface ShelvedBookmark {
  bookmark: Bookmark;
  labels: Labels;
  tags: readonly ReaderTag[];
}

/** Returns all bookmarks with their tags; a tag that was removed is on none. */
export function joinLabels(
  bookmarks: readonly Bookmark[],
  labels: ReadonlyMap<string, Labels>,
  tags: readonly ReaderTag[],
): ShelvedBookmark[] {
  const byId = new Map(tags.flatMap((tag) => tag.ids.map((id) => [id, tag] as const)));
  return bookmarks.map((bookmark) => {
    const own = labels.get(bookmark.id) ?? NO_LABELS;
    const found = new Set(own.tags.flatMap((id) => byId.get(id) ?? []));
    return { bookmark, labels: own, tags: tags.filter((tag) => found.has(tag)) };
  });
}

/** Whether a bookmark is on a shelf; it may be on both. */
export function isOnShelf({ labels }: ShelvedBookmark, shelf: ShelfView['shelf']): boolean {
  return shelf === 'kept' ? labels.shelf !== 'later' : labels.shelf !== undefined;
}

/** Returns what of a shelf has all the tags and the words that are looked for. */
export function filterShelf(
  all: readonly ShelvedBookmark[],
  { shelf, tags, query }: ShelfView,
): ShelvedBookmark[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return all.filter((each) => {
    if (!isOnShelf(each, shelf)) return false;
    const names = each.tags.map(({ name }) => foldTagName(name));
    if (!tags.every((tag) => names.includes(tag))) return false;
    if (words.length === 0) return true;
    const { title, source, excerpt } = each.bookmark;
    const text = fold([title, source, excerpt, ...names].join('\n'));
    return words.every((word) => text.includes(word));
  });
}

/** Returns bookmarks in an order; of equal ones the one bookmarked last stands first. */
export function sortShelf(
  found: readonly ShelvedBookmark[],
  order: Settings['bookmarkOrder'],
): ShelvedBookmark[] {
  // `found` is in the order in which they were bookmarked, and sorting keeps that of equal ones.
  return [...found].sort(COMPARISONS[order]);
}

const COMPARISONS: Record<
  Settings['bookmarkOrder'],
  (a: ShelvedBookmark, b: ShelvedBookmark) => number
> = {
  saved: () => 0,
  published: (a, b) => readDate(b) - readDate(a),
  title: (a, b) => a.bookmark.title.localeCompare(b.bookmark.title, 'zh', { numeric: true }),
  hand: (a, b) => readOwnPlace(a) - readOwnPlace(b),
};

/** Returns where a bookmark stands in the order by hand. */
export function readOwnPlace({ bookmark, labels }: ShelvedBookmark): number {
  return readPlace(labels, bookmark.bookmarkedAt);
}

/**
 * Returns the places by which the bookmark at `from` comes to stand at `to`, by article id: its own, or where there is
 * no number left between its neighbours, all.
 */
export function placeByHand(
  sorted: readonly ShelvedBookmark[],
  from: number,
  to: number,
): Map<string, number> {
  const moved = sorted[from];
  if (!moved || from === to) return new Map();
  const others = sorted.filter((_, index) => index !== from);
  const [before, after] = [others[to - 1], others[to]];
  const [low, high] = [before && readOwnPlace(before), after && readOwnPlace(after)];
  const place =
    low === undefined ? (high ?? 0) - 1000 : high === undefined ? low + 1000 : (low + high) / 2;
  const fits = (low === undefined || low < place) && (high === undefined || place < high);
  if (fits) return new Map([[moved.bookmark.id, place]]);
  const all = [...others.slice(0, to), moved, ...others.slice(to)];
  const first = readOwnPlace(all[0] ?? moved);
  return new Map(all.map(({ bookmark }, index) => [bookmark.id, first + index * 1000]));
}

function readDate({ bookmark }: ShelvedBookmark): number {
  return bookmark.publishedAt === undefined ? 0 : Date.parse(bookmark.publishedAt) || 0;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
