import { readingWords } from '../words/readingWords.ts';

/** Widths of the column that text has, in pixels: on a phone and beside a list, and alone on a wide screen. */
const NARROW = 340;
const WIDE = 680;
/** As in `article/articleFigures.css`: a letter, what a cell has around it, its widest text. */
const LETTER = 15;
const PADDING = 25;
const WIDEST = 22 * LETTER;
const WIDEST_NAME = 0.44 * NARROW;

/**
 * Returns the button below a table that is likely to be wider than its column, or nothing. The page is drawn where no
 * table has a width; the app corrects it (`tables/offerTables.ts`), and where the guess was right, nothing moves.
 * `end`: where the table ends in the article's HTML.
 */
export function guessTableButton(html: string, end: number): string {
  const columns = guessColumns(html.slice(html.lastIndexOf('<table', end), end));
  const sum = columns.reduce((total, width) => total + width, 0);
  const [names = 0] = columns;
  if (sum - Math.max(0, names - WIDEST_NAME) <= NARROW) return '';
  const look = sum <= WIDE ? ' is-narrow' : '';
  return `<button type="button" class="button table-button${look}">${readingWords.openTable}</button>`;
}

/** Guesses how wide a table's columns would be with all the room they want, in pixels. */
function guessColumns(table: string): number[] {
  const columns: number[] = [];
  for (const row of table.split('<tr').slice(1)) {
    let column = 0;
    for (const cell of row.split(/<t[hd]/).slice(1)) {
      const span = Number(/^[^>]* colspan="(\d+)"/.exec(cell)?.[1] ?? 1);
      if (span === 1) columns[column] = Math.max(columns[column] ?? 0, guessCell(cell));
      column += span;
    }
  }
  return Array.from(columns, (width = PADDING) => width);
}

function guessCell(cell: string): number {
  const lines = cell
    .slice(cell.indexOf('>') + 1)
    .replace(/&\w+;/g, '&')
    .split(/<br>|<\/(?:p|li)>/)
    .map((line) => measureText(line.replace(/<[^>]*>/g, '')));
  return Math.min(Math.max(...lines), WIDEST) + PADDING;
}

/** Latin letters and digits are half as wide as Chinese characters. */
function measureText(text: string): number {
  const narrow = text.match(/[ -~]/g)?.length ?? 0;
  return (text.length - narrow) * LETTER + narrow * LETTER * 0.55;
}
