/** What clean HTML is made from: a flat list of blocks whose text is a list of runs. */

/** Marks of a run, in the order in which they nest, outermost first. */
export const MARKS = ['strong', 'em', 'u', 'del', 'mark', 'sup', 'sub', 'code'] as const;
export type Mark = (typeof MARKS)[number];

/** A run of text under the same marks. `\n` in the text is a line break. */
export interface Run {
  text: string;
  marks: readonly Mark[];
  /**
   * Address of the link that the run is part of: absolute http(s), `#` and the id of a place in the article, or, until
   * `linkArticles` has followed it, a path of the site that the file was written for.
   */
  href?: string;
  /** Ids by which links of the body lead to this run; `linkNotes` makes one of our own of them. */
  ids?: readonly string[];
  /** What is written in place of the text. */
  atom?: Atom;
  /** Language and direction, where they differ from those of the page. */
  lang?: string;
  dir?: 'rtl' | 'auto';
}

/** Words with their readings, or a formula: something in a line that is more than its text. */
export type Atom = { kind: 'ruby'; pairs: RubyPair[] } | { kind: 'math'; math: MathNode };

export interface RubyPair {
  base: string;
  reading: string;
}

/** An element of MathML that holds either a text or others. */
export interface MathNode {
  name: string;
  attributes: [name: string, value: string][];
  text?: string;
  children?: MathNode[];
}

/** A picture as the body names it, its address already made absolute or relative to the content file. */
export interface SourceImage {
  /** Empty where the body names no address that can be asked. */
  src: string;
  /** What the body says instead. */
  wanted?: string;
  alt: string;
  width?: number;
  height?: number;
}

/** Language and direction of a block, where they differ from those of the page. */
export type Tongue = Pick<Run, 'lang' | 'dir'>;

export interface Paragraph extends Tongue {
  kind: 'paragraph';
  runs: Run[];
  align?: 'center' | 'right';
  /** Class names of the source element; the rules on credits read them. */
  classes: string;
  /** The text stood outside of any paragraph element. */
  isBare?: boolean;
  /** Marked as a caption by the source (`img_descr`, `figcaption`, `legend`). */
  isCaption?: boolean;
  /** Stands for something else: for what the archive has not got, or for what a frame showed. */
  note?: 'missing' | 'card';
}

export interface Heading extends Tongue {
  kind: 'heading';
  level: number;
  runs: Run[];
  align?: 'center' | 'right';
}

export interface Figure {
  kind: 'figure';
  image: SourceImage;
  caption: Run[];
}

/** A film or a sound that plays in the article. */
export interface Media {
  kind: 'media';
  isVideo: boolean;
  /** Absolute https address. */
  src: string;
  /** Of the picture that is shown before. */
  poster?: string;
}

export interface List {
  kind: 'list';
  isOrdered: boolean;
  start?: number;
  /** How an ordered list counts. */
  type?: 'a' | 'A' | 'i' | 'I';
  isReversed?: boolean;
  items: Block[][];
  /** Numbers that items of an ordered list have of their own, by their places. */
  values?: Map<number, number>;
}

/** Terms and what is said of them. */
export interface Definitions {
  kind: 'definitions';
  entries: { isTerm: boolean; blocks: Block[] }[];
}

/** What opens when its summary is pressed. */
export interface Details {
  kind: 'details';
  summary: Run[];
  isOpen?: boolean;
  blocks: Block[];
}

export interface Quote {
  kind: 'quote';
  /** Links to other articles, not a quotation. */
  isRelated?: boolean;
  blocks: Block[];
}

export interface Cell {
  runs: Run[];
  /** In place of runs, where the cell holds more than words. */
  blocks?: Block[];
  isHeader: boolean;
  colspan: number;
  rowspan: number;
  /** Full-width blanks before the words: the depth of a table's row label. */
  indent: number;
}

export interface Table {
  kind: 'table';
  caption: Run[];
  rows: Cell[][];
}

export interface Preformatted {
  kind: 'pre';
  text: string;
}

export interface Rule {
  kind: 'rule';
}

export type Block =
  | Paragraph
  | Heading
  | Figure
  | Media
  | List
  | Definitions
  | Details
  | Quote
  | Table
  | Preformatted
  | Rule;

/** Gives the plain text of runs, which are tidy: a line break becomes a blank. */
export function readText(runs: readonly Run[]): string {
  let text = '';
  for (const run of runs) text += run.text;
  return text.includes('\n') ? text.replaceAll('\n', ' ') : text;
}

/**
 * Gives the length of runs in code units: most rules are about short lines, and this is known without making the
 * text.
 */
export function measureRuns(runs: readonly Run[]): number {
  let length = 0;
  for (const run of runs) length += run.text.length;
  return length;
}

/** Gives the plain text of blocks in reading order, one line per paragraph, heading, caption, item or table row. */
export function readBlockText(blocks: readonly Block[]): string {
  const lines: string[] = [];
  const visit = (list: readonly Block[]) => {
    for (const block of list) {
      if (block.kind === 'paragraph') lines.push(block.note ? '' : readText(block.runs));
      else if (block.kind === 'heading') lines.push(readText(block.runs));
      else if (block.kind === 'figure') lines.push(readText(block.caption));
      else if (block.kind === 'pre') lines.push(block.text);
      else if (block.kind === 'table') {
        lines.push(readText(block.caption));
        for (const row of block.rows) {
          lines.push(row.map((cell) => readText(cell.runs)).join(' '));
          for (const { blocks: inner = [] } of row) visit(inner);
        }
      } else {
        if (block.kind === 'details') lines.push(readText(block.summary));
        for (const inner of listInner(block)) visit(inner);
      }
    }
  };
  visit(blocks);
  return lines.filter((line) => line !== '').join('\n');
}

/** Returns the lists of blocks that stand within a block. */
export function listInner(block: Block): Block[][] {
  switch (block.kind) {
    case 'quote':
    case 'details':
      return [block.blocks];
    case 'list':
      return block.items;
    case 'definitions':
      return block.entries.map(({ blocks }) => blocks);
    case 'table':
      return block.rows.flatMap((row) => row.flatMap(({ blocks }) => (blocks ? [blocks] : [])));
    default:
      return [];
  }
}

/** Returns all blocks in reading order, each before those within it. */
export function listBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => [block, ...listInner(block).flatMap(listBlocks)]);
}

/** Returns a block with the lists of blocks within it changed. */
export function mapInner(block: Block, change: (blocks: Block[]) => Block[]): Block {
  const changeOwn = <T extends { blocks?: Block[] }>(part: T): T =>
    part.blocks ? { ...part, blocks: change(part.blocks) } : part;
  switch (block.kind) {
    case 'quote':
    case 'details':
      return changeOwn(block);
    case 'list':
      return { ...block, items: block.items.map(change) };
    case 'definitions':
      return { ...block, entries: block.entries.map(changeOwn) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(changeOwn)) };
    default:
      return block;
  }
}

/** Returns the lists of runs that are a block's own, not those of blocks within it. */
export function listRuns(block: Block): Run[][] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.runs];
    case 'figure':
      return [block.caption];
    case 'details':
      return [block.summary];
    case 'table':
      return [block.caption, ...block.rows.flatMap((row) => row.map(({ runs }) => runs))];
    default:
      return [];
  }
}
