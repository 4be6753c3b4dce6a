import { findShard } from '../../model/search/searchPlan.ts';
import type { ArticleCounts } from '../../model/search/searchPostings.ts';
import { ByteWriter } from './ByteWriter.ts';
import { NOTHING_BEFORE } from './GramWalker.ts';

/** Says that a gram has not the same unit before it everywhere. */
export const MIXED = NOTHING_BEFORE;

/**
 * Writes the lists of one block in order of their grams and notes where each shard's part begins. `readBlockPart`
 * reads it.
 */
export class BlockWriter {
  private readonly writer = new ByteWriter();
  private readonly places = new ByteWriter();
  private readonly offsets = [0];
  private readonly bounds: readonly string[];

  constructor(bounds: readonly string[]) {
    this.bounds = bounds;
  }

  addArticles(gram: string, { articles, counts }: ArticleCounts): void {
    if (articles.length === 0) return;
    this.begin(gram, articles.length * 2 + 1);
    let previous = 0;
    articles.forEach((article, index) => {
      this.writer.writeNumber(article - previous);
      this.writer.writeNumber(counts[index] as number);
      previous = article;
    });
  }

  /** `before`: the unit that stands before the gram everywhere in the block, or MIXED. */
  addPlaces(gram: string, places: ArrayLike<number>, before: number): void {
    this.begin(gram, places.length * 2);
    this.writer.writeNumber(before);
    this.places.length = 0;
    let previous = 0;
    for (let i = 0; i < places.length; i++) {
      const place = places[i] as number;
      this.places.writeNumber(place - previous);
      previous = place;
    }
    this.writer.writeBytes(this.places.view());
  }

  take(): { offsets: number[]; bytes: Uint8Array } {
    while (this.offsets.length <= this.bounds.length) this.offsets.push(this.writer.length);
    return { offsets: this.offsets, bytes: this.writer.view().slice() };
  }

  private begin(gram: string, countAndKind: number): void {
    const shard = findShard(this.bounds, gram);
    while (this.offsets.length <= shard) this.offsets.push(this.writer.length);
    this.writer.writeString(gram);
    this.writer.writeNumber(countAndKind);
  }
}
