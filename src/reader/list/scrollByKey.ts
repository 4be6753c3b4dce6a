import type { RowScroller } from './RowScroller.ts';

/** Where the keys are letters, or belong to what is open. */
const BUSY = 'input, textarea, select, dialog, [contenteditable], [role="menu"], .pswp';
/** So much of the window a press of PageDown or Space goes on. */
const STEP = 0.9;

/**
 * Scrolls the list by a key, but for keys in an article, in what is typed in and in a dialog. At the very end the list
 * is held while heights become known. Within the list the browser itself scrolls by pages.
 */
export function scrollByKey(event: KeyboardEvent, scroller: RowScroller, box: HTMLElement): void {
  const { key, target, shiftKey } = event;
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
  if (hasModifier || isTaken(target, key)) return;
  if (key === 'Home') box.scrollTop = 0;
  else if (key === 'End') scroller.show({ position: scroller.heights.count - 1, offset: 'end' });
  else if (!(target instanceof Node && box.contains(target))) {
    const isBack = key === 'PageUp' || (key === ' ' && shiftKey);
    box.scrollBy(0, box.clientHeight * (isBack ? -STEP : STEP));
  }
}

function isTaken(target: EventTarget | null, key: string): boolean {
  if (document.querySelector('dialog[open]')) return true;
  if (!(target instanceof Element)) return false;
  if (target.closest(BUSY) || (key === ' ' && target.closest('button, summary'))) return true;
  // Who has pressed into an article scrolls it, although the focus is nowhere.
  const article = document.querySelector('.reading-pane:not(.front, .is-empty)');
  if (article) return target === document.body || article.contains(target);
  const front = target.closest('.front');
  return front !== null && front.scrollHeight > front.clientHeight;
}
