import { isRecord, isString } from '../data/parseSummary.ts';

/** Where a bookmark is, apart from 收藏, where it is if nothing is said: only in 稍后读, or in both. */
export type Shelf = 'later' | 'both';

/** What the reader has put on a bookmark. */
export interface Labels {
  shelf?: Shelf;
  /** Ids of the reader's tags (`createTagStore.ts`), sorted. */
  tags: readonly string[];
  /** Its place in the order by hand: smaller ones stand first. Without one see `readPlace`. */
  place?: number;
}

/** The labels of a bookmark that has none. */
export const NO_LABELS: Labels = { tags: [] };

/** Parses stored labels; undefined where the text is damaged or of a later version. */
export function parseLabels(text: string): Labels | undefined {
  const value = parseJson(text);
  if (!isRecord(value) || value.v !== 1 || !Array.isArray(value.tags)) return undefined;
  const { shelf, place } = value;
  return {
    ...(isShelf(shelf) && { shelf }),
    tags: value.tags.filter(isTagId),
    ...(isPlace(place) && { place }),
  };
}

/**
 * Returns the text to store. Labels that were taken off are stored as a text that names none: a key that is missing
 * was lost.
 */
export function formatLabels({ shelf, tags, place }: Labels): string {
  return JSON.stringify({ v: 1, shelf, tags: [...new Set(tags)].sort(), place });
}

/** Returns where a bookmark stands in the order by hand: without a place of its own by its time, the newest first. */
export function readPlace({ place }: Labels, bookmarkedAt: string): number {
  return place ?? -Date.parse(bookmarkedAt);
}

/** Whether a value is a shelf. */
export function isShelf(value: unknown): value is Shelf {
  return value === 'later' || value === 'both';
}

/** Whether a value is the id of a tag. */
export function isTagId(value: unknown): value is string {
  return isString(value) && /^[a-z0-9]{1,16}$/.test(value);
}

/** Whether a value is a place in the order by hand. */
export function isPlace(value: unknown): value is number {
  return Number.isFinite(value);
}

/** Whether stored labels can't be read. One of a later version is not ours to judge. */
export function isDamagedLabels(text: string): boolean {
  const value = parseJson(text);
  const isLater = isRecord(value) && typeof value.v === 'number' && value.v > 1;
  return !isLater && parseLabels(text) === undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
