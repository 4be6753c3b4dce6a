import { FIRST_GRAM, GramTree, PARAGRAPH_END, TITLE_MARK, UNITS } from '../../model/GramTree.ts';

const END = PARAGRAPH_END.charCodeAt(0);
/** Says that a paragraph begins. No text holds a unit 0. */
export const NOTHING_BEFORE = 0;

/** Told of each place of a text: the longest split string that begins there, the unit that ends the gram, and the unit before. */
export type GramVisitor = (node: number, unit: number, place: number, before: number) => void;

/**
 * Cuts whole texts into grams in one pass. What follows the first unit of a split string is split too,
 * so the next gram goes on where the last one ended instead of beginning anew (Aho and Corasick's links).
 */
export class GramWalker {
  readonly tree: GramTree;
  /** By node: the node of the string without its last unit, and without its first. */
  readonly parents: Int32Array;
  /** By node: how many units its string has; and the most. */
  readonly depths: Uint8Array;
  readonly depth: number;
  private readonly links: Int32Array;
  private readonly grams: readonly string[];

  constructor(grams: readonly string[]) {
    this.grams = grams;
    this.tree = new GramTree(grams);
    this.parents = new Int32Array(FIRST_GRAM + grams.length);
    this.links = new Int32Array(this.parents.length);
    this.depths = new Uint8Array(this.parents.length).fill(1);
    for (let node = 2; node < FIRST_GRAM; node++) {
      this.parents[node] = this.links[node] = node - 2 < UNITS ? 0 : 1;
    }
    grams.forEach((gram, index) => {
      const node = this.tree.nodes[index] as number;
      if (node < FIRST_GRAM) return;
      const from = gram.startsWith(TITLE_MARK) ? 1 : 0;
      this.parents[node] = this.tree.find(from, gram, from, gram.length - 1);
      this.links[node] = this.tree.find(from, gram, from + 1);
      this.depths[node] = gram.length - from;
    });
    this.depth = this.depths.reduce((most, depth) => Math.max(most, depth), 1);
  }

  walk(text: string, root: number, visit: GramVisitor): void {
    const { tree, links } = this;
    let node = root;
    let end = 0;
    let before = NOTHING_BEFORE;
    for (let place = 0; place < text.length; place++) {
      const first = text.charCodeAt(place);
      if (first === END) {
        node = root;
        end = place + 1;
        before = NOTHING_BEFORE;
        continue;
      }
      let below = tree.step(node, text.charCodeAt(end));
      while (below >= 0) {
        node = below;
        end++;
        below = tree.step(node, text.charCodeAt(end));
      }
      visit(node, text.charCodeAt(end), place, before);
      node = links[node] as number;
      before = first;
    }
  }

  /** Gives a node's string with its mark. */
  spell(node: number): string {
    if (node >= FIRST_GRAM) return this.grams[node - FIRST_GRAM] as string;
    const unit = String.fromCharCode((node - 2) % UNITS);
    return node - 2 < UNITS ? unit : TITLE_MARK + unit;
  }
}
