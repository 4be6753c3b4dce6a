import { PARAGRAPH_END, TITLE_MARK } from '../../model/search/searchTerms.ts';

/** The nodes that stand for nothing read yet: of a body and of a title. */
export const BODY_ROOT = 0;
export const TITLE_ROOT = 1;
const END = PARAGRAPH_END.charCodeAt(0);
/** Says that a paragraph begins. No text holds a unit 0. */
export const NOTHING_BEFORE = 0;

/**
 * Told of each place of a text: the longest split string that begins there (a node), the gram (by number), and the
 * unit before.
 */
export type GramVisitor = (node: number, gram: number, place: number, before: number) => void;

interface Place {
  node: number;
  /** Its unit, and the one with which the text goes beyond the node. */
  first: number;
  beyond: number;
  place: number;
  before: number;
}

/**
 * Numbers of a slot: node, unit, and what is there: a node, or a gram as -1 - number. One line of the processor's
 * cache holds four slots.
 */
const SLOT = 4;
const EMPTY = -1;
/** Stands for a node, subtracted from it, where a unit goes before and not beyond it. Below EMPTY. */
const LENGTHENED = -2;

/**
 * Cuts whole texts into grams in one pass, as `cutGram` cuts them one by one, and numbers the grams as they appear.
 * What follows the first unit of a split string is split too, so the next gram goes on where the last one ended
 * instead of beginning anew (Aho and Corasick's links). Nodes and grams are the edges of one table.
 */
export class GramWalker {
  /** By node: the node of the string without its last unit, and its length. */
  readonly parents: number[] = [0, 0];
  readonly depths: number[] = [0, 0];
  /** By place in the plan's grams. */
  readonly nodes: number[] = [];
  /**
   * By number of a gram: the node that it goes beyond, and the unit with which it does; or, as LENGTHENED - node, the
   * node that it begins one unit before, and that unit.
   */
  readonly gramNodes: number[] = [];
  readonly gramUnits: number[] = [];
  private readonly links: number[] = [0, 0];
  private readonly lastUnits: number[] = [0, 0];
  private slots = new Int32Array(SLOT << 16).fill(EMPTY);
  private mask = (1 << 16) - 1;
  private filled = 0;

  /** `grams`: what was split, each after its beginnings; without its first unit, each is among them too. */
  constructor(grams: readonly string[]) {
    for (const gram of grams) {
      const { root, from } = readMark(gram);
      let node = root;
      for (let i = from; i < gram.length - 1; i++) node = this.descend(node, gram.charCodeAt(i));
      this.nodes.push(this.addNode(node, gram.charCodeAt(gram.length - 1)));
    }
    grams.forEach((gram, index) => {
      const { root, from } = readMark(gram);
      let node = root;
      for (let i = from + 1; i < gram.length; i++) node = this.descend(node, gram.charCodeAt(i));
      this.links[this.nodes[index] as number] = node;
    });
  }

  walk(text: string, root: number, visit: GramVisitor): void {
    const { links, depths } = this;
    let node = root;
    let end = 0;
    let before = NOTHING_BEFORE;
    // A place is told of when the split string that begins at the next one is known, since its gram depends on that.
    let last: Place | undefined;
    const tell = (next: number) => {
      if (!last) return;
      const isLonger =
        next > TITLE_ROOT && (depths[next] as number) > (depths[last.node] as number);
      const gram = isLonger
        ? this.obtainGram(LENGTHENED - next, last.first)
        : this.obtainGram(last.node, last.beyond);
      visit(last.node, gram, last.place, last.before);
    };
    for (let place = 0; place < text.length; place++) {
      const first = text.charCodeAt(place);
      if (first === END) {
        tell(root);
        last = undefined;
        node = root;
        end = place + 1;
        before = NOTHING_BEFORE;
        continue;
      }
      let next = this.follow(node, text.charCodeAt(end));
      while (next >= 0) {
        node = next;
        end++;
        next = this.follow(node, text.charCodeAt(end));
      }
      tell(node);
      last = { node, first, beyond: text.charCodeAt(end), place, before };
      node = links[node] as number;
      before = first;
    }
  }

  /** Gives a gram's string with its mark. */
  spell(gram: number): string {
    const unit = String.fromCharCode(this.gramUnits[gram] as number);
    const owner = this.gramNodes[gram] as number;
    let text = owner < 0 ? '' : unit;
    let node = owner < 0 ? LENGTHENED - owner : owner;
    for (; node > TITLE_ROOT; node = this.parents[node] as number)
      text = String.fromCharCode(this.lastUnits[node] as number) + text;
    const mark = node === TITLE_ROOT ? TITLE_MARK : '';
    return owner < 0 ? mark + unit + text : mark + text;
  }

  /** Gives the node below, or a negative number. */
  private follow(node: number, unit: number): number {
    const below = this.slots[this.findSlot(node, unit) + 2] as number;
    // All single units are nodes.
    return below < 0 && node <= TITLE_ROOT ? this.addNode(node, unit) : below;
  }

  /** `owner`: see `gramNodes`. */
  private obtainGram(owner: number, unit: number): number {
    const slot = this.findSlot(owner, unit);
    if (this.slots[slot] !== EMPTY) return -1 - (this.slots[slot + 2] as number);
    this.gramNodes.push(owner);
    this.gramUnits.push(unit);
    return -1 - this.fill(slot, owner, unit, -this.gramNodes.length);
  }

  private descend(node: number, unit: number): number {
    const below = this.follow(node, unit);
    if (below < 0) throw new Error('a gram of the plan stands before its beginnings');
    return below;
  }

  private addNode(parent: number, unit: number): number {
    const slot = this.findSlot(parent, unit);
    if (this.slots[slot] !== EMPTY) return this.slots[slot + 2] as number;
    const node = this.parents.length;
    this.parents.push(parent);
    // Of a single unit nothing remains without it; the links of the others are found when all are there.
    this.links.push(parent);
    this.lastUnits.push(unit);
    this.depths.push((this.depths[parent] as number) + 1);
    return this.fill(slot, parent, unit, node);
  }

  private findSlot(node: number, unit: number): number {
    const { slots, mask } = this;
    let slot = hash(node, unit) & mask;
    for (;;) {
      const at = slot * SLOT;
      const found = slots[at];
      if (found === EMPTY || (found === node && slots[at + 1] === unit)) return at;
      slot = (slot + 1) & mask;
    }
  }

  private fill(slot: number, node: number, unit: number, value: number): number {
    this.slots[slot] = node;
    this.slots[slot + 1] = unit;
    this.slots[slot + 2] = value;
    if (++this.filled * 2 > this.mask) this.grow();
    return value;
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 2).fill(EMPTY);
    this.mask = this.mask * 2 + 1;
    for (let at = 0; at < old.length; at += SLOT) {
      if (old[at] === EMPTY) continue;
      const slot = this.findSlot(old[at] as number, old[at + 1] as number);
      this.slots.set(old.subarray(at, at + SLOT), slot);
    }
  }
}

function readMark(gram: string): { root: number; from: number } {
  return gram.startsWith(TITLE_MARK)
    ? { root: TITLE_ROOT, from: TITLE_MARK.length }
    : { root: BODY_ROOT, from: 0 };
}

function hash(node: number, unit: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
