import { FIRST_GRAM } from '../../model/GramTree.ts';
import type { ArticleCounts } from '../../model/searchPostings.ts';
import type { GramWalker } from './GramWalker.ts';
import type { Grams } from './planIndex.ts';

/** Counts, article by article, how often each split string stands in it. */
export class ArticleTally {
  private readonly parents: Int32Array;
  private readonly counts: Int32Array;
  private readonly touched: number[] = [];
  /** By node: its place among the listed strings, from 1. */
  private readonly placeOf: Int32Array;
  private readonly grams: string[] = [];
  private readonly lists: ArticleCounts[] = [];

  constructor({ walker, grams, isListed }: Grams & { walker: GramWalker }) {
    this.parents = walker.parents;
    this.counts = new Int32Array(FIRST_GRAM + grams.length);
    this.placeOf = new Int32Array(this.counts.length);
    grams.forEach((gram, index) => {
      if (!isListed[index]) return;
      this.grams.push(gram);
      this.lists.push({ articles: [], counts: [] });
      this.placeOf[walker.tree.nodes[index] as number] = this.lists.length;
    });
  }

  /** Counts the longest split string at a place of the article. */
  count(node: number): void {
    if (this.counts[node] === 0) this.touched.push(node);
    (this.counts[node] as number)++;
  }

  /** Ends an article: all beginnings of the strings that were counted stand there too. */
  close(article: number): void {
    const deepest = this.touched.length;
    const own = this.touched.map((node) => this.counts[node] as number);
    for (let i = 0; i < deepest; i++) {
      let node = this.parents[this.touched[i] as number] as number;
      for (; node >= 2; node = this.parents[node] as number) {
        if (this.counts[node] === 0) this.touched.push(node);
        (this.counts[node] as number) += own[i] as number;
      }
    }
    for (const node of this.touched) {
      const list = this.lists[(this.placeOf[node] as number) - 1];
      list?.articles.push(article);
      list?.counts.push(this.counts[node] as number);
      this.counts[node] = 0;
    }
    this.touched.length = 0;
  }

  /** Gives the listed strings with their articles. */
  list(): [gram: string, list: ArticleCounts][] {
    return this.grams.map((gram, index) => [gram, this.lists[index] as ArticleCounts]);
  }
}
