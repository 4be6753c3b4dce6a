import type { ArticleCounts } from '../../model/search/searchPostings.ts';
import type { GramNode, GramWalker } from './GramWalker.ts';

/** Counts, article by article, how often each split string stands in it. */
export class ArticleTally {
  private readonly grams: readonly string[];
  /** Nodes of the plan's grams, in their order; the articles of each. */
  private readonly nodes: readonly GramNode[];
  private readonly lists: Map<GramNode, ArticleCounts>;
  /** By a node's id. */
  private readonly counts: number[] = [];
  /** Strings that were counted in this article, by their length. */
  private readonly touched: GramNode[][];

  /** `grams`: the plan's. */
  constructor({ nodes, depth }: GramWalker, grams: readonly string[]) {
    this.grams = grams;
    this.nodes = nodes;
    this.lists = new Map(nodes.map((node) => [node, { articles: [], counts: [] }]));
    this.touched = Array.from({ length: depth + 1 }, () => []);
  }

  /** Counts the longest split string at a place of the article. */
  count(node: GramNode): void {
    this.add(node, 1);
  }

  /** Ends an article: all beginnings of the strings that were counted stand there too. */
  close(article: number): void {
    for (const nodes of this.touched.toReversed()) {
      for (const node of nodes) {
        const count = this.counts[node.id] as number;
        if (node.parent && node.depth > 1) this.add(node.parent, count);
        const list = this.lists.get(node);
        if (list) {
          list.articles.push(article);
          list.counts.push(count);
        }
        this.counts[node.id] = 0;
      }
      nodes.length = 0;
    }
  }

  private add(node: GramNode, count: number): void {
    const counted = this.counts[node.id] ?? 0;
    if (counted === 0) this.touched[node.depth]?.push(node);
    this.counts[node.id] = counted + count;
  }

  /** Returns the plan's strings with their articles. */
  list(): [gram: string, list: ArticleCounts][] {
    return this.grams.flatMap((gram, index): [string, ArticleCounts][] => {
      const list = this.lists.get(this.nodes[index] as GramNode);
      return list ? [[gram, list]] : [];
    });
  }
}
