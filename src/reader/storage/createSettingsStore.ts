import type { KeyValueStore } from './KeyValueStore.ts';
import { SEARCHES_KEY, SITE_KEYS } from './siteKeys.ts';

/**
 * Widths of panes, in pixels: from, to, and what they have where nothing is set. A reader's own is kept in steps of 8.
 */
export const PANE_WIDTHS = {
  listWidth: { least: 240, most: 720, usual: 392 },
  sidebarWidth: { least: 160, most: 400, usual: 248 },
} as const;

/**
 * What each setting may be, the usual value first. Numbers: pixels at the browser's usual size, lines, characters,
 * times.
 */
export const SETTING_VALUES = {
  listOrder: ['newest', 'oldest'],
  isUnreadOnly: [false, true],
  /** The tree shows what is unread, and only categories that hold some. */
  isUnreadTree: [false, true],
  density: ['comfortable', 'compact'],
  fontSize: [18, 15, 16, 17, 19, 20, 22, 24, 28, 32],
  lineHeight: [1.8, 1.5, 1.65, 1.95, 2.1, 2.3],
  lineLength: [38, 24, 28, 32, 44, 52],
  font: ['sans', 'serif'],
  paragraphs: ['indent', 'spaced'],
  writing: ['horizontal', 'vertical'],
  /** `alone`: an article is shown without the panes beside it. */
  panes: ['all', 'alone'],
  listWidth: listWidths(PANE_WIDTHS.listWidth),
  sidebarWidth: listWidths(PANE_WIDTHS.sidebarWidth),
  theme: ['system', 'light', 'dark', 'sepia', 'black'],
  script: ['original', 'simplified', 'traditional'],
  speechRate: [1, 0.75, 1.25, 1.5, 2],
  hasShortcuts: [true, false],
  /** A bookmarked article is saved, with its pictures, to be read offline. */
  savesBookmarks: [true, false],
  /** The order of the bookmarks: by when they were made, by the articles' dates, by title, by hand. */
  bookmarkOrder: ['saved', 'published', 'title', 'hand'],
} as const;

/** 0 stands for the usual width. */
function listWidths({ least, most }: { least: number; most: number }): number[] {
  return [0, ...Array.from({ length: (most - least) / 8 + 1 }, (_, step) => least + step * 8)];
}

/** How the reader wants the site to be. */
export type Settings = {
  [Name in keyof typeof SETTING_VALUES]: (typeof SETTING_VALUES)[Name][number];
} & {
  /** When the bookmarks were last exported, UTC. */
  exportedAt?: string;
  /** Branches of the tree that the reader has opened (true) or folded, by path. */
  branches: Readonly<Record<string, boolean>>;
};

/** The reader's settings, outside React. */
export interface SettingsStore {
  /** The same object until something changes. */
  read(): Settings;
  change(part: Partial<Settings>): void;
  subscribe(listener: () => void): () => void;
}

/** Where they are kept; `public/looks.js` reads the same key. */
const KEY = `${SITE_KEYS}settings`;

/** Builds the settings over a store of small texts. A value that is not understood counts as not set. */
export function createSettingsStore(store: KeyValueStore): SettingsStore {
  let text: string | undefined;
  let settings = USUAL_SETTINGS;

  return {
    read() {
      const stored = store.read(KEY);
      if (stored !== text) {
        text = stored;
        settings = parseSettings(stored);
      }
      return settings;
    },
    change(part) {
      const next = { ...parseSettings(store.read(KEY)), ...part };
      store.write(KEY, JSON.stringify({ v: 1, ...next }));
    },
    subscribe: store.subscribe,
  };
}

/**
 * Tells whether a stored text is none of the settings' (or none of the searches') at all; single fields that are not
 * understood count as not set.
 */
export function isDamagedSettings(key: string, text: string): boolean {
  if (key !== KEY && key !== SEARCHES_KEY) return false;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value !== 'object' || value === null || Array.isArray(value);
  } catch {
    return true;
  }
}

function parseSettings(text: string | undefined): Settings {
  try {
    const stored = JSON.parse(text ?? '{}') as Partial<Record<keyof Settings, unknown>>;
    const { exportedAt, branches } = stored;
    return {
      ...chooseValues(stored),
      ...(typeof exportedAt === 'string' && { exportedAt }),
      ...(typeof branches === 'object' && { branches: { ...(branches as Settings['branches']) } }),
    };
  } catch {
    return USUAL_SETTINGS;
  }
}

/** Takes of each setting what is one of its values, else the usual one. */
function chooseValues(stored: Partial<Record<keyof Settings, unknown>>): Settings {
  const chosen = Object.entries(SETTING_VALUES).map(([name, values]) => {
    const value = stored[name as keyof Settings];
    return [name, values.find((known: unknown) => known === value) ?? values[0]];
  });
  return { branches: {}, ...Object.fromEntries(chosen) } as Settings;
}

/** The settings of a reader who has chosen nothing. */
export const USUAL_SETTINGS: Settings = chooseValues({});
