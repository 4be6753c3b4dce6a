import { hashToNumber } from './hashText.ts';

/** Names that the build, the reader and the service worker share. Paths are relative to the site's base. */

export const WORKER_PATH = 'sw.js';
/** The page without any archive files: it changes with the app only, never with the content. */
export const SHELL_PATH = 'app.html';
export const MANIFEST_PATH = 'manifest.webmanifest';
/** `<meta name>` of the app's version in every page; a page without it has no worker. */
export const VERSION_META = 'app-version';
/** A picture out of the saved copies and nowhere else: `saved-picture?address=…`. Only the worker answers it. */
export const SAVED_PICTURE_PATH = 'saved-picture';

/** First segments of the app's own addresses. The worker leaves all others to the host: they may be another site's. */
export const APP_SEGMENTS: readonly string[] = [
  '',
  'c',
  'a',
  't',
  'saved',
  'notes',
  'search',
  'offline',
  'history',
  'about',
];

/** What a page tells the worker. */
export type WorkerMessage =
  /** The reader wants the new version now. */
  | { type: 'skip-waiting' }
  /** A page of the newest version has started: files of versions that no page uses may go. */
  | { type: 'tidy' };

/** What the worker asks a page; the answer, a version, comes through the message's port. */
export type PageQuestion = { type: 'which-version' };

/** Names in Cache Storage and IndexedDB. Sites under different bases of one host don't share them. */
export interface OfflineNames {
  /** Begins the names of the caches of the app's own files; the version follows. */
  appPrefix: string;
  /** Last copies of the catalogue and of list pages. */
  archive: string;
  /** Begins the names of the caches of saved articles, their pictures, and pages of lists saved whole. */
  saved: string;
  /** The database of what is saved and why. */
  database: string;
  /** The database of notes; and the channel by which tabs tell each other of them. */
  notes: string;
}

/** Begins the localStorage keys of the site at the root, and those of every site until keys carried the base. */
export const ROOT_KEYS = 'cangbao:';

/** Returns what begins a site's keys in localStorage and sessionStorage, by its base, `/` or `/news/`. */
export function buildKeyPrefix(base: string): string {
  return base === '/' ? ROOT_KEYS : `${ROOT_KEYS}${base}:`;
}

/** Builds the names for a site's base, `/` or `/news/`. */
export function buildOfflineNames(base: string): OfflineNames {
  const suffix = base === '/' ? '' : `:${base}`;
  return {
    appPrefix: `cangbao-app:${base}:`,
    archive: `cangbao-archive${suffix}`,
    saved: `cangbao-saved${suffix}`,
    database: `cangbao${suffix}`,
    notes: `cangbao-notes${suffix}`,
  };
}

/**
 * So many caches share the saved copies. Chromium can't list a cache whose requests take more than 10 MiB, some 15,000
 * of them (w3c/ServiceWorker issue 1066); these hold 480,000.
 */
const SAVED_CACHES = 32;

/** Returns the names of all caches of saved copies; in the first lies what earlier versions have saved. */
export function listSavedCaches({ saved }: Pick<OfflineNames, 'saved'>): string[] {
  return [saved, ...Array.from({ length: SAVED_CACHES }, (_, index) => `${saved}#${index}`)];
}

/** Returns the names of the caches in which a copy may lie: first the one that it is put into. */
export function findSavedCaches(
  { saved }: Pick<OfflineNames, 'saved'>,
  address: string,
): [own: string, first: string] {
  return [`${saved}#${hashToNumber(address) % SAVED_CACHES}`, saved];
}
