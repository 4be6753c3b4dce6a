import type { Settings, SettingsStore } from '../storage/createSettingsStore.ts';

/** Settings that the styles follow: words as `data-` attributes, numbers as custom properties of the root element. */
const WORDS = ['theme', 'font', 'paragraphs', 'writing', 'density', 'panes'] as const;
const NUMBERS = {
  fontSize: '--font-size',
  lineHeight: '--line-height',
  lineLength: '--line-length',
} as const;

const PIXELS = { listWidth: '--list-width', sidebarWidth: '--sidebar-width' } as const;

/** Follows the settings with the page's looks; gives a function that stops. */
export function followSettings(store: SettingsStore): () => void {
  let applied: Settings | undefined;
  function apply() {
    const settings = store.read();
    if (settings !== applied) applySettings(settings);
    applied = settings;
  }
  apply();
  return store.subscribe(apply);
}

/** Gives the page the looks that the settings ask for. `public/looks.js` does the same before the first paint. */
export function applySettings(settings: Settings): void {
  const root = document.documentElement;
  for (const name of WORDS) root.dataset[name] = settings[name];
  for (const [name, property] of Object.entries(NUMBERS)) {
    root.style.setProperty(property, String(settings[name as keyof typeof NUMBERS]));
  }
  for (const [name, property] of Object.entries(PIXELS)) {
    const width = settings[name as keyof typeof PIXELS];
    root.style.setProperty(property, width === 0 ? '' : `${width}px`);
  }
  paintWindow(settings.theme);
}

/** The colour of the browser's own bars; the page's paper, so that the window is one sheet. */
const PAPER = { light: '#faf8f3', dark: '#161513', sepia: '#f1e7d0', black: '#000000' };

function paintWindow(theme: Settings['theme']): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.media.includes('dark') ? 'dark' : 'light';
    meta.content = PAPER[theme === 'system' ? own : theme];
  }
}
