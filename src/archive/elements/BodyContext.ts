import { BlockBuilder, type ParagraphStyle } from '../html/BlockBuilder.ts';
import type { Block, Definitions, Figure, List, Run } from '../html/blocks.ts';
import type { Dropped, DropRule } from '../html/Dropped.ts';
import type { ElementStyle } from '../html/readElementStyle.ts';
import { type ElementNode, readElementText, walkTree } from '../html/walkTree.ts';
import type { TableReader } from './TableReader.ts';

/** What a body holds beside its blocks. */
export interface BodyReading {
  blocks: Block[];
  /** Contents of the comments, in order: Sina keeps stock codes, credits and promotion there. */
  comments: string[];
  /** Texts of the editor line's element. */
  editorLines: string[];
  /** Names (and what they do) that a template prints beside the text, e.g. Zhihu's answerer. */
  authors: string[];
  /** Company names by code, from the links on the text's words. */
  stockNames: Map<string, string>;
  /** Address of the original, where a template hides it in the body. */
  original?: string | undefined;
  hasVideo: boolean;
  /** Addresses of films, sounds and frames that can't be had. */
  missing: string[];
  /** What is in the body and not in the blocks, in order. */
  dropped: Dropped[];
}

/** A note that a page shows when its mark is touched. */
export interface HiddenNote {
  text: string;
  /** Absolute address that the note names. */
  href?: string;
}

/** Quotes, lists and tables nested deeper than this pass their content on to the one around them. */
const MAX_DEPTH = 8;

/** Elements whose markup is a text for the parser. */
const RAW = /^(?:noscript|noembed|noframes|iframe)$/;

/** Closes what a handler has opened. */
export type Closer = () => void;

/** What is known of an element before its handler is asked. */
export interface Look {
  /** As `readClasses` gives them. */
  classes: string;
  style: Readonly<ElementStyle>;
}

/** Opens what an element stands for, and returns the function that closes it. */
export type Opener = (element: ElementNode, context: BodyContext, look: Look) => Closer;

/** What the handlers of elements share while one body is read. */
export class BodyContext {
  readonly builder = new BlockBuilder();
  readonly reading: BodyReading = {
    blocks: this.builder.blocks,
    comments: [],
    editorLines: [],
    authors: [],
    stockNames: new Map(),
    hasVideo: false,
    missing: [],
    dropped: [],
  };
  /** How the text of the open elements stands. */
  readonly layouts: Pick<ParagraphStyle, 'align' | 'lang' | 'dir'>[] = [];
  /** Open lists and tables; undefined for one that is nested too deep and only passes its content on. */
  readonly lists: (Pick<List, 'items' | 'values'> | undefined)[] = [];
  readonly definitions: (Definitions['entries'] | undefined)[] = [];
  readonly details: (Run[] | undefined)[] = [];
  readonly tables: (TableReader | undefined)[] = [];
  headingLevel: number | undefined;
  /** Addresses of all pictures so far. */
  readonly pictures = new Set<string>();
  /** The large picture that the link around the next one leads to. */
  linkedPicture: string | undefined;
  /** The last picture that a `noscript` held; what its script would show may come behind it. */
  unscripted: Figure | undefined;
  /** Notes whose words stand in an attribute only. */
  readonly hiddenNotes: HiddenNote[] = [];
  /** A formula was read whose source comes once more. */
  isFormulaShown = false;
  /** Ids that links of the body lead to. */
  readonly wantedIds: ReadonlySet<string>;
  /** Within code that holds pictures. */
  isInCode = false;
  private readonly distrusted: ReadonlySet<DropRule>;

  constructor(distrusted: ReadonlySet<DropRule>, wantedIds: ReadonlySet<string>) {
    this.wantedIds = wantedIds;
    this.distrusted = distrusted;
  }

  /** Whether a rule may leave something of this body out. */
  believes(rule: DropRule): boolean {
    return !this.distrusted.has(rule);
  }

  get isTooDeep(): boolean {
    return this.builder.depth > MAX_DEPTH;
  }

  /** What a paragraph takes from the elements around it. */
  get inherited(): Pick<ParagraphStyle, 'align' | 'lang' | 'dir'> {
    return this.layouts.at(-1) ?? {};
  }

  readonly closeParagraph: Closer = () => this.builder.closeParagraph();

  /** Adds a line that stands for something else. */
  addNote(text: string, note: 'missing' | 'card', href?: string): void {
    const run: Run = href === undefined ? { text, marks: [] } : { text, marks: [], href };
    this.builder.push({ kind: 'paragraph', runs: [run], classes: '', note });
  }

  /** Notes that a rule leaves an element out. */
  drop(rule: DropRule, element: ElementNode): void {
    const all = readElementText(element).trim();
    const text = RAW.test(element.tagName) ? all.replace(/<[^<>]*>/g, '').trim() : all;
    const pictures = countPictures(element);
    if (text !== '' || pictures > 0) this.reading.dropped.push({ rule, text, pictures });
  }
}

function countPictures(element: ElementNode): number {
  let count = element.tagName === 'img' ? 1 : 0;
  walkTree(element, {
    enter(child) {
      if (child.tagName === 'img') count++;
      return true;
    },
    leave: () => {},
    text: () => {},
    comment: () => {},
  });
  return count;
}
