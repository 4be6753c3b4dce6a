import { PARAGRAPH_END, TITLE_MARK } from '../../model/search/grams.ts';

/** A string that the plan splits, as a node of the tree of all of them; its parent is the string without its end. */
export interface GramNode {
  /** Numbers count from 0. */
  id: number;
  /** The roots have none. */
  parent: GramNode | undefined;
  /** The string's last unit, and its length in units. */
  unit: number;
  depth: number;
  /** The node of the string without its first unit: a gram goes on where the last one ended. */
  link: GramNode;
  /** Strings that are one unit longer, by that unit. */
  children: Map<number, GramNode>;
  /** Numbers of the grams that are the string and one unit behind it, or before it, by that unit. */
  behind: Map<number, number>;
  before: Map<number, number>;
}

/** What a gram is made of: a string, and a unit behind it or before it. */
interface Gram {
  node: GramNode;
  unit: number;
  isBefore: boolean;
}

interface Place {
  node: GramNode;
  /** Its unit, and the one that follows the node's string. */
  first: number;
  next: number;
  place: number;
  before: number;
}

const END = PARAGRAPH_END.charCodeAt(0);
/** Says that a paragraph begins. No text holds a unit 0. */
export const NOTHING_BEFORE = 0;

/**
 * Told of each place of a text: the longest split string that begins there, the gram (by number), and the unit before.
 */
export type GramVisitor = (node: GramNode, gram: number, place: number, before: number) => void;

/**
 * Cuts whole texts into grams in one pass, as `cutGram` cuts them one by one, and numbers the grams as they appear.
 *
 * An example: the plan splits 银 and 银行. In 中国银行在 the place of 银 has the longest split string 银行, and its gram
 * is 银行在: the string and the unit behind it. The place of 国 has the split string 国 (all single units are split), and
 * since a longer one begins at the next place, its gram is 国银行: the unit before that string, and the string. What
 * follows the first unit of a split string is split too (Aho and Corasick's links), so no unit is read twice.
 */
export class GramWalker {
  private readonly grams: Gram[] = [];
  private nodeCount = 0;
  /** The nodes that stand for nothing read yet, of a body and of a title. */
  readonly bodyRoot = this.addNode(undefined, 0);
  readonly titleRoot = this.addNode(undefined, 0);
  /** By place in the plan's grams. */
  readonly nodes: GramNode[] = [];
  /** The length of the longest split string. */
  depth = 1;

  /** `grams`: what was split, each after its beginnings; without its first unit, each is among them too. */
  constructor(grams: readonly string[]) {
    for (const gram of grams) {
      const { root, string } = this.readMark(gram);
      const node = this.addNode(
        this.find(root, string.slice(0, -1)),
        string.charCodeAt(string.length - 1),
      );
      this.nodes.push(node);
      this.depth = Math.max(this.depth, node.depth);
    }
    grams.forEach((gram, index) => {
      const { root, string } = this.readMark(gram);
      (this.nodes[index] as GramNode).link = this.find(root, string.slice(1));
    });
  }

  walk(text: string, root: GramNode, visit: GramVisitor): void {
    let node = root;
    let end = 0;
    let before = NOTHING_BEFORE;
    // A place is told of when the split string that begins at the next one is known, since its gram depends on that.
    let last: Place | undefined;
    const tell = (following: GramNode) => {
      if (!last) return;
      const gram =
        following.depth > last.node.depth
          ? this.obtainGram(following, last.first, true)
          : this.obtainGram(last.node, last.next, false);
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
      for (let child = this.follow(node, text.charCodeAt(end)); child; end++) {
        node = child;
        child = this.follow(node, text.charCodeAt(end + 1));
      }
      tell(node);
      last = { node, first, next: text.charCodeAt(end), place, before };
      node = node.link;
      before = first;
    }
  }

  /** Returns a gram's string with its mark. */
  spell(gram: number): string {
    const { node, unit, isBefore } = this.grams[gram] as Gram;
    let string = '';
    let at = node;
    for (; at.parent; at = at.parent) string = String.fromCharCode(at.unit) + string;
    const mark = at === this.titleRoot ? TITLE_MARK : '';
    const other = String.fromCharCode(unit);
    return mark + (isBefore ? other + string : string + other);
  }

  /** All single units are nodes. */
  private follow(node: GramNode, unit: number): GramNode | undefined {
    return node.children.get(unit) ?? (node.parent ? undefined : this.addNode(node, unit));
  }

  private obtainGram(node: GramNode, unit: number, isBefore: boolean): number {
    const numbers = isBefore ? node.before : node.behind;
    const known = numbers.get(unit);
    if (known !== undefined) return known;
    numbers.set(unit, this.grams.length);
    return this.grams.push({ node, unit, isBefore }) - 1;
  }

  private find(root: GramNode, string: string): GramNode {
    let node: GramNode | undefined = root;
    for (let i = 0; node && i < string.length; i++) node = this.follow(node, string.charCodeAt(i));
    if (!node) throw new Error('a gram of the plan stands before its beginnings');
    return node;
  }

  private addNode(parent: GramNode | undefined, unit: number): GramNode {
    const known = parent?.children.get(unit);
    if (known) return known;
    const node: Omit<GramNode, 'link'> & { link?: GramNode } = {
      id: this.nodeCount++,
      parent,
      unit,
      depth: parent ? parent.depth + 1 : 0,
      children: new Map(),
      behind: new Map(),
      before: new Map(),
    };
    // Of a single unit nothing remains without it; the links of the others are found when all are there.
    node.link = parent ?? (node as GramNode);
    parent?.children.set(unit, node as GramNode);
    return node as GramNode;
  }

  private readMark(gram: string): { root: GramNode; string: string } {
    return gram.startsWith(TITLE_MARK)
      ? { root: this.titleRoot, string: gram.slice(TITLE_MARK.length) }
      : { root: this.bodyRoot, string: gram };
  }
}
