import type { BlockBuilder } from '../html/BlockBuilder.ts';
import type { Block, Cell, Run } from '../html/blocks.ts';
import { readText } from '../html/blocks.ts';
import { readClasses } from '../html/readElementStyle.ts';
import { tidyRuns } from '../html/tidyRuns.ts';
import { type ElementNode, readAttribute, readElementText } from '../html/walkTree.ts';

interface OpenCell {
  blocks: Block[];
  /** Its class says that it is the caption of the picture above it. */
  isCaption: boolean;
  cell: Omit<Cell, 'runs'>;
}

/** Spans above this come from broken markup; browsers cap colspan at 1000. */
const MAX_SPAN = 100;

/**
 * Collects one table. Layout tables (one cell, or cells that hold tables, lists or headings) give their content back
 * to the page.
 */
export class TableReader {
  private readonly rows: OpenCell[][] = [];
  /** Of all its `caption` elements: browsers show each, though only one is allowed. */
  private readonly caption: Block[] = [];
  private readonly builder: BlockBuilder;

  constructor(builder: BlockBuilder) {
    this.builder = builder;
  }

  /** Opens a `tr`, `td`, `th` or `caption` and gives the function that closes it. */
  open(element: ElementNode): () => void {
    const name = element.tagName;
    this.builder.closeParagraph();
    if (name === 'tr') {
      this.rows.push([]);
      return () => this.builder.closeParagraph();
    }
    this.builder.openContainer();
    return () => {
      const blocks = this.builder.closeContainer();
      if (name === 'caption') this.caption.push(...blocks);
      else this.addCell(element, blocks);
    };
  }

  /** Hands the finished table, or its content, to the builder. */
  close(): void {
    this.builder.closeParagraph();
    const rows = this.rows.filter((row) => row.length > 0);
    const cells = rows.flat();
    const hasText = cells.some(({ blocks }) => blocks.some((block) => block.kind !== 'figure'));
    // A list or a quote in one of many cells is a part of the table; side by side, cells are columns of a page.
    const isGrid = rows.length > 1 && rows.some((row) => row.length > 1);
    // A picture with its caption in a cell below it, as Blogger writes them.
    const isColumn = rows.every((row) => row.length === 1);
    const isPage = cells.some(({ blocks }) =>
      blocks.some((block) => isLayout(block, isGrid) || (isColumn && block.kind === 'figure')),
    );
    if (cells.length < 2 || !hasText || isPage) {
      for (const block of this.caption) this.builder.push(block);
      for (const cell of cells) this.passOn(cell);
      return;
    }
    // A caption is words; what else stands in it goes before the table.
    for (const block of this.caption) if (!isWords(block)) this.builder.push(block);
    this.builder.push({
      kind: 'table',
      caption: joinRuns(this.caption),
      rows: rows.map((row) => row.map(finishCell)),
    });
  }

  /** Hands the content of a cell that only lays a page out to the builder. */
  private passOn({ blocks, isCaption }: OpenCell): void {
    const { lastFigure } = this.builder;
    if (isCaption && lastFigure?.caption.length === 0 && blocks.every(isWords))
      lastFigure.caption = joinRuns(blocks);
    else for (const block of blocks) this.builder.push(block);
  }

  private addCell(element: ElementNode, blocks: Block[]): void {
    if (this.rows.length === 0) this.rows.push([]);
    const blanks = /^[\s\u00a0\u3000]*/.exec(readElementText(element))?.[0] ?? '';
    this.rows.at(-1)?.push({
      blocks,
      isCaption: readClasses(element).includes(' tr-caption '),
      cell: {
        isHeader: element.tagName === 'th',
        colspan: readSpan(element, 'colspan'),
        rowspan: readSpan(element, 'rowspan'),
        indent: Math.min(4, blanks.split('\u3000').length - 1),
      },
    });
  }
}

/** Tells whether joinRuns takes a block. */
export function isWords({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'heading' || kind === 'pre';
}

/** Words alone are lines of one text. */
function finishCell({ blocks, cell }: OpenCell): Cell {
  const isText = blocks.every(
    (block) =>
      (block.kind === 'paragraph' || block.kind === 'heading') && !block.lang && !block.dir,
  );
  return isText ? { ...cell, runs: joinRuns(blocks) } : { ...cell, runs: [], blocks };
}

function isLayout({ kind }: Block, isGrid: boolean): boolean {
  if (kind === 'table' || kind === 'heading') return true;
  return !isGrid && (kind === 'list' || kind === 'quote' || kind === 'definitions');
}

function readSpan(element: ElementNode, name: string): number {
  const span = Number.parseInt(readAttribute(element, name) ?? '1', 10);
  return span > 1 ? Math.min(span, MAX_SPAN) : 1;
}

/** Makes lines of one text of paragraphs. */
export function joinRuns(blocks: Block[]): Run[] {
  const runs: Run[] = [];
  for (const block of blocks) {
    const own =
      block.kind === 'paragraph' || block.kind === 'heading'
        ? block.runs
        : block.kind === 'pre'
          ? [{ text: block.text, marks: ['code'] as const }]
          : [];
    if (readText(own) === '') continue;
    if (runs.length > 0) runs.push({ text: '\n', marks: [] });
    runs.push(...own);
  }
  return tidyRuns(runs);
}
