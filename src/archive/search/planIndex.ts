import { PARAGRAPH_END, TAG_MARK, TITLE_MARK } from '../../model/search/grams.ts';
import type { SearchText } from '../../model/search/searchText.ts';
import { type GramVisitor, GramWalker } from './GramWalker.ts';
import { PairCounter } from './PairCounter.ts';

/** Sizes by which the index is cut; see ARCHITECTURE.md for what was tried. */
export interface PlanSizes {
  /** A string with more places is split, and gets a list of the articles that it stands in. */
  split: number;
  /** Bytes of a shard, about. */
  shard: number;
}

/** Sizes for 20,000 articles, where each text of the sample stands for 16. */
const USUAL: PlanSizes = { split: 20_000, shard: 30_000 };
const USUAL_WEIGHT = 16;

/**
 * Gives the sizes for an archive of which each text of the sample stands for `weight`: in a larger one lists and plan
 * both grow, but slower than it.
 */
export function chooseSizes(weight: number): PlanSizes {
  const growth = Math.sqrt(Math.max(1, weight / USUAL_WEIGHT));
  return {
    split: USUAL.split * growth,
    shard: USUAL.shard * growth,
  };
}

const LONGEST = 12;

/** Finds the strings to be split from a sample of the texts, each of which stands for `weight` texts. */
export function planGrams(
  sample: readonly SearchText[],
  weight: number,
  sizes: PlanSizes,
): string[] {
  const found: string[] = [];
  collect(sample.map((text) => text.body).join(''), '', weight, sizes, found);
  collect(sample.map((text) => text.title).join(''), TITLE_MARK, weight, sizes, found);
  return found.sort();
}

/** One length after the other: a string is looked at only where its beginning was split. */
function collect(
  text: string,
  mark: string,
  weight: number,
  sizes: PlanSizes,
  found: string[],
): void {
  const end = PARAGRAPH_END.charCodeAt(0);
  // By place in the text: the number of the split string that begins there, -1 where none does.
  let numbers = new Int32Array(text.length);
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
      if (isFrequent) found.push(mark + text.slice(place, place + length));
      return length === 1 || isFrequent;
    });
    for (let i = 0; i < next.length; i++) {
      if ((next[i] as number) >= 0 && !isSplit[next[i] as number]) next[i] = -1;
    }
    numbers = next;
    if (!isSplit.includes(true)) break;
  }
}

/** Finds where to cut the ordered grams into shards of about one size. */
export function planBounds(
  sample: readonly SearchText[],
  weight: number,
  grams: readonly string[],
  sizes: PlanSizes,
): string[] {
  const walker = new GramWalker(grams);
  const counts: number[] = [];
  const count: GramVisitor = (_, gram) => {
    counts[gram] = (counts[gram] ?? 0) + 1;
  };
  for (const { title, body } of sample) {
    walker.walk(body, walker.bodyRoot, count);
    walker.walk(title, walker.titleRoot, count);
  }
  const all = sample.reduce((sum, text) => sum + text.body.length, 1);
  const bytes = new Map<string, number>();
  counts.forEach((places, gram) => {
    const bits = places * weight * (Math.log2(all / places) + 1.5);
    bytes.set(walker.spell(gram), 6 + bits / 8);
  });
  const tags = new Map<string, number>();
  for (const tag of sample.flatMap((text) => text.tags)) tags.set(tag, (tags.get(tag) ?? 0) + 1);
  for (const [tag, count] of tags) bytes.set(TAG_MARK + tag, 6 + count * weight);
  for (const gram of grams) bytes.set(gram, 6 + sample.length * weight * 0.3);
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
