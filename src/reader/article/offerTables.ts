import { closeOnBack } from '../ui/closeOnBack.ts';
import { readingWords } from '../ui/readingWords.ts';
import { words } from '../ui/words.ts';

/**
 * Puts a button below each table that is wider than its column, which opens it over the whole window.
 * Gives a function that stops.
 */
export function offerTables(body: HTMLElement): () => void {
  const buttons = new Map<Element, HTMLButtonElement>();
  // Its first report comes before the first paint, so no button appears after it.
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const button = buttons.get(target);
      if (button) button.hidden = target.scrollWidth <= target.clientWidth + 1;
    }
  });
  for (const box of body.querySelectorAll<HTMLElement>('.table-box')) {
    const button = findButton(box) ?? buildButton(box);
    button.addEventListener('click', () => showTable(box));
    buttons.set(box, button);
    observer.observe(box);
  }
  return () => observer.disconnect();
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

/** A copy in a dialog, so that the article stays as it is. Escape, Back and the button close it. */
function showTable(box: HTMLElement): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'table-dialog';
  dialog.setAttribute('aria-label', box.getAttribute('aria-label') ?? readingWords.table);
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'button';
  close.textContent = words.close;
  close.addEventListener('click', () => dialog.close());
  const copy = box.cloneNode(true) as HTMLElement;
  const text = document.createElement('div');
  text.className = 'article-body';
  text.append(copy);
  dialog.append(close, text);
  document.body.append(dialog);
  dialog.showModal();
  const settleBack = closeOnBack(() => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    settleBack();
  });
}
