import { type RefObject, useEffect, useState } from 'react';
import { readingWords } from '../words/readingWords.ts';
import { type Grid, nameColumn } from './readGrid.ts';
import { buildSortedBody, type Order } from './sortRows.ts';

/** How a table is sorted, and the same in words, once something has been pressed. */
export interface Sorting {
  order: Order | undefined;
  words: string;
}

/**
 * Sorts the table in a box by the column whose head is pressed: smallest first, largest first, as it was. `grid`: the
 * table as it was.
 */
export function useSorting(box: RefObject<HTMLElement | null>, grid: Grid): Sorting {
  const [sorting, setSorting] = useState<Sorting>({ order: undefined, words: '' });

  useEffect(() => {
    const table = box.current?.querySelector('table');
    if (!table) return;
    const bodies = [...table.tBodies];
    let order: Order | undefined;

    function press({ target }: MouseEvent) {
      const button = target instanceof Element ? target.closest('.sort-button') : null;
      if (!table || !(button instanceof HTMLButtonElement)) return;
      order = turnOrder(order, Number(button.value));
      for (const body of [...table.tBodies]) body.remove();
      table.append(...(order ? [buildSortedBody(grid, order)] : bodies));
      for (const head of table.querySelectorAll('[aria-sort]')) head.removeAttribute('aria-sort');
      if (order) button.closest('th')?.setAttribute('aria-sort', order.direction);
      const say = readingWords.tables.sorted;
      setSorting({
        order,
        words: order ? say[order.direction](nameColumn(grid, order.column)) : say.none,
      });
    }
    table.addEventListener('click', press);
    return () => table.removeEventListener('click', press);
  }, [box, grid]);

  return sorting;
}

function turnOrder(order: Order | undefined, column: number): Order | undefined {
  if (order?.column !== column) return { column, direction: 'ascending' };
  return order.direction === 'ascending' ? { column, direction: 'descending' } : undefined;
}
