import { createKeyValueStore, findStorage, type KeyValueStore } from '../storage/KeyValueStore.ts';
import { SEARCHES_KEY } from '../storage/siteKeys.ts';
import { parseSearchQuery } from './searchQuery.ts';

/** What the reader has searched for. Each search is what stands behind the `?` of its address. */
export interface Searches {
  /** The last one first. */
  recent: readonly string[];
  /** Those that the reader has saved, the last one first. */
  kept: readonly string[];
}

/** The reader's own searches, outside React. */
export interface SearchMemory {
  /** The same object until something changes. */
  read(): Searches;
  /** Puts a search first among the recent ones. What was typed on to it takes the place of its beginning. */
  remember(query: string): void;
  keep(query: string): void;
  /** Takes a search out of one of the lists; gives what puts it back where it was. */
  forget(list: keyof Searches, query: string): () => void;
  /** Takes all recent searches out; gives what puts them back. */
  clearRecent(): () => void;
  subscribe(listener: () => void): () => void;
}

const MOST = { recent: 20, kept: 200 };
const VERSION = 1;
const NOTHING: Searches = { recent: [], kept: [] };

/** Builds the memory over a store of small texts. What is not understood in it counts as not there. */
export function createSearchMemory(store: KeyValueStore): SearchMemory {
  let text: string | undefined;
  let searches = NOTHING;

  function read(): Searches {
    const stored = store.read(SEARCHES_KEY);
    if (stored !== text) {
      text = stored;
      searches = parseSearches(stored);
    }
    return searches;
  }

  function change(change: (before: Searches) => Searches) {
    // A later version of the site has written it, and will read it again.
    if (readVersion(store.read(SEARCHES_KEY)) > VERSION) return;
    const { recent, kept } = change(read());
    const next = { recent: recent.slice(0, MOST.recent), kept: kept.slice(0, MOST.kept) };
    store.write(SEARCHES_KEY, JSON.stringify({ v: VERSION, ...next }));
  }

  /** Puts searches back at their places. */
  function putBack(list: keyof Searches, lost: readonly [query: string, at: number][]) {
    change((now) => {
      const all = [...now[list]];
      for (const [query, at] of lost) if (!all.includes(query)) all.splice(at, 0, query);
      return { ...now, [list]: all };
    });
  }

  return {
    read,
    remember(query) {
      const [last] = read().recent;
      if (last === query) return;
      change(({ recent, kept }) => {
        const others = recent.filter(
          (each, at) => each !== query && !(at === 0 && goesOn(each, query)),
        );
        return { kept, recent: [query, ...others] };
      });
    },
    keep(query) {
      change(({ recent, kept }) => {
        return { recent, kept: [query, ...kept.filter((each) => each !== query)] };
      });
    },
    forget(list, query) {
      const at = read()[list].indexOf(query);
      change((now) => ({ ...now, [list]: now[list].filter((each) => each !== query) }));
      return () => putBack(list, [[query, at]]);
    },
    clearRecent() {
      const lost = read().recent.map((query, at): [string, number] => [query, at]);
      change(({ kept }) => ({ recent: [], kept }));
      return () => putBack('recent', lost);
    },
    subscribe: store.subscribe,
  };
}

let memory: SearchMemory | undefined;

/** Gives the memory of this site, in the browser's storage where it allows that. */
export function findSearchMemory(): SearchMemory {
  memory ??= createSearchMemory(createKeyValueStore(findStorage('localStorage'), window));
  return memory;
}

/** Whether a search is another one's text with more typed behind it. */
function goesOn(before: string, after: string): boolean {
  const [first, second] = [parseSearchQuery(before), parseSearchQuery(after)];
  const isSame = first.category === second.category && first.source === second.source;
  return isSame && second.text.startsWith(first.text);
}

function readVersion(text: string | undefined): number {
  try {
    const { v } = JSON.parse(text ?? '{}') as { v?: unknown };
    return typeof v === 'number' ? v : VERSION;
  } catch {
    return VERSION;
  }
}

function parseSearches(text: string | undefined): Searches {
  try {
    if (readVersion(text) !== VERSION) return NOTHING;
    const { recent, kept } = JSON.parse(text ?? '{}') as Partial<Record<keyof Searches, unknown>>;
    return { recent: parseList(recent), kept: parseList(kept) };
  } catch {
    return NOTHING;
  }
}

function parseList(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return [
    ...new Set(value.filter((each): each is string => typeof each === 'string' && each !== '')),
  ];
}
