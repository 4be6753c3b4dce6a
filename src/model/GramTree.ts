/** The tree's two roots: texts of bodies and of titles are kept apart, so that titles can be searched alone. */
export const BODY_ROOT = 0;
export const TITLE_ROOT = 1;
/** Stands before a title's gram where it is written out. */
export const TITLE_MARK = '\u0001';
/** Stands before a stock's code or name, which is a term as a whole. */
export const STOCK_MARK = '\u0002';
/** Ends each paragraph of a text; no hit crosses it. */
export const PARAGRAPH_END = '\n';

export const UNITS = 0x10000;
/** The first node that is not a single unit: that of the first gram. */
export const FIRST_GRAM = 2 + 2 * UNITS;

/**
 * Cuts texts into grams, the same way where the index is built and where it is asked.
 *
 * The tree holds the strings that are so frequent that they were split: all single units, and the grams that the plan names.
 * The gram at a place of a text is the shortest string beginning there that the tree does not hold. So every place of a text
 * belongs to exactly one gram, no gram is too frequent, and a string of any length is found through the grams that cover it.
 */
export class GramTree {
  /** The node of each gram that the tree was made from. */
  readonly nodes: Int32Array;
  private readonly keys: Float64Array;
  private readonly values: Int32Array;
  private readonly mask: number;
  /** By node: something is below it. Most have nothing, and need not be looked for. */
  private readonly isParent: Uint8Array;

  /** `grams`: what was split, with its mark, in order: each gram stands after its beginnings. */
  constructor(grams: readonly string[]) {
    let size = 16;
    while (size < grams.length * 3) size *= 2;
    this.mask = size - 1;
    this.keys = new Float64Array(size).fill(-1);
    this.values = new Int32Array(size);
    this.nodes = new Int32Array(grams.length);
    this.isParent = new Uint8Array(FIRST_GRAM + grams.length);
    grams.forEach((gram, index) => {
      this.nodes[index] = this.add(gram, FIRST_GRAM + index);
    });
  }

  /** Gives the node of `unit` below `node`, or -1 where the gram ends there. */
  step(node: number, unit: number): number {
    if (node < 2) return 2 + node * UNITS + unit;
    if (!this.isParent[node]) return -1;
    const key = node * UNITS + unit;
    let slot = hash(node, unit) & this.mask;
    for (;;) {
      const found = this.keys[slot] as number;
      if (found === key) return this.values[slot] as number;
      if (found < 0) return -1;
      slot = (slot + 1) & this.mask;
    }
  }

  /** Gives the node of a whole string below a root, or -1. */
  find(root: number, text: string, from = 0, to = text.length): number {
    let node = root;
    for (let i = from; i < to && node >= 0; i++) node = this.step(node, text.charCodeAt(i));
    return node;
  }

  /** Gives the end of the gram that begins at `from`, or -1 where the text ends before the gram does. */
  cut(root: number, text: string, from: number): number {
    let node = root;
    for (let i = from; i < text.length; i++) {
      node = this.step(node, text.charCodeAt(i));
      if (node < 0) return i + 1;
    }
    return -1;
  }

  private add(gram: string, node: number): number {
    const isTitle = gram.startsWith(TITLE_MARK);
    const [root, from] = isTitle ? [TITLE_ROOT, 1] : [BODY_ROOT, 0];
    const parent = this.find(root, gram, from, gram.length - 1);
    const unit = gram.charCodeAt(gram.length - 1);
    // Single units are nodes of their own accord; the plan names those with a list of articles.
    if (parent === root) return this.step(root, unit);
    if (parent < 0) throw new Error(`the gram ${gram} stands before its beginnings`);
    let slot = hash(parent, unit) & this.mask;
    while ((this.keys[slot] as number) >= 0) slot = (slot + 1) & this.mask;
    this.isParent[parent] = 1;
    this.keys[slot] = parent * UNITS + unit;
    this.values[slot] = node;
    return node;
  }
}

function hash(node: number, unit: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
