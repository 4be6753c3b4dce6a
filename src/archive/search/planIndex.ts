import { PARAGRAPH_END, TITLE_MARK } from '../../model/searchTerms.ts';
import { BODY_ROOT, type GramVisitor, GramWalker, TITLE_ROOT } from './GramWalker.ts';
import { PairCounter } from './PairCounter.ts';
import type { SearchText } from './SearchText.ts';

/** Sizes by which the index is cut; see ARCHITECTURE.md for what was tried. */
export interface PlanSizes {
  /** A string with more places is split, and gets a list of its own. */
  split: number;
  /** Before a string with more places than this, strings are split down to `least`, so that its many places are never needed to tell what follows a rare one. */
  frequent: number;
  least: number;
  /** Bytes of a shard, about. */
  shard: number;
}

/** Sizes for 20,000 articles, where each text of the sample stands for 16. */
const USUAL: PlanSizes = { split: 20_000, frequent: 30_000, least: 500, shard: 30_000 };
const USUAL_WEIGHT = 16;

/** Gives the sizes for an archive of which each text of the sample stands for `weight`: in a larger one lists and plan both grow, but slower than it. */
export function chooseSizes(weight: number): PlanSizes {
  const growth = Math.sqrt(Math.max(1, weight / USUAL_WEIGHT));
  return {
    split: USUAL.split * growth,
    frequent: USUAL.frequent * growth,
    least: USUAL.least * growth,
    shard: USUAL.shard * growth,
  };
}

const LONGEST = 12;

/** Strings to be split, and which of them get lists. */
export interface Grams {
  grams: string[];
  isListed: boolean[];
}

/** Finds the strings to be split from a sample of the texts, each of which stands for `weight` texts. */
export function planGrams(sample: readonly SearchText[], weight: number, sizes: PlanSizes): Grams {
  const found = new Map<string, boolean>();
  collect(sample.map((text) => text.body).join(''), '', weight, sizes, found);
  collect(sample.map((text) => text.title).join(''), TITLE_MARK, weight, sizes, found);
  const grams = [...found.keys()].sort();
  return { grams, isListed: grams.map((gram) => found.get(gram) === true) };
}

/** One length after the other: a string is looked at only where its beginning was split. */
function collect(
  text: string,
  mark: string,
  weight: number,
  sizes: PlanSizes,
  found: Map<string, boolean>,
): void {
  const end = PARAGRAPH_END.charCodeAt(0);
  // By place in the text: the number of the split string that begins there, -1 where none does.
  let numbers = new Int32Array(text.length);
  let counts: number[] = [];
  for (let length = 1; length <= LONGEST; length++) {
    const counter = new PairCounter();
    const next = new Int32Array(text.length).fill(-1);
    const samples: number[] = [];
    for (let i = 0; i + length <= text.length; i++) {
      const unit = text.charCodeAt(i + length - 1);
      if ((numbers[i] as number) < 0 || unit === end) continue;
      const number = counter.add(numbers[i] as number, unit);
      next[i] = number;
      samples[number] ??= i;
    }
    const isSplit = counter.counts.map((count, number) => {
      const place = samples[number] as number;
      const isFrequent = count * weight > sizes.split;
      const tail = length > 1 ? (numbers[place + 1] as number) : -1;
      const isBeforeFrequent =
        tail >= 0 &&
        count * weight > sizes.least &&
        (counts[tail] as number) * weight > sizes.frequent;
      if (isFrequent || (length > 1 && isBeforeFrequent))
        found.set(mark + text.slice(place, place + length), isFrequent);
      return length === 1 || isFrequent || isBeforeFrequent;
    });
    for (let i = 0; i < next.length; i++) {
      if ((next[i] as number) >= 0 && !isSplit[next[i] as number]) next[i] = -1;
    }
    numbers = next;
    counts = counter.counts;
    if (!isSplit.includes(true)) break;
  }
}

/** Finds where to cut the ordered grams into shards of about one size. */
export function planBounds(
  sample: readonly SearchText[],
  weight: number,
  { grams, isListed }: Grams,
  sizes: PlanSizes,
): string[] {
  const walker = new GramWalker(grams);
  const counts: number[] = [];
  const count: GramVisitor = (_, gram) => {
    counts[gram] = (counts[gram] ?? 0) + 1;
  };
  for (const { title, body } of sample) {
    walker.walk(body, BODY_ROOT, count);
    walker.walk(title, TITLE_ROOT, count);
  }
  const all = sample.reduce((sum, text) => sum + text.body.length, 1);
  const bytes = new Map<string, number>();
  counts.forEach((places, gram) => {
    const bits = places * weight * (Math.log2(all / places) + 1.5);
    bytes.set(walker.spell(gram), 6 + bits / 8);
  });
  grams.forEach((gram, index) => {
    if (isListed[index]) bytes.set(gram, 6 + sample.length * weight * 0.3);
  });
  const bounds = [''];
  let filled = 0;
  for (const gram of [...bytes.keys()].sort()) {
    const size = bytes.get(gram) as number;
    const most = gram.startsWith(TITLE_MARK) ? sizes.shard / 3 : sizes.shard;
    if (filled > 0 && filled + size > most) {
      bounds.push(gram);
      filled = 0;
    }
    filled += size;
  }
  return bounds;
}
