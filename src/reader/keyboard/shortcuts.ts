import type { Route } from '../routing/routes.ts';

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
