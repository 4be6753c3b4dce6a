import {
  type Block,
  type Cell,
  type Definitions,
  type Figure,
  type List,
  type Media,
  readText,
  type Table,
} from './blocks.ts';
import { chooseAlt } from './readImage.ts';
import { escapeHtml, writeRuns, writeTongue } from './writeRuns.ts';

/** Cells whose text is a figure are set flush right with digits of one width. */
const FIGURE_TEXT = /^[-+−–—]?[\d.,，]+\s*(?:%|％|‰|倍|亿|万)?$/;

/**
 * Writes blocks as HTML. The only place where tags are made, so the output can hold nothing
 * but the elements, attributes and classes of `src/model/articleHtml.ts`.
 * `title` is the article's: a picture whose alternative text only repeats it gets none.
 */
export function writeHtml(blocks: readonly Block[], title: string): string {
  return blocks.map((block) => writeBlock(block, title)).join('\n');
}

function writeBlock(block: Block, title: string): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p${writeClass(block.note ?? block.align)}${writeTongue(block)}>${writeRuns(block.runs)}</p>`;
    case 'heading':
      return `<h${block.level}${writeClass(block.align)}${writeTongue(block)}>${writeRuns(block.runs)}</h${block.level}>`;
    case 'figure':
      return writeFigure(block, title);
    case 'media':
      return writeMedia(block);
    case 'list':
      return writeList(block, title);
    case 'definitions':
      return `<dl>${block.entries.map((entry) => writeEntry(entry, title)).join('')}</dl>`;
    case 'details': {
      const html = block.blocks.map((inner) => writeBlock(inner, title)).join('');
      return `<details${block.isOpen ? ' open' : ''}><summary>${writeRuns(block.summary)}</summary>${html}</details>`;
    }
    case 'quote': {
      const html = block.blocks.map((inner) => writeBlock(inner, title)).join('');
      return block.isRelated
        ? `<aside class="related">${html}</aside>`
        : `<blockquote>${html}</blockquote>`;
    }
    case 'table':
      return writeTable(block, title);
    case 'pre':
      // A line break that follows <pre> directly is not part of its text (HTML, 13.1.2.5).
      return `<pre>${block.text.startsWith('\n') ? '\n' : ''}${escapeHtml(block.text)}</pre>`;
    case 'rule':
      return '<hr>';
  }
}

/** It is fetched when it is asked to play, not before. */
function writeMedia({ isVideo, src, poster }: Media): string {
  const tag = isVideo ? 'video' : 'audio';
  const picture = poster ? ` poster="${escapeHtml(poster)}"` : '';
  return `<${tag} controls preload="none" src="${escapeHtml(src)}"${picture}></${tag}>`;
}

function writeList(list: List, title: string): string {
  const write = (item: Block[], value: number | undefined) =>
    `<li${value === undefined ? '' : ` value="${value}"`}>${writeItem(item, title)}</li>`;
  if (!list.isOrdered)
    return `<ul>${list.items.map((item) => write(item, undefined)).join('')}</ul>`;
  const start = list.start === undefined ? '' : ` start="${list.start}"`;
  // Selectors take `type` without regard to case, and Chromium has no `s` flag for them.
  const capital = /[AI]/.test(list.type ?? '') ? ' class="capital"' : '';
  const type = list.type ? ` type="${list.type}"${capital}` : '';
  const reversed = list.isReversed ? ' reversed' : '';
  const items = list.items.map((item, index) => write(item, list.values?.get(index)));
  return `<ol${start}${type}${reversed}>${items.join('')}</ol>`;
}

function writeEntry({ isTerm, blocks }: Definitions['entries'][number], title: string): string {
  const tag = isTerm ? 'dt' : 'dd';
  return `<${tag}>${writeItem(blocks, title)}</${tag}>`;
}

/** An item of one paragraph needs no paragraph in it. */
function writeItem(item: Block[], title: string): string {
  const [first, ...rest] = item;
  if (
    first?.kind === 'paragraph' &&
    writeTongue(first) === '' &&
    rest.every((block) => block.kind === 'list')
  ) {
    return writeRuns(first.runs) + rest.map((block) => writeBlock(block, title)).join('');
  }
  return item.map((block) => writeBlock(block, title)).join('');
}

function writeFigure({ image, caption }: Figure, title: string): string {
  const size =
    image.width && image.height ? ` width="${image.width}" height="${image.height}"` : '';
  const alt = chooseAlt(image.alt, readText(caption), title);
  const img = `<img src="${escapeHtml(image.src)}" alt="${escapeHtml(alt)}"${size}>`;
  const captionHtml = caption.length > 0 ? `<figcaption>${writeRuns(caption)}</figcaption>` : '';
  return `<figure>${img}${captionHtml}</figure>`;
}

function writeTable({ caption, rows }: Table, title: string): string {
  const captionHtml = caption.length > 0 ? `<caption>${writeRuns(caption)}</caption>` : '';
  const headRows = countHeadRows(rows);
  const write = (row: Cell[], isHead: boolean) =>
    `<tr>${row.map((cell) => writeCell(cell, isHead, title)).join('')}</tr>`;
  const head = rows.slice(0, headRows).map((row) => write(row, true));
  const body = rows.slice(headRows).map((row) => write(row, false));
  const headHtml = head.length > 0 ? `<thead>${head.join('')}</thead>` : '';
  return `<table>${captionHtml}${headHtml}<tbody>${body.join('')}</tbody></table>`;
}

/**
 * The head is as deep as the deepest cell of the first row, where the row is plainly a head:
 * marked so, or spanning, or without a single figure above rows that hold figures.
 */
function countHeadRows(rows: Cell[][]): number {
  const first = rows[0] ?? [];
  const depth = Math.max(1, ...first.map((cell) => cell.rowspan));
  if (depth >= rows.length || first.length < 2) return 0;
  const hasFigures = (row: Cell[]) => row.some((cell) => FIGURE_TEXT.test(readText(cell.runs)));
  const isMarked = first.every((cell) => cell.isHeader);
  const isSpanning = depth > 1 && first.some((cell) => cell.colspan > 1 || cell.rowspan > 1);
  const isWords = !rows.slice(0, depth).some(hasFigures) && rows.slice(depth).some(hasFigures);
  return isMarked || (isSpanning && !hasFigures(first)) || isWords ? depth : 0;
}

function writeCell(cell: Cell, isHead: boolean, title: string): string {
  const tag = isHead || cell.isHeader ? 'th' : 'td';
  const scope = tag === 'th' ? ` scope="${isHead ? 'col' : 'row'}"` : '';
  const colspan = cell.colspan > 1 ? ` colspan="${cell.colspan}"` : '';
  const rowspan = cell.rowspan > 1 ? ` rowspan="${cell.rowspan}"` : '';
  const content = cell.blocks ? writeItem(cell.blocks, title) : writeRuns(cell.runs);
  const isFigure = !isHead && FIGURE_TEXT.test(readText(cell.runs));
  const look = isFigure
    ? 'number'
    : cell.indent > 0 && !isHead
      ? `indent-${cell.indent}`
      : undefined;
  return `<${tag}${writeClass(look)}${scope}${colspan}${rowspan}>${content}</${tag}>`;
}

function writeClass(name: string | undefined): string {
  return name ? ` class="${name}"` : '';
}

export { escapeHtml };
