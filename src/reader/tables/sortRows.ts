import { type Grid, isBand, readCell } from './readGrid.ts';
import { readNumber } from './readNumber.ts';

/** By which column a table is sorted, and how. */
export interface Order {
  column: number;
  direction: 'ascending' | 'descending';
}

type Row = Grid['rows'][number];

const collator = new Intl.Collator('zh-CN', { numeric: true });

/**
 * Builds a table's body anew in an order: numbers by their size, before words; empty cells and notes over all columns
 * last. A cell that spans rows stands in each of them. The cells are copies.
 */
export function buildSortedBody(grid: Grid, order: Order): HTMLTableSectionElement {
  const body = document.createElement('tbody');
  const rows = grid.rows.slice(grid.headRows);
  const sorted = rows.filter((row) => !isBand(row)).sort((a, b) => compareCells(a, b, order));
  body.append(...[...sorted, ...rows.filter(isBand)].map(copyRow));
  return body;
}

/** Compares two rows by the cells that an order asks for. Empty cells come last in either direction. */
export function compareCells(a: Row, b: Row, { column, direction }: Order): number {
  const [one, other] = [readCell(a[column]), readCell(b[column])];
  if (one === '' || other === '') return Number(one === '') - Number(other === '');
  return (direction === 'ascending' ? 1 : -1) * compareWords(one, other);
}

function compareWords(a: string, b: string): number {
  const [one, other] = [readNumber(a), readNumber(b)];
  if (one !== undefined && other !== undefined) return one - other;
  if (one !== undefined || other !== undefined) return one !== undefined ? -1 : 1;
  return collator.compare(a, b);
}

function copyRow(row: Row): HTMLTableRowElement {
  const tr = document.createElement('tr');
  for (const [column, cell] of row.entries()) {
    if (!cell || cell === row[column - 1]) continue;
    const copy = cell.cloneNode(true) as HTMLTableCellElement;
    copy.removeAttribute('rowspan');
    tr.append(copy);
  }
  return tr;
}
