import type { ArticleCounts } from '../../model/search/searchPostings.ts';
import type { GramWalker } from './GramWalker.ts';

/** Counts, article by article, how often each split string stands in it. */
export class ArticleTally {
  private readonly walker: GramWalker;
  /** By node. */
  private readonly counts: number[] = [];
  private readonly lists: (ArticleCounts | undefined)[] = [];
  /** Strings that were counted in this article, by their length. */
  private readonly touched: number[][] = [];
  private readonly grams: readonly string[];

  /** `grams`: the plan's. */
  constructor(walker: GramWalker, grams: readonly string[]) {
    this.walker = walker;
    this.grams = grams;
    for (const node of walker.nodes) {
      while (this.lists.length <= node) this.lists.push(undefined);
      this.lists[node] = { articles: [], counts: [] };
    }
    const depth = walker.depths.reduce((most, each) => Math.max(most, each), 1);
    for (let i = 0; i <= depth; i++) this.touched.push([]);
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
        if (depth > 1) this.add(this.walker.parents[node] as number, count);
        const list = this.lists[node];
        if (list) {
          list.articles.push(article);
          list.counts.push(count);
        }
        this.counts[node] = 0;
      }
      nodes.length = 0;
    }
  }

  private add(node: number, count: number): void {
    const { counts } = this;
    while (counts.length <= node) counts.push(0);
    if (counts[node] === 0)
      (this.touched[this.walker.depths[node] as number] as number[]).push(node);
    (counts[node] as number) += count;
  }

  /** Gives the plan's strings with their articles. */
  list(): [gram: string, list: ArticleCounts][] {
    return this.grams.flatMap((gram, index): [string, ArticleCounts][] => {
      const list = this.lists[this.walker.nodes[index] as number];
      return list ? [[gram, list]] : [];
    });
  }
}
