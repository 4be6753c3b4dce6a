import { cutGram, TITLE_MARK } from '../../model/search/grams.ts';
import { MIXED } from './BlockWriter.ts';
import type { ByteReader } from './ByteWriter.ts';
import { readPart, type ShardPart } from './mergeBlocks.ts';

/** Below this number of places, a list is hardly longer than what would stand for it. */
const LEAST = 16;

interface Seen {
  count: number;
  /** The unit before it everywhere, or MIXED. */
  before: number;
  shard: number;
}

/**
 * Finds the grams that always follow another: inside of a word or a phrase, each place of one is a place of the gram
 * before it, plus one. Such an *echo* needs no list of its own. In news, where phrases recur, that is one list in
 * two. All shards are noted before any is merged.
 */
export class Echoes {
  private readonly seen = new Map<string, Seen>();
  private readonly units = new Map<string, string>();
  private readonly split: ReadonlySet<string>;

  /** `split`: the plan's grams. */
  constructor(split: ReadonlySet<string>) {
    this.split = split;
  }

  /** Notes the grams of one shard, of all blocks. */
  note(shard: number, parts: Iterable<ShardPart>): void {
    const found = new Map<string, Seen>();
    for (const part of parts) {
      readPart(part, (gram, count, isListed, reader) => {
        if (isListed) return skipArticles(reader, count);
        const before = reader.readNumber();
        reader.skipBytes();
        const known = found.get(gram);
        if (!known) found.set(gram, { count, before, shard });
        else {
          known.count += count;
          if (known.before !== before) known.before = MIXED;
        }
      });
    }
    for (const [gram, seen] of found) if (seen.count >= LEAST) this.seen.set(gram, seen);
  }

  /** Ends the noting. Gives, by shard, what the echoes in it depend on. */
  resolve(): Map<number, string> {
    const texts = new Map<number, string>();
    for (const [gram, { shard }] of this.seen) {
      const units = this.resolveGram(gram);
      if (units === '') continue;
      this.units.set(gram, units);
      texts.set(shard, `${texts.get(shard) ?? ''}${units}${gram}\n`);
    }
    this.seen.clear();
    return texts;
  }

  /**
   * Gives the units before `gram` after which it always stands, so that the gram at their beginning has its list; ''
   * where it has its own.
   */
  find = (gram: string): string => this.units.get(gram) ?? '';

  private resolveGram(gram: string): string {
    const mark = gram.startsWith(TITLE_MARK) ? TITLE_MARK : '';
    let units = '';
    let current = gram;
    for (;;) {
      const seen = this.seen.get(current);
      if (!seen || seen.before === MIXED) return units;
      const longer = String.fromCharCode(seen.before) + current.slice(mark.length);
      const end = cutGram(this.split, mark, longer, 0);
      if (end < 0) return units;
      current = mark + longer.slice(0, end);
      if (this.seen.get(current)?.count !== seen.count) return units;
      units = longer.charAt(0) + units;
    }
  }
}

function skipArticles(reader: ByteReader, count: number): void {
  for (let left = 2 * count; left > 0; left--) reader.readNumber();
}
