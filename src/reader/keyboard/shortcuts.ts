import type { Route } from '../routing/routes.ts';
import { words } from '../ui/words.ts';

/**
 * The keys, as NetNewsWire and Miniflux have them. A key presses the control on screen that carries it in
 * `aria-keyshortcuts`; what has no control is done by `useShortcuts`.
 */
export const SHORTCUTS: readonly { keys: string; what: string }[] = [
  { keys: 'j', what: words.shortcuts.next },
  { keys: 'k', what: words.shortcuts.previous },
  { keys: 'o', what: words.shortcuts.open },
  { keys: 'u', what: words.shortcuts.up },
  { keys: 'b', what: words.shortcuts.bookmark },
  { keys: 'm', what: words.shortcuts.unread },
  { keys: 's', what: words.readingSettings },
  { keys: 'v', what: words.shortcuts.select },
  { keys: 'g a', what: words.allArticles },
  { keys: 'g s', what: words.bookmarks },
  { keys: 'g h', what: words.history },
  { keys: 'g n', what: words.notes },
  { keys: 'g o', what: words.offline },
  { keys: '/', what: words.search },
  { keys: 'Ctrl K', what: words.palette },
  { keys: '?', what: words.shortcutHelp },
];

/** Where a letter after `g` goes. */
export const GOALS: Readonly<Record<string, Exclude<Route, { name: 'missing' }>>> = {
  a: { name: 'list', category: '' },
  s: { name: 'saved' },
  h: { name: 'history' },
  n: { name: 'notes' },
  o: { name: 'offline' },
};

/** Presses the control on screen that carries a key; gives whether there is one. */
export function pressControl(key: string): boolean {
  const control = document.querySelector<HTMLElement>(`[aria-keyshortcuts~="${key}"]`);
  control?.click();
  return control !== null;
}

/** Moves the focus to the next row of the list (or with -1 to the one before); gives whether there is one. */
export function moveInList(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('.row-scroller .row-title')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const target = at < 0 ? rows.find(isInSight) : rows[at + step];
  target?.focus();
  target?.closest('.row-item')?.scrollIntoView({ block: 'nearest' });
  return target !== undefined;
}

function isInSight(row: HTMLElement): boolean {
  const box = row.closest('.row-scroller')?.getBoundingClientRect();
  return row.getBoundingClientRect().top >= (box?.top ?? 0);
}
