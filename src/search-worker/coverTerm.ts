import { cutGram, TITLE_MARK } from '../model/search/grams.ts';
import { findShard, type SearchPlan } from '../model/search/searchPlan.ts';

/** What is looked through. */
export type Field = 'body' | 'title';

/** One part of a string that is searched for, with the shards that hold where it stands. */
export interface Piece {
  /** Where the part begins in the string. */
  from: number;
  /** As it is written in the index, with its mark. */
  gram: string;
  /** The part is a gram as a whole; else the grams that begin with it have to be put together. */
  isWhole: boolean;
  shards: number[];
}

/** How a string is found: through the list of articles that a split string has, or through pieces that cover it. */
export type Cover =
  | { kind: 'listed'; gram: string; shards: number[] }
  | { kind: 'pieces'; pieces: Piece[] };

/**
 * Bytes. The grams below a piece may be echoes of others that lie elsewhere, about one shard for each; known only
 * when they are there.
 */
const ECHO_COST = 40_000;

/**
 * Chooses the pieces of `term` (folded, not empty) that take the fewest bytes. `cost`: bytes that a shard takes to be
 * had.
 */
export function coverTerm(
  term: string,
  field: Field,
  plan: Pick<SearchPlan, 'bounds'>,
  split: ReadonlySet<string>,
  cost: (shard: number) => number,
): Cover {
  const mark = field === 'title' ? TITLE_MARK : '';
  if (split.has(mark + term)) {
    const gram = mark + term;
    return { kind: 'listed', gram, shards: [findShard(plan.bounds, gram)] };
  }
  const length = term.length;
  // By length of the covered beginning: the least cost, and the last piece.
  const costs = new Array<number>(length + 1).fill(Number.POSITIVE_INFINITY);
  const last = new Array<{ piece: Piece; before: number } | undefined>(length + 1);
  costs[0] = 0;
  for (let from = 0; from < length; from++) {
    let before = from;
    for (let end = from; end <= length; end++)
      if ((costs[end] as number) < (costs[before] as number)) before = end;
    if (costs[before] === Number.POSITIVE_INFINITY) continue;
    const piece = buildPiece(term, from, cutGram(split, mark, term, from), mark, plan);
    const end = piece.isWhole ? from + piece.gram.length - mark.length : length;
    const bytes = piece.shards.reduce((total, shard) => total + cost(shard), 0);
    const sum =
      (costs[before] as number) + bytes + (piece.isWhole ? 0 : piece.shards.length * ECHO_COST);
    if (end > before && sum < (costs[end] as number)) {
      costs[end] = sum;
      last[end] = { piece, before };
    }
  }
  const pieces: Piece[] = [];
  for (let step = last[length]; step; step = last[step.before]) pieces.unshift(step.piece);
  return { kind: 'pieces', pieces };
}

function buildPiece(
  term: string,
  from: number,
  end: number,
  mark: string,
  { bounds }: Pick<SearchPlan, 'bounds'>,
): Piece {
  const gram = mark + (end < 0 ? term.slice(from) : term.slice(from, end));
  const first = findShard(bounds, gram);
  const shards = [first];
  if (end < 0) {
    for (let shard = first + 1; shard < bounds.length; shard++) {
      if (!(bounds[shard] as string).startsWith(gram)) break;
      shards.push(shard);
    }
  }
  return { from, gram, isWhole: end >= 0, shards };
}
