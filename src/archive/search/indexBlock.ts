import { PARAGRAPH_END, STOCK_MARK, TAG_MARK } from '../../model/search/grams.ts';
import { BODY_STEP, TITLE_STEP } from '../../model/search/searchPostings.ts';
import type { SearchText } from '../../model/search/searchText.ts';
import { ArticleTally } from './ArticleTally.ts';
import { BlockWriter, MIXED } from './BlockWriter.ts';
import { type GramNode, GramWalker } from './GramWalker.ts';

/** Articles of one block, the unit that is kept in the cache. */
export const BLOCK_SIZE = 512;

/** What a block's texts are cut by. */
export interface IndexPlan {
  /** See SearchPlan. */
  grams: string[];
  bounds: string[];
}

/** The lists of one block, by shard: shard `n` lies between `offsets[n]` and `offsets[n + 1]`. */
export interface Block {
  offsets: number[];
  bytes: Uint8Array;
  /** Where each article's body begins in the block's row of bodies, in steps; the last is the row's length. */
  starts: number[];
  /** Names of companies with their codes. */
  stockNames: [name: string, code: string][];
}

/** Makes the lists of up to BLOCK_SIZE texts; articles are numbered from 0 within the block. */
export function indexBlock(texts: Iterable<SearchText>, plan: IndexPlan): Block {
  const lists = new BlockLists(plan);
  const starts = [0];
  const stockNames = new Map<string, string>();
  for (const text of texts) {
    const start = starts.at(-1) as number;
    lists.add(starts.length - 1, text, start * BODY_STEP);
    for (const [name, code] of text.stockNames) stockNames.set(name, code);
    starts.push(start + Math.ceil(text.body.length / BODY_STEP));
  }
  return { ...lists.write(), starts, stockNames: [...stockNames] };
}

/** Collects where the grams of texts stand. */
class BlockLists {
  private readonly walker: GramWalker;
  /**
   * By number of the gram: the unit that stands before it everywhere, MIXED where that differs or a paragraph begins.
   */
  private readonly before: number[] = [];
  /** One after the other: number of the gram, place. */
  private grams = new Int32Array(1 << 20);
  private places = new Int32Array(1 << 20);
  private length = 0;
  private readonly tally: ArticleTally;
  /** Stocks and tags, each with its mark. */
  private readonly wholeTerms = new Map<string, number[]>();
  private readonly plan: IndexPlan;

  constructor(plan: IndexPlan) {
    this.plan = plan;
    this.walker = new GramWalker(plan.grams);
    this.tally = new ArticleTally(this.walker, plan.grams);
  }

  add(article: number, { title, body, stocks, tags }: SearchText, start: number): void {
    const shown =
      title.length > TITLE_STEP ? title.slice(0, TITLE_STEP - 1) + PARAGRAPH_END : title;
    this.cut(shown, this.walker.titleRoot, article * TITLE_STEP);
    this.cut(body, this.walker.bodyRoot, start);
    this.tally.close(article);
    for (const stock of stocks) this.addWholeTerm(STOCK_MARK + stock, article);
    for (const tag of tags) this.addWholeTerm(TAG_MARK + tag, article);
  }

  private addWholeTerm(term: string, article: number): void {
    const articles = this.wholeTerms.get(term) ?? [];
    this.wholeTerms.set(term, articles);
    articles.push(article);
  }

  private cut(text: string, root: GramNode, start: number): void {
    this.walker.walk(text, root, (node, gram, place, before) => {
      this.tally.count(node);
      this.push(gram, start + place, before);
    });
  }

  private push(gram: number, place: number, before: number): void {
    if (gram === this.before.length) this.before.push(before);
    else if (this.before[gram] !== before) this.before[gram] = MIXED;
    if (this.length === this.grams.length) {
      this.grams = enlarge(this.grams);
      this.places = enlarge(this.places);
    }
    this.grams[this.length] = gram;
    this.places[this.length++] = place;
  }

  /** Writes all lists in order of their grams. */
  write(): Pick<Block, 'offsets' | 'bytes'> {
    const gramCount = this.before.length;
    const starts = new Int32Array(gramCount + 1);
    for (let i = 0; i < this.length; i++) (starts[(this.grams[i] as number) + 1] as number)++;
    for (let gram = 0; gram < gramCount; gram++)
      (starts[gram + 1] as number) += starts[gram] as number;
    const next = starts.slice();
    const sorted = new Int32Array(this.length);
    for (let i = 0; i < this.length; i++) {
      const gram = this.grams[i] as number;
      const slot = next[gram] as number;
      next[gram] = slot + 1;
      sorted[slot] = this.places[i] as number;
    }

    const writer = new BlockWriter(this.plan.bounds);
    const lists: [gram: string, write: (gram: string) => void][] = this.before.map(
      (before, number) => [
        this.walker.spell(number),
        (gram) =>
          writer.addPlaces(gram, sorted.subarray(starts[number], starts[number + 1]), before),
      ],
    );
    for (const [gram, list] of this.tally.list())
      lists.push([gram, () => writer.addArticles(gram, list)]);
    for (const [term, articles] of this.wholeTerms)
      lists.push([term, (gram) => writer.addPlaces(gram, articles, MIXED)]);
    lists.sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [gram, write] of lists) write(gram);
    return writer.take();
  }
}

function enlarge(old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(old.length * 2);
  larger.set(old);
  return larger;
}
