import { readingWords } from '../words/readingWords.ts';
import { fitPaper } from './fitPaper.ts';
import { nameRows } from './nameRows.ts';

/** A first column that stays in sight takes no more than this part of the box. */
const MOST_NAMES = 0.45;

/**
 * Puts a button below each table that is wider than its column, which opens it over the whole window; names the rows,
 * and keeps all columns on paper. Gives a function that stops.
 */
export function offerTables(body: HTMLElement): () => void {
  const buttons = new Map<Element, HTMLButtonElement>();
  // Its first report comes before the first paint, so no button appears after it.
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const isWide = target.scrollWidth > target.clientWidth + 1;
      const button = buttons.get(target);
      if (button) button.hidden = !isWide;
      const names = target.querySelector<HTMLElement>('td.is-name')?.offsetWidth ?? 0;
      target.classList.toggle('keeps-names', isWide && names < target.clientWidth * MOST_NAMES);
    }
  });
  const boxes = [...body.querySelectorAll<HTMLElement>('.table-box')];
  for (const box of boxes) {
    const button = findButton(box) ?? buildButton(box);
    button.addEventListener('click', () => openTable(box, button));
    const table = box.querySelector('table');
    if (table) nameRows(table);
    buttons.set(box, button);
    observer.observe(box);
  }
  const stopFitting = fitPaper(boxes);
  return () => {
    observer.disconnect();
    stopFitting();
  };
}

/** What shows it comes when it is asked for. Where it can't be had, the button says so, and may be pressed again. */
function openTable(box: HTMLElement, button: HTMLButtonElement): void {
  import('./showTable.tsx').then(
    ({ showTable }) => {
      button.textContent = readingWords.openTable;
      showTable(box);
    },
    () => {
      button.textContent = readingWords.tables.failed;
    },
  );
}

/** The drawn page of an article has them already, where a table is likely to be too wide. */
function findButton(box: HTMLElement): HTMLButtonElement | undefined {
  const next = box.nextElementSibling;
  if (!(next instanceof HTMLButtonElement) || !next.matches('.table-button')) return undefined;
  next.classList.remove('is-narrow');
  return next;
}

function buildButton(box: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button table-button';
  button.textContent = readingWords.openTable;
  button.hidden = true;
  box.after(button);
  return button;
}
