import type { ListOrder } from '../../model/listOrder.ts';
import type { KeyValueStore } from './KeyValueStore.ts';

/** How the reader wants the site to be. */
export interface Settings {
  listOrder: ListOrder;
  /** A bookmarked article is saved, with its pictures, to be read offline. */
  savesBookmarks: boolean;
  /** When the bookmarks were last exported, UTC. */
  exportedAt?: string;
}

/** The reader's settings, outside React. */
export interface SettingsStore {
  /** The same object until something changes. */
  read(): Settings;
  change(part: Partial<Settings>): void;
  subscribe(listener: () => void): () => void;
}

const KEY = 'cangbao:settings';
const DEFAULTS: Settings = { listOrder: 'newest', savesBookmarks: true };

/** Builds the settings over a store of small texts. A value that is not understood counts as not set. */
export function createSettingsStore(store: KeyValueStore): SettingsStore {
  let text: string | undefined;
  let settings = DEFAULTS;

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

/** Tells whether a stored text is none of the settings' at all; single fields that are not understood count as not set. */
export function isDamagedSettings(key: string, text: string): boolean {
  if (key !== KEY) return false;
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
    return {
      listOrder: stored.listOrder === 'oldest' ? 'oldest' : DEFAULTS.listOrder,
      savesBookmarks: stored.savesBookmarks !== false,
      ...(typeof stored.exportedAt === 'string' && { exportedAt: stored.exportedAt }),
    };
  } catch {
    return DEFAULTS;
  }
}
