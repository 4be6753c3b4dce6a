import {
  BODY_ROOT,
  type GramTree,
  STOCK_MARK,
  TITLE_MARK,
  TITLE_ROOT,
} from '../../model/GramTree.ts';
import { type ArticleCounts, type PostingScale, TITLE_STEP } from '../../model/searchPostings.ts';
import { ShardWriter } from '../../model/searchShard.ts';
import { MIXED } from './BlockWriter.ts';
import { ByteReader } from './ByteWriter.ts';

/** The part of one block that goes into a shard. */
export interface ShardPart {
  bytes: Uint8Array;
  /** Number of the block's first article. */
  firstArticle: number;
  /** Where the block's bodies begin in the row of all bodies. */
  firstPlace: number;
}

/** Below this number of places, a list is hardly longer than what would stand for it. */
const LEAST_FOR_ECHO = 16;

interface Seen {
  count: number;
  before: number;
}

/**
 * Finds the grams that always follow another: inside of a word or a phrase, each place of one is a place of the gram before it, plus one.
 * Such an *echo* needs no list of its own. In news, where phrases recur, that is one list in two.
 * All shards are noted before any is merged.
 */
export class Echoes {
  private readonly seen = new Map<string, Seen>();
  private readonly tree: GramTree;

  constructor(tree: GramTree) {
    this.tree = tree;
  }

  /** Notes the grams of one shard, of all blocks. */
  note(parts: Iterable<ShardPart>): void {
    const found = new Map<string, Seen>();
    for (const part of parts) {
      readPart(part, (gram, count, isListed, reader) => {
        if (isListed) return skipArticles(reader, count);
        const before = reader.readNumber();
        reader.skipBytes();
        const known = found.get(gram);
        if (!known) found.set(gram, { count, before });
        else {
          known.count += count;
          if (known.before !== before) known.before = MIXED;
        }
      });
    }
    for (const [gram, seen] of found) if (seen.count >= LEAST_FOR_ECHO) this.seen.set(gram, seen);
  }

  /** Gives the units before `gram` after which it always stands, so that the gram at their beginning has its list; '' where it has its own. */
  find(gram: string): string {
    const mark = gram.startsWith(TITLE_MARK) ? TITLE_MARK : '';
    let units = '';
    let current = gram;
    for (;;) {
      const seen = this.seen.get(current);
      if (!seen || seen.before === MIXED) return units;
      const longer = String.fromCharCode(seen.before) + current.slice(mark.length);
      const end = this.tree.cut(mark ? TITLE_ROOT : BODY_ROOT, longer, 0);
      if (end < 0) return units;
      current = mark + longer.slice(0, end);
      if (this.seen.get(current)?.count !== seen.count) return units;
      units = longer.charAt(0) + units;
    }
  }
}

/** Makes a shard of its blocks' parts, which come in order. */
export function mergeBlocks(
  parts: Iterable<ShardPart>,
  scale: PostingScale,
  echoes: Echoes,
): Uint8Array {
  const places = new Map<string, number[]>();
  const articles = new Map<string, ArticleCounts>();
  const echoed = new Map<string, string>();
  for (const part of parts) {
    readPart(part, (gram, count, isListed, reader) => {
      if (isListed) return readArticles(reader, count, part.firstArticle, obtain(articles, gram));
      reader.readNumber();
      if (!echoed.has(gram)) echoed.set(gram, echoes.find(gram));
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

type ListReader = (gram: string, count: number, isListed: boolean, reader: ByteReader) => void;

function readPart({ bytes }: ShardPart, readList: ListReader): void {
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

function skipArticles(reader: ByteReader, count: number): void {
  for (let left = 2 * count; left > 0; left--) reader.readNumber();
}

function obtain(lists: Map<string, ArticleCounts>, gram: string): ArticleCounts {
  const list = lists.get(gram) ?? { articles: [], counts: [] };
  lists.set(gram, list);
  return list;
}

/** Stocks are lists of articles whose counts say nothing, so they are written as places. */
function findFirst(gram: string, { firstArticle, firstPlace }: ShardPart): number {
  if (gram.startsWith(STOCK_MARK)) return firstArticle;
  return gram.startsWith(TITLE_MARK) ? firstArticle * TITLE_STEP : firstPlace;
}
