import { settingsWords } from '../words/settingsWords.ts';
import { words } from '../words/words.ts';

/**
 * The keys, as NetNewsWire and Miniflux have them, for the sheet that shows them. A key presses the control on screen
 * that carries it in `aria-keyshortcuts`; what has no control is done by `useShortcuts`.
 */
export const SHORTCUTS: readonly { keys: string; what: string }[] = [
  { keys: 'j', what: settingsWords.shortcuts.next },
  { keys: 'k', what: settingsWords.shortcuts.previous },
  { keys: 'o', what: settingsWords.shortcuts.open },
  { keys: 'u', what: settingsWords.shortcuts.up },
  { keys: 'b', what: settingsWords.shortcuts.bookmark },
  { keys: 'm', what: settingsWords.shortcuts.unread },
  { keys: 'f', what: settingsWords.shortcuts.alone },
  { keys: 's', what: words.readingSettings },
  { keys: 'v', what: settingsWords.shortcuts.select },
  { keys: 'g a', what: words.allArticles },
  { keys: 'g s', what: words.bookmarks },
  { keys: 'g h', what: words.history },
  { keys: 'g n', what: words.notes },
  { keys: 'g o', what: words.offline },
  { keys: '/', what: words.search },
  { keys: 'Ctrl K', what: words.palette },
  { keys: '?', what: words.shortcutHelp },
];
