import type { TextFolder } from '../model/foldText.ts';
import { PARAGRAPH_END, STOCK_MARK, TAG_MARK, TITLE_MARK } from '../model/search/grams.ts';
import { findShard } from '../model/search/searchPlan.ts';
import { TITLE_STEP } from '../model/search/searchPostings.ts';
import { coverTerm, type Field } from './coverTerm.ts';
import { findPlaces, listEchoShards } from './findPlaces.ts';
import type { QueryTerm } from './parseQuery.ts';
import type { SearchCorpus, TermHits } from './SearchCorpus.ts';
import type { SearchIndex } from './SearchIndex.ts';

/** Gives the whole archive as what is searched. */
export function buildCorpus(index: SearchIndex, folder: TextFolder): SearchCorpus {
  return {
    count: index.count,
    size: index.starts[index.count] as number,
    fold: folder.fold,
    articles: index.plan.articles,
    days: index.days,
    find: (term) => findTerm(index, term),
    findArticle: (place) => index.findArticle(place),
    listPairs: (first, mostBytes) => listPairs(index, first, mostBytes),
  };
}

/** Finds the articles that hold a term. Never fails: what could not be read is said. */
export async function findTerm(index: SearchIndex, term: QueryTerm): Promise<TermHits> {
  const hits: TermHits = { counts: new Map(), inTitle: new Set(), isPartial: false };
  const add = (article: number, count: number) =>
    hits.counts.set(article, (hits.counts.get(article) ?? 0) + count);
  if (term.field === 'tag') {
    try {
      for (const article of await readWhole(index, TAG_MARK + term.text)) add(article, 1);
    } catch {
      hits.isPartial = true;
    }
    return hits;
  }
  const searches = [
    findInField(index, term.text, 'title').then(({ counts }) => {
      for (const [article, count] of counts) {
        add(article, count);
        hits.inTitle.add(article);
      }
    }),
  ];
  if (term.field === 'any') {
    searches.push(
      findInField(index, term.text, 'body').then(({ counts, places }) => {
        for (const [article, count] of counts) add(article, count);
        if (places) hits.places = places;
      }),
    );
    if (!term.isExact)
      searches.push(
        findMarked(index, term.text).then((articles) => {
          for (const article of articles) if (!hits.counts.has(article)) add(article, 1);
        }),
      );
  }
  for (const search of await Promise.allSettled(searches))
    if (search.status === 'rejected') hits.isPartial = true;
  return hits;
}

interface FieldHits {
  counts: Map<number, number>;
  places?: Float64Array;
}

async function findInField(index: SearchIndex, text: string, field: Field): Promise<FieldHits> {
  const { plan, split, cost } = index;
  const cover = coverTerm(text, field, plan, split, cost);
  const counts = new Map<number, number>();
  if (cover.kind === 'listed') {
    const shards = await index.load(cover.shards);
    for (const shard of shards.values()) {
      const entry = shard.find(cover.gram);
      if (entry?.kind !== 'articles') continue;
      const list = shard.unpackArticles(entry);
      list.articles.forEach((article, i) => {
        counts.set(article, list.counts[i] as number);
      });
    }
    return { counts };
  }
  const shards = await index.load(cover.pieces.flatMap((piece) => piece.shards));
  const others = listEchoShards(cover.pieces, shards, split, plan.bounds);
  for (const [number, shard] of await index.load(others)) shards.set(number, shard);
  const places = findPlaces(cover.pieces, shards, split, plan.bounds);
  // Places ascend, and so do the articles they are in.
  let [article, end] = [0, 0];
  for (const place of places) {
    if (field === 'title') article = Math.floor(place / TITLE_STEP);
    else if (place >= end) {
      article = index.findArticle(place);
      end = index.starts[article + 1] as number;
    }
    counts.set(article, (counts.get(article) ?? 0) + 1);
  }
  return { counts, places };
}

/**
 * Gives the articles that are marked with a stock, which a code with or without its market names, or the company's
 * name.
 */
async function findMarked(index: SearchIndex, text: string): Promise<Iterable<number>> {
  const named = await readWhole(index, STOCK_MARK + text);
  if (named.length === 0 || /^\D*\d{6}$/.test(text)) return named;
  const code = await index.readStockCode(text);
  return code === undefined ? named : [...named, ...(await readWhole(index, STOCK_MARK + code))];
}

/** Gives the articles of a term as a whole. */
async function readWhole(index: SearchIndex, gram: string): Promise<number[]> {
  const number = findShard(index.plan.bounds, gram);
  const shard = (await index.load([number])).get(number);
  const entry = shard?.find(gram);
  return shard && entry ? [...shard.unpackPlaces(entry)] : [];
}

/** Of a split string the articles are counted, of an echo only that it is there. */
async function listPairs(
  index: SearchIndex,
  first: string,
  mostBytes: number,
): Promise<Map<string, number>> {
  const pairs = new Map<string, number>();
  for (const mark of [TITLE_MARK, '']) {
    const numbers = listShards(index, mark + first);
    const bytes = numbers.reduce((sum, number) => sum + index.cost(number), 0);
    if (mark === '' && bytes > mostBytes) continue;
    for (const shard of await Promise.allSettled(numbers.map((number) => index.load([number])))) {
      if (shard.status === 'rejected') continue;
      for (const each of shard.value.values())
        for (const { gram, kind, count } of each.findBelow(mark + first)) {
          const pair = gram.slice(mark.length, mark.length + 2);
          if (pair.length === 2 && !pair.endsWith(PARAGRAPH_END))
            pairs.set(pair, (pairs.get(pair) ?? 0) + (kind === 'echo' ? 1 : count));
        }
    }
  }
  return pairs;
}

/** Gives the shards in which grams may stand that begin with a string. */
function listShards({ plan: { bounds } }: SearchIndex, prefix: string): number[] {
  const numbers = [findShard(bounds, prefix)];
  for (let next = (numbers[0] as number) + 1; bounds[next]?.startsWith(prefix); next++)
    numbers.push(next);
  return numbers;
}
