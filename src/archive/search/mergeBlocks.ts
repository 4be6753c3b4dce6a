import { isWholeGram, TITLE_MARK } from '../../model/search/grams.ts';
import {
  type ArticleCounts,
  type PostingScale,
  TITLE_STEP,
} from '../../model/search/searchPostings.ts';
import { ShardWriter } from '../../model/search/searchShard.ts';
import { ByteReader } from './ByteWriter.ts';

/** The part of one block that goes into a shard. */
export interface ShardPart {
  bytes: Uint8Array;
  /** Number of the block's first article. */
  firstArticle: number;
  /** Where the block's bodies begin in the row of all bodies. */
  firstPlace: number;
}

/** Makes a shard of its blocks' parts, which come in order. `findEcho`: see `Echoes.find`. */
export function mergeBlocks(
  parts: Iterable<ShardPart>,
  scale: PostingScale,
  findEcho: (gram: string) => string,
): { head: Uint8Array; bits: Uint8Array } {
  const places = new Map<string, number[]>();
  const articles = new Map<string, ArticleCounts>();
  const echoed = new Map<string, string>();
  for (const part of parts) {
    readPart(part, (gram, count, isListed, reader) => {
      if (isListed) return readArticles(reader, count, part.firstArticle, obtain(articles, gram));
      reader.readNumber();
      if (!echoed.has(gram)) echoed.set(gram, findEcho(gram));
      if (echoed.get(gram) !== '') reader.skipBytes();
      else {
        reader.readNumber();
        const list = places.get(gram) ?? [];
        places.set(gram, list);
        readPlaces(reader, count, findFirst(gram, part), list);
      }
    });
  }
  const writer = new ShardWriter(scale);
  for (const gram of [...articles.keys(), ...echoed.keys()].sort()) {
    const [list, units] = [articles.get(gram), echoed.get(gram)];
    if (list) writer.addArticles(gram, list);
    else if (units) writer.addEcho(gram, units);
    else writer.addPlaces(gram, places.get(gram) as number[]);
  }
  return writer.take();
}

/** Reads one list, or passes over it. */
export type ListReader = (
  gram: string,
  count: number,
  isListed: boolean,
  reader: ByteReader,
) => void;

/** Hands the lists of a part to `readList`, one after the other. */
export function readPart({ bytes }: ShardPart, readList: ListReader): void {
  const reader = new ByteReader(bytes);
  while (reader.next < bytes.length) {
    const gram = reader.readString();
    const head = reader.readNumber();
    readList(gram, Math.floor(head / 2), head % 2 === 1, reader);
  }
}

function readPlaces(reader: ByteReader, count: number, first: number, list: number[]): void {
  let place = first;
  for (let left = count; left > 0; left--) {
    place += reader.readNumber();
    list.push(place);
  }
}

function readArticles(
  reader: ByteReader,
  count: number,
  first: number,
  { articles, counts }: ArticleCounts,
): void {
  let article = first;
  for (let left = count; left > 0; left--) {
    article += reader.readNumber();
    articles.push(article);
    counts.push(reader.readNumber());
  }
}

function obtain(lists: Map<string, ArticleCounts>, gram: string): ArticleCounts {
  const list = lists.get(gram) ?? { articles: [], counts: [] };
  lists.set(gram, list);
  return list;
}

/** Stocks and tags are lists of articles whose counts say nothing, so they are written as places. */
function findFirst(gram: string, { firstArticle, firstPlace }: ShardPart): number {
  if (isWholeGram(gram)) return firstArticle;
  return gram.startsWith(TITLE_MARK) ? firstArticle * TITLE_STEP : firstPlace;
}
