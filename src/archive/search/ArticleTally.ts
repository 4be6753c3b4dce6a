import { FIRST_GRAM } from '../../model/GramTree.ts';
import type { ArticleCounts } from '../../model/searchPostings.ts';
import type { GramWalker } from './GramWalker.ts';
import type { Grams } from './planIndex.ts';

/** Counts, article by article, how often each split string stands in it. */
export class ArticleTally {
  private readonly parents: Int32Array;
  private readonly counts: Int32Array;
  private readonly depths: Uint8Array;
  /** Strings that were counted in this article, by their length. */
  private readonly touched: number[][] = [];
  /** By node: its place among the listed strings, from 1. */
  private readonly placeOf: Int32Array;
  private readonly grams: string[] = [];
  private readonly lists: ArticleCounts[] = [];

  constructor({ walker, grams, isListed }: Grams & { walker: GramWalker }) {
    this.parents = walker.parents;
    this.counts = new Int32Array(FIRST_GRAM + grams.length);
    this.placeOf = new Int32Array(this.counts.length);
    this.depths = walker.depths;
    for (let depth = 0; depth <= walker.depth; depth++) this.touched.push([]);
    grams.forEach((gram, index) => {
      if (!isListed[index]) return;
      this.grams.push(gram);
      this.lists.push({ articles: [], counts: [] });
      this.placeOf[walker.tree.nodes[index] as number] = this.lists.length;
    });
  }

  /** Counts the longest split string at a place of the article. */
  count(node: number): void {
    this.add(node, 1);
  }

  /** Ends an article: all beginnings of the strings that were counted stand there too. */
  close(article: number): void {
    for (let depth = this.touched.length - 1; depth > 0; depth--) {
      const nodes = this.touched[depth] as number[];
      for (const node of nodes) {
        const count = this.counts[node] as number;
        if (depth > 1) this.add(this.parents[node] as number, count);
        const list = this.lists[(this.placeOf[node] as number) - 1];
        list?.articles.push(article);
        list?.counts.push(count);
        this.counts[node] = 0;
      }
      nodes.length = 0;
    }
  }

  private add(node: number, count: number): void {
    if (this.counts[node] === 0) (this.touched[this.depths[node] as number] as number[]).push(node);
    (this.counts[node] as number) += count;
  }

  /** Gives the listed strings with their articles. */
  list(): [gram: string, list: ArticleCounts][] {
    return this.grams.map((gram, index) => [gram, this.lists[index] as ArticleCounts]);
  }
}
