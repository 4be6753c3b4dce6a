import { nameRows } from './nameRows.ts';
import { readGrid } from './readGrid.ts';

/**
 * Copies a table to be shown by itself: its caption is left out, which the dialog says; nothing in it takes an id or a
 * press that is the article's; the lowest cells of the head are buttons that sort.
 */
export function copyTable(original: HTMLTableElement): HTMLTableElement {
  const table = original.cloneNode(true) as HTMLTableElement;
  table.caption?.remove();
  for (const element of table.querySelectorAll('[id]')) element.removeAttribute('id');
  for (const image of table.querySelectorAll('img')) {
    for (const name of ['role', 'tabindex', 'aria-label', 'aria-haspopup'])
      image.removeAttribute(name);
  }
  nameRows(table);
  offerSorting(table);
  return table;
}

/** What sorts by a column, and shows how it is sorted. The column's number stands in the button's value. */
function offerSorting(table: HTMLTableElement): void {
  const { rows, headRows } = readGrid(table);
  if (headRows === 0 || rows.length - headRows < 2) return;
  for (const [column, cell] of (rows[headRows - 1] ?? []).entries()) {
    if (!cell || cell.colSpan > 1 || cell.querySelector('a, img, button')) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort-button';
    button.value = String(column);
    button.append(...cell.childNodes);
    cell.append(button);
  }
}
