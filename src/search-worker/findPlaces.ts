import { cutGram, TITLE_MARK } from '../model/search/grams.ts';
import { findShard } from '../model/search/searchPlan.ts';
import type { SearchShard, ShardEntry } from '../model/search/searchShard.ts';
import type { Piece } from './coverTerm.ts';

/** Shards in memory, by number. */
export type LoadedShards = ReadonlyMap<number, SearchShard>;

/** Gives the shards that echoes among the pieces' grams point to, which have to be had before findPlaces. */
export function listEchoShards(
  pieces: readonly Piece[],
  shards: LoadedShards,
  split: ReadonlySet<string>,
  bounds: readonly string[],
): number[] {
  const numbers = new Set<number>();
  for (const piece of pieces) {
    for (const { shard, entry } of listEntries(piece, shards)) {
      if (entry.kind === 'echo') numbers.add(findShard(bounds, readEcho(shard, entry, split).gram));
    }
  }
  return [...numbers];
}

/** Gives where a string stands, ascending: where all its pieces stand at the right distance. */
export function findPlaces(
  pieces: readonly Piece[],
  shards: LoadedShards,
  split: ReadonlySet<string>,
  bounds: readonly string[],
): Float64Array {
  const lists = pieces.map((piece) => ({
    from: piece.from,
    lists: listEntries(piece, shards).flatMap(({ shard, entry }) => {
      if (entry.kind !== 'echo') return { places: shard.unpackPlaces(entry), ahead: 0 };
      const { gram, ahead } = readEcho(shard, entry, split);
      const other = shards.get(findShard(bounds, gram));
      const first = other?.find(gram);
      return other && first ? { places: other.unpackPlaces(first), ahead } : [];
    }),
  }));
  const size = (all: readonly List[]) => all.reduce((sum, { places }) => sum + places.length, 0);
  lists.sort((a, b) => size(a.lists) - size(b.lists));
  let places: Float64Array | undefined;
  for (const { from, lists: all } of lists) {
    const known = places;
    places = join(
      all.map(({ places: list, ahead }) =>
        known ? intersect(known, list, from - ahead) : list.map((place) => place + ahead - from),
      ),
    );
  }
  return places ?? new Float64Array(0);
}

/** Places of a gram, `ahead` units before the one that is looked for. */
interface List {
  places: Float64Array;
  ahead: number;
}

interface FoundEntry {
  shard: SearchShard;
  entry: ShardEntry;
}

function listEntries(piece: Piece, shards: LoadedShards): FoundEntry[] {
  return piece.shards.flatMap((number): FoundEntry[] => {
    const shard = shards.get(number);
    if (!shard) return [];
    const whole = shard.find(piece.gram);
    const entries = piece.isWhole ? (whole ? [whole] : []) : shard.findBelow(piece.gram);
    return entries.filter(({ kind }) => kind !== 'articles').map((entry) => ({ shard, entry }));
  });
}

/** Gives the gram whose list an echo shares, and how far before it that stands. */
function readEcho(
  shard: SearchShard,
  entry: ShardEntry,
  split: ReadonlySet<string>,
): { gram: string; ahead: number } {
  const units = shard.unpackEcho(entry);
  const mark = entry.gram.startsWith(TITLE_MARK) ? TITLE_MARK : '';
  const text = units + entry.gram.slice(mark.length);
  const end = cutGram(split, mark, text, 0);
  return { gram: mark + text.slice(0, end < 0 ? text.length : end), ahead: units.length };
}

/** Gives those of `places` that stand `from` before one of `list`. */
function intersect(places: Float64Array, list: Float64Array, from: number): Float64Array {
  const common = new Float64Array(Math.min(places.length, list.length));
  let [length, k] = [0, 0];
  for (const place of places) {
    while (k < list.length && (list[k] as number) < place + from) k++;
    if (list[k] === place + from) common[length++] = place;
  }
  return common.subarray(0, length);
}

function join(lists: readonly Float64Array[]): Float64Array {
  if (lists.length === 1) return lists[0] as Float64Array;
  const joined = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0));
  let length = 0;
  for (const list of lists) {
    joined.set(list, length);
    length += list.length;
  }
  return joined.sort();
}
