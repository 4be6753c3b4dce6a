import { BitReader, BitWriter } from '../bits.ts';

/**
 * The texts of all articles lie one behind the other, and a place is a number in that row: bodies begin at multiples
 * of BODY_STEP, so that a short table finds the article of a place; titles have TITLE_STEP units each. A row of
 * places is shorter than articles with places in each: 14.6 bits for each place instead of 16.9, at 20,000 articles.
 */
export const BODY_STEP = 128;
export const TITLE_STEP = 512;

/** What both sides know of all lists, from which they derive how numbers are written. */
export interface PostingScale {
  /** The number of articles, rounded up to a power of two, so that one more article seldom changes all files. */
  articleSpace: number;
  /** The length of the row of bodies, rounded up so too. */
  bodySpace: number;
}

/** A string that was split: the articles it stands in, ascending, and about how often. */
export interface ArticleCounts {
  articles: number[];
  counts: number[];
}

const writer = new BitWriter();
/** Counts are kept as 1, 2–3, 4–7 and more, which is enough to rank by. */
const ROUGH_COUNTS = [1, 2, 4, 8];

/** Writes places in ascending order. `space`: the length of their row. */
export function encodePlaces(places: readonly number[], space: number): Uint8Array {
  const bits = chooseBits(space, places.length);
  let previous = -1;
  for (const place of places) {
    writer.writeRice(place - previous - 1, bits);
    previous = place;
  }
  return writer.take();
}

/** Inverse of encodePlaces. */
export function decodePlaces(
  bytes: Uint8Array,
  from: number,
  count: number,
  space: number,
): Float64Array {
  const reader = new BitReader(bytes, from);
  const bits = chooseBits(space, count);
  const places = new Float64Array(count);
  let place = -1;
  for (let i = 0; i < count; i++) {
    place += reader.readRice(bits) + 1;
    places[i] = place;
  }
  return places;
}

export function encodeArticles({ articles, counts }: ArticleCounts, space: number): Uint8Array {
  const bits = chooseBits(space, articles.length);
  let previous = -1;
  articles.forEach((article, index) => {
    writer.writeRice(article - previous - 1, bits);
    writer.write(Math.min(3, 31 - Math.clz32(counts[index] as number)), 2);
    previous = article;
  });
  return writer.take();
}

/** Inverse of encodeArticles. */
export function decodeArticles(
  bytes: Uint8Array,
  from: number,
  count: number,
  space: number,
): ArticleCounts {
  const reader = new BitReader(bytes, from);
  const bits = chooseBits(space, count);
  const lists: ArticleCounts = { articles: [], counts: [] };
  let article = -1;
  for (let i = 0; i < count; i++) {
    article += reader.readRice(bits) + 1;
    lists.articles.push(article);
    lists.counts.push(ROUGH_COUNTS[reader.read(2)] as number);
  }
  return lists;
}

/** Golomb's rule: gaps are written best by 0.69 times their mean, here rounded down to a power of two. */
function chooseBits(space: number, count: number): number {
  return Math.max(0, Math.min(24, Math.floor(Math.log2(Math.max(1, (0.69 * space) / count)))));
}
