import { readGrid } from './readGrid.ts';

/**
 * Marks the first cell of each row of the body as the row's header, where the table has a head: those who hear the
 * table are told it with each figure. `is-name` marks the first column, which stays in sight while the table is
 * scrolled. A cell that spans further columns is no name of a row.
 */
export function nameRows(table: HTMLTableElement): void {
  const { rows, headRows } = readGrid(table);
  for (const [at, row] of rows.entries()) {
    const [cell] = row;
    if (!cell || cell === row[1]) continue;
    cell.classList.add('is-name');
    if (headRows > 0 && at >= headRows && cell.tagName === 'TD' && cell.textContent.trim() !== '')
      cell.setAttribute('role', 'rowheader');
  }
}
