import { isWholeGram, TITLE_MARK } from './grams.ts';
import { countShared } from './searchPlan.ts';
import {
  type ArticleCounts,
  decodeArticles,
  decodePlaces,
  encodeArticles,
  encodePlaces,
  type PostingScale,
  TITLE_STEP,
} from './searchPostings.ts';

/**
 * What stands for a gram: the places where it is, the articles it is in (a split string), or an echo:
 * the gram always follows the same units, so that it stands where those do.
 */
export type ListKind = 'places' | 'articles' | 'echo';
const KINDS: readonly ListKind[] = ['places', 'articles', 'echo'];

/** One list of a shard, not yet unpacked. */
export interface ShardEntry {
  gram: string;
  kind: ListKind;
  /** Of articles, places, or an echo's units. */
  count: number;
  /** Where its bits begin. */
  offset: number;
}

/**
 * Writes a shard, lists in order of their grams: a head with each gram, its kind, its count and its length, and all
 * bits. Only the head gets shorter by being compressed.
 */
export class ShardWriter {
  private readonly scale: PostingScale;
  private readonly lists: Uint8Array[] = [];
  private readonly head: number[] = [];
  private previous = '';

  constructor(scale: PostingScale) {
    this.scale = scale;
  }

  addArticles(gram: string, list: ArticleCounts): void {
    const bits = encodeArticles(list, this.scale.articleSpace);
    this.add(gram, 'articles', list.articles.length, bits);
  }

  addPlaces(gram: string, places: readonly number[]): void {
    const bits = encodePlaces(places, chooseSpace(gram, this.scale));
    this.add(gram, 'places', places.length, bits);
  }

  /** `units`: what always stands before the gram. */
  addEcho(gram: string, units: string): void {
    const bytes = new Uint8Array(units.length * 2);
    for (let i = 0; i < units.length; i++) {
      bytes[2 * i] = units.charCodeAt(i) & 0xff;
      bytes[2 * i + 1] = units.charCodeAt(i) >> 8;
    }
    this.add(gram, 'echo', units.length, bytes);
  }

  take(): { head: Uint8Array; bits: Uint8Array } {
    return { head: Uint8Array.from(this.head), bits: join(this.lists) };
  }

  private add(gram: string, kind: ListKind, count: number, bits: Uint8Array): void {
    const shared = countShared(this.previous, gram);
    this.previous = gram;
    this.writeNumber(shared);
    this.writeNumber(gram.length - shared);
    for (let i = shared; i < gram.length; i++)
      this.head.push(gram.charCodeAt(i) & 0xff, gram.charCodeAt(i) >> 8);
    this.writeNumber(count * KINDS.length + KINDS.indexOf(kind));
    this.writeNumber(bits.length);
    this.lists.push(bits);
  }

  private writeNumber(value: number): void {
    let rest = value;
    for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) this.head.push((rest & 0x7f) | 0x80);
    this.head.push(rest);
  }
}

/** Puts a shard's file together from its compressed head and its bits. */
export function joinShard(head: Uint8Array, bits: Uint8Array): Uint8Array {
  const length = Uint8Array.of(head.length & 0xff, (head.length >> 8) & 0xff, head.length >> 16);
  return join([length, head, bits]);
}

/** Inverse of joinShard. */
export function splitShard(bytes: Uint8Array): { head: Uint8Array; bits: Uint8Array } {
  const [low = 0, middle = 0, high = 0] = bytes;
  const end = 3 + low + (middle << 8) + (high << 16);
  return { head: bytes.subarray(3, end), bits: bytes.subarray(end) };
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** A shard in memory: its grams in order, their lists packed until one is asked for. */
export class SearchShard {
  readonly entries: readonly ShardEntry[];
  readonly bytes: Uint8Array;
  private readonly scale: PostingScale;

  /** Throws where head or bits end too early. */
  constructor(head: Uint8Array, bits: Uint8Array, scale: PostingScale) {
    this.bytes = bits;
    this.scale = scale;
    this.entries = readEntries(head, bits.length);
  }

  /** Gives the lists whose grams begin with `prefix`. */
  findBelow(prefix: string): ShardEntry[] {
    const found: ShardEntry[] = [];
    for (let i = this.findPlace(prefix); i < this.entries.length; i++) {
      const entry = this.entries[i] as ShardEntry;
      if (!entry.gram.startsWith(prefix)) break;
      found.push(entry);
    }
    return found;
  }

  find(gram: string): ShardEntry | undefined {
    const entry = this.entries[this.findPlace(gram)];
    return entry?.gram === gram ? entry : undefined;
  }

  unpackArticles({ offset, count }: ShardEntry): ArticleCounts {
    return decodeArticles(this.bytes, offset, count, this.scale.articleSpace);
  }

  unpackPlaces({ gram, offset, count }: ShardEntry): Float64Array {
    return decodePlaces(this.bytes, offset, count, chooseSpace(gram, this.scale));
  }

  /** Gives what always stands before an echo's gram. */
  unpackEcho({ offset, count }: ShardEntry): string {
    let units = '';
    for (let i = offset; i < offset + 2 * count; i += 2)
      units += String.fromCharCode(
        (this.bytes[i] as number) | ((this.bytes[i + 1] as number) << 8),
      );
    return units;
  }

  private findPlace(gram: string): number {
    let [low, high] = [0, this.entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.entries[middle] as ShardEntry).gram < gram) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function chooseSpace(gram: string, { articleSpace, bodySpace }: PostingScale): number {
  if (isWholeGram(gram)) return articleSpace;
  return gram.startsWith(TITLE_MARK) ? articleSpace * TITLE_STEP : bodySpace;
}

/** `length`: of the bits, which are not read. */
function readEntries(bytes: Uint8Array, length: number): ShardEntry[] {
  let next = 0;
  const readByte = () => {
    const byte = bytes[next++];
    if (byte === undefined) throw new Error('a part of the search index is damaged');
    return byte;
  };
  const readNumber = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = readByte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  };
  const entries: ShardEntry[] = [];
  let gram = '';
  let offset = 0;
  while (next < bytes.length) {
    gram = gram.slice(0, readNumber());
    for (let units = readNumber(); units > 0; units--)
      gram += String.fromCharCode(readByte() | (readByte() << 8));
    const head = readNumber();
    const kind = KINDS[head % KINDS.length] as ListKind;
    entries.push({ gram, kind, count: Math.floor(head / KINDS.length), offset });
    offset += readNumber();
  }
  if (offset > length) throw new Error('a part of the search index is damaged');
  return entries;
}
