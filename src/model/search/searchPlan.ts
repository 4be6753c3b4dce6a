import type { PostingScale } from './searchPostings.ts';

/**
 * `archive/search/plan.bin`: all that has to be known of the index before a part of it is read. Deflated JSON of a
 * StoredPlan.
 */
export interface SearchPlan extends PostingScale {
  /** Version of the index's format. */
  version: 2;
  /** The strings that were split, in order, each with its mark. Each has a list of its articles. */
  grams: string[];
  /** The least gram that may stand in each shard, in order; the first is the empty string. */
  bounds: string[];
  /** Bytes of each shard. */
  sizes: number[];
  articles: SearchArticles;
}

/** What a search knows of the articles without reading one, all in stored order of the list of all articles. */
export interface SearchArticles {
  /** Id of that list. */
  list: string;
  /** Category paths and sources, and by article its place among them. */
  categories: string[];
  category: number[];
  sources: string[];
  source: number[];
  /** Beijing days since 1970 and how many articles each has; the articles that remain have no date. */
  days: [day: number, count: number][];
  /** How many steps each body takes in the row of bodies. */
  steps: number[];
}

/** Strings are written as the number of units they share with the one before, and the rest. */
interface StoredPlan extends Omit<SearchPlan, 'grams' | 'bounds'> {
  grams: FrontCoded;
  bounds: FrontCoded;
}

interface FrontCoded {
  shared: number[];
  rests: string[];
}

/** Gives the plan as JSON. */
export function writePlan({ grams, bounds, ...rest }: SearchPlan): string {
  const stored: StoredPlan = {
    ...rest,
    grams: frontCode(grams),
    bounds: frontCode(bounds),
  };
  return JSON.stringify(stored);
}

/** Inverse of writePlan. Throws where the text is no plan of this version. */
export function parsePlan(json: string): SearchPlan {
  const { grams, bounds, ...rest } = JSON.parse(json) as StoredPlan;
  if (rest.version !== 2) throw new Error('the search index has another format');
  return {
    ...rest,
    grams: decode(grams),
    bounds: decode(bounds),
  };
}

function frontCode(texts: readonly string[]): FrontCoded {
  const shared = texts.map((text, index) => countShared(texts[index - 1] ?? '', text));
  return { shared, rests: texts.map((text, index) => text.slice(shared[index])) };
}

function decode({ shared, rests }: FrontCoded): string[] {
  let previous = '';
  return rests.map((rest, index) => {
    previous = previous.slice(0, shared[index]) + rest;
    return previous;
  });
}

/** Gives the place of the last shard whose first gram is not greater than `key`. */
export function findShard(bounds: readonly string[], key: string): number {
  let [low, high] = [0, bounds.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((bounds[middle] as string) <= key) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Gives how many units two strings share at their beginnings. */
export function countShared(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}
