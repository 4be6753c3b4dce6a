import { useEffect } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { buildHref } from '../routing/routes.ts';
import { useSettings } from '../storage/useSettings.ts';
import { isComposing } from '../ui/isComposing.ts';
import { GOALS, moveInList, pressControl } from './shortcuts.ts';

/** What the keys do that no control on screen does. */
export interface ShortcutActions {
  openPalette: () => void;
  openHelp: () => void;
  /** To the list that the open article is of, where it has no button. */
  goUp: () => void;
  /** Of the open article. */
  turnUnread: () => void;
}

/** How long a `g` waits for its letter, in milliseconds. */
const PATIENCE = 1500;
/** Where keys are letters, or belong to what is open. */
const BUSY =
  'input:not([type="radio"], [type="range"], [type="checkbox"]), textarea, select, dialog, [contenteditable], .pswp';

/** Follows the keyboard. Single letters can be switched off (WCAG 2.1.4); Ctrl-K opens the palette in any case. */
export function useShortcuts(actions: ShortcutActions): void {
  const { hasShortcuts } = useSettings();

  useEffect(() => {
    let goTime = Number.NEGATIVE_INFINITY;

    function followKey(event: KeyboardEvent) {
      if (event.defaultPrevented || isComposing(event) || document.querySelector('dialog[open]'))
        return;
      const { target } = event;
      // Caps Lock turns letters over, which is no other key.
      const key = event.shiftKey ? event.key.toUpperCase() : event.key.toLowerCase();
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        actions.openPalette();
        return;
      }
      if (!hasShortcuts || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target instanceof Element && target.closest(BUSY)) return;
      const isAfterG = event.timeStamp - goTime < PATIENCE;
      goTime = key === 'g' && !isAfterG ? event.timeStamp : Number.NEGATIVE_INFINITY;
      const isDone = isAfterG ? goTo(key) : doKey(key, actions);
      if (isDone) event.preventDefault();
    }

    // On the window, so after everything on the page that knows the key better.
    window.addEventListener('keydown', followKey);
    return () => window.removeEventListener('keydown', followKey);
  }, [actions, hasShortcuts]);
}

function goTo(key: string): boolean {
  const goal = GOALS[key];
  if (goal) navigate(buildHref(goal));
  return goal !== undefined;
}

function doKey(key: string, actions: ShortcutActions): boolean {
  switch (key) {
    case 'j':
    case 'k':
      return pressControl(key) || moveInList(key === 'j' ? 1 : -1);
    case 'b':
    case 'f':
    case 's':
    case 'v':
      return pressControl(key);
    case 'o':
      if (document.activeElement?.matches('.row-title'))
        (document.activeElement as HTMLElement).click();
      return true;
    case 'u':
      if (!pressControl(key)) actions.goUp();
      return true;
    case 'm':
      actions.turnUnread();
      return true;
    case '?':
      actions.openHelp();
      return true;
    default:
      return false;
  }
}
