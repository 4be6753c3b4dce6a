import type { Atom, Block, Figure, Mark, Paragraph, Run, SourceImage, Tongue } from './blocks.ts';
import { MARKS } from './blocks.ts';
import { SOFT_BREAK, tidyRuns, trimRun } from './tidyRuns.ts';

/** How the text that comes next is to be taken. */
export interface ParagraphStyle extends Tongue {
  align?: 'center' | 'right' | 'left';
  classes: string;
  isBare?: boolean;
  isCaption?: boolean;
  headingLevel?: number;
}

/** Text outside of any paragraph element. */
const NO_STYLE: Readonly<ParagraphStyle> = { classes: '', isBare: true };

/** White space, and characters without a width, which only break words; not the single blanks, which stay. */
const BLANKS =
  / [\s\u200b\u200c\u2060\u00ad]+|(?:[^\S ]|[\u200b\u200c\u2060\u00ad])[\s\u200b\u200c\u2060\u00ad]*/g;

/** Where a text begins, behind blanks. */
const NO_BLANK = /[^\s\u200b\u200c\u2060\u00ad]/;
/** Most texts hold nothing that BLANKS finds, and to look for one of these takes a third of the time. */
const RARE_BLANK = /[^\S ]|[\u200b\u200c\u2060\u00ad\0]| {2}/;

/**
 * Collects blocks while a tree is walked: text goes into the open paragraph, the border of any block element closes
 * it.
 */
export class BlockBuilder {
  /** Containers from the outermost to the innermost: the body, quotes, list items, cells. */
  private readonly containers: Block[][] = [[]];
  private runs: Run[] = [];
  /** The runs hold single blanks at most, and no line breaks. */
  private isPlain = true;
  private style: ParagraphStyle = NO_STYLE;
  private readonly depths = new Map<Mark, number>();
  private readonly links: (string | undefined)[] = [];
  /** Marks and link of the text that comes next; renewed when one of them opens or closes. */
  private marks: readonly Mark[] = [];
  private href: string | undefined;
  /** Ids of elements that have begun since the last text. */
  private ids: string[] = [];
  private readonly tongues: Tongue[] = [];
  private readonly frames: number[] = [];
  private preformatted: string | undefined;

  /** Blocks of the innermost container. */
  get blocks(): Block[] {
    return this.containers.at(-1) as Block[];
  }

  /** The picture that nothing has come behind. */
  get lastFigure(): Figure | undefined {
    const last = this.blocks.at(-1);
    return this.runs.length === 0 && last?.kind === 'figure' ? last : undefined;
  }

  /** Whether the next text stands below a picture, in one frame with it. */
  get isBelowFramed(): boolean {
    return this.frames.length > 0 && this.lastFigure !== undefined;
  }

  /** Open containers around the next block. */
  get depth(): number {
    return this.containers.length;
  }

  openContainer(): void {
    this.closeParagraph();
    this.containers.push([]);
  }

  closeContainer(): Block[] {
    this.closeParagraph();
    return this.containers.length > 1 ? (this.containers.pop() as Block[]) : [];
  }

  push(block: Block): void {
    this.closeParagraph();
    if (block.kind === 'table' && block.caption.length === 0)
      block.caption = this.takeCaptionBefore();
    this.blocks.push(block);
  }

  addMark(mark: Mark, step: 1 | -1): void {
    this.depths.set(mark, (this.depths.get(mark) ?? 0) + step);
    this.marks = MARKS.filter((each) => (this.depths.get(each) ?? 0) > 0);
  }

  openLink(href: string | undefined): void {
    this.links.push(href);
    this.renewLink();
  }

  closeLink(): void {
    this.links.pop();
    this.renewLink();
  }

  /** Notes that links lead to the text that comes next. */
  addId(id: string): void {
    this.ids.push(id);
  }

  openTongue(tongue: Tongue): void {
    this.tongues.push(tongue);
  }

  closeTongue(): void {
    this.tongues.pop();
  }

  /** Adds something in the line that is more than its text. */
  addAtom(atom: Atom, text: string): void {
    if (this.preformatted !== undefined) this.preformatted += text;
    else if (text !== '') this.addRun(text, false, atom);
  }

  /** Opens the element around a picture and its caption; a caption belongs to the pictures in its own frame. */
  openFrame(): void {
    this.closeParagraph();
    this.frames.push(this.blocks.length);
  }

  closeFrame(): void {
    this.closeParagraph();
    this.frames.pop();
  }

  openPreformatted(): void {
    this.closeParagraph();
    this.preformatted ??= '';
  }

  closePreformatted(): void {
    const text = (this.preformatted ?? '')
      .replace(/\u00a0/g, ' ')
      .replace(/[^\S\n]+$/gm, '')
      .replace(/^\n+|\n+$/g, '');
    this.preformatted = undefined;
    if (text.trim() !== '') this.blocks.push({ kind: 'pre', text });
  }

  addText(value: string): void {
    if (this.preformatted !== undefined) {
      this.preformatted += value;
      return;
    }
    // Blanks at the beginning of a paragraph go in any case.
    const start = this.runs.length === 0 ? value.search(NO_BLANK) : 0;
    if (start === -1) return;
    const own = start === 0 ? value : value.slice(start);
    const isPlain = !RARE_BLANK.test(own);
    const text = isPlain ? own : own.replace(BLANKS, reduceBlanks);
    if (text !== '') this.addRun(text, isPlain);
  }

  addBreak(): void {
    if (this.preformatted !== undefined) this.preformatted += '\n';
    else this.addRun('\n', false);
  }

  addImage(image: SourceImage): void {
    const style = this.style;
    this.closeParagraph();
    const caption = this.takeCaptionBefore();
    this.blocks.push({ kind: 'figure', image, caption });
    this.style = style;
  }

  /** Says how the next text is to be taken; the text before it is closed. */
  openParagraph(style: ParagraphStyle): void {
    this.closeParagraph();
    this.style = style;
  }

  /** Lets an inline element that stands before any text speak for its whole paragraph. */
  refineParagraph(change: Partial<ParagraphStyle>): void {
    if (this.runs.every((run) => run.text.trim() === '')) this.style = { ...this.style, ...change };
  }

  closeParagraph(): void {
    const { runs, style, isPlain } = this;
    this.style = NO_STYLE;
    if (runs.length === 0) return;
    this.runs = [];
    this.isPlain = true;
    const [run] = runs;
    if (isPlain && runs.length === 1 && run) this.addParagraph(trimRun(run), style);
    else for (const part of splitAtDoubleBreaks(tidyRuns(runs))) this.addParagraph(part, style);
  }

  private addParagraph(runs: Run[], style: ParagraphStyle): void {
    if (runs.length === 0) return;
    const look = {
      ...(style.align === 'center' || style.align === 'right' ? { align: style.align } : {}),
      ...(style.lang ? { lang: style.lang } : {}),
      ...(style.dir ? { dir: style.dir } : {}),
    };
    if (style.headingLevel !== undefined) {
      this.blocks.push({ kind: 'heading', level: style.headingLevel, runs, ...look });
      return;
    }
    const last = this.blocks.length > this.frameStart ? this.blocks.at(-1) : undefined;
    const isCaptioned =
      last?.kind === 'figure' || (last?.kind === 'table' && this.frames.length > 0);
    if (style.isCaption && isCaptioned && last.caption.length === 0) {
      last.caption = runs;
      return;
    }
    const paragraph: Paragraph = { kind: 'paragraph', runs, classes: style.classes, ...look };
    if (style.isBare) paragraph.isBare = true;
    if (style.isCaption) {
      paragraph.isCaption = true;
      const isFilm = last?.kind === 'media' || (last?.kind === 'paragraph' && last.note);
      if (isFilm) paragraph.align ??= 'center';
    }
    this.blocks.push(paragraph);
  }

  /** A `figcaption` may stand before its picture. */
  private takeCaptionBefore(): Run[] {
    const last = this.blocks.at(-1);
    if (this.frames.length === 0 || this.blocks.length <= this.frameStart) return [];
    if (last?.kind !== 'paragraph' || !last.isCaption) return [];
    this.blocks.pop();
    return last.runs;
  }

  /** Blocks before this one are outside of the innermost picture frame. */
  private get frameStart(): number {
    return this.frames.at(-1) ?? 0;
  }

  private addRun(text: string, isPlain: boolean, atom?: Atom): void {
    const { marks, href } = this;
    if (!isPlain) this.isPlain = false;
    const run: Run = { text, marks };
    if (href !== undefined) run.href = href;
    if (atom) run.atom = atom;
    if (this.tongues.length > 0) Object.assign(run, ...this.tongues);
    if (this.ids.length > 0 && text.trim() !== '') {
      run.ids = this.ids;
      this.ids = [];
    }
    this.runs.push(run);
  }

  /** The innermost link that leads somewhere. */
  private renewLink(): void {
    this.href = this.links.findLast((link) => link !== undefined);
  }
}

/** U+0020, U+00A0 and U+3000 are one and the same in these files; a line break of the source is a blank that may go. */
function reduceBlanks(blanks: string): string {
  if (blanks === '\u3000\u3000') return ' ';
  const white = blanks.replace(/[\u200b\u200c\u2060\ufeff\u00ad]/g, '');
  if (white === '') return '';
  return /[\n\r]/.test(white) && !/[\u3000\u00a0]/.test(white) ? SOFT_BREAK : ' ';
}

/** Two line breaks in a row are how `<br><br>` bodies write paragraphs. */
function splitAtDoubleBreaks(runs: Run[]): Run[][] {
  if (!runs.some((run) => run.text.includes('\n'))) return [runs];
  const parts: Run[][] = [[]];
  for (const run of runs) {
    const pieces = run.text.split(/ *\n(?: *\n)+ */);
    pieces.forEach((text, index) => {
      if (index > 0) parts.push([]);
      if (text !== '') parts.at(-1)?.push({ ...run, text });
    });
  }
  return parts.map(tidyRuns).filter((part) => part.length > 0);
}
