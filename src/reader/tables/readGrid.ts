/** A table as rows of equal length. A cell that spans stands at each place that it covers. */
export interface Grid {
  rows: (HTMLTableCellElement | undefined)[][];
  /** How many of the rows are the table's head. */
  headRows: number;
  columns: number;
}

/** More than this is no layout but an accident, or an attack. */
const MOST_COLUMNS = 200;

/** Reads which cell stands where in a table, spans included. */
export function readGrid(table: HTMLTableElement): Grid {
  const trs = [...table.rows];
  const rows: Grid['rows'] = trs.map(() => []);
  for (const [at, tr] of trs.entries()) {
    let column = 0;
    for (const cell of tr.cells) {
      while (rows[at]?.[column]) column++;
      const end = Math.min(column + cell.colSpan, MOST_COLUMNS);
      for (let row = at; row < findEnd(trs, at, cell); row++)
        for (let place = column; place < end; place++)
          (rows[row] as Grid['rows'][number])[place] = cell;
      column = end;
    }
  }
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const full = rows.map((row) => Array.from({ length: columns }, (_, column) => row[column]));
  return { rows: full, headRows: table.tHead?.rows.length ?? 0, columns };
}

/** A cell spans no further than its own part of the table. */
function findEnd(trs: HTMLTableRowElement[], at: number, cell: HTMLTableCellElement): number {
  const part = trs[at]?.parentElement;
  let end = at + 1;
  while (end < at + cell.rowSpan && trs[end]?.parentElement === part) end++;
  return end;
}

/** Returns the words of a cell, in one line. */
export function readCell(cell: HTMLTableCellElement | undefined): string {
  return cell?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

/** Returns what a column is called by the rows of the head, from above; an empty text where there is no head. */
export function nameColumn({ rows, headRows }: Grid, column: number): string {
  const cells = new Set(rows.slice(0, headRows).map((row) => row[column]));
  return [...cells].map(readCell).filter(Boolean).join(' ');
}

/** Whether a row of the body is one cell over all columns: a note or a heading between rows. */
export function isBand(row: Grid['rows'][number]): boolean {
  return row.length > 1 && row.every((cell) => cell === row[0]);
}
