/** Small texts by key, kept in the browser where it allows that and in memory where not. */
export interface KeyValueStore {
  read(key: string): string | undefined;
  /** Keys that begin with `prefix`, in no order. */
  readKeys(prefix: string): string[];
  write(key: string, value: string): void;
  /**
   * Writes many texts, or removes those without a value, and tells listeners once; with `isQuiet` they are told by the
   * next call of this without it.
   */
  changeAll(
    entries: readonly (readonly [key: string, value: string | undefined])[],
    isQuiet?: boolean,
  ): void;
  remove(key: string): void;
  /**
   * Calls `listener` after each change, also one made in another tab, with the keys that it changed, or none where all
   * may have changed. Gives a function that stops it.
   */
  subscribe(listener: (keys?: readonly string[]) => void): () => void;
  /** The same for the whole life of the store, and at once after quiet changes, too: for what is kept of the texts. */
  follow(listener: (keys?: readonly string[]) => void): void;
  /** Whether a key's text could not be kept beyond this page, because storage is absent, full or forbidden. */
  hasFailed(key: string): boolean;
  /** Whether that is so of any key that begins with `prefix`. */
  hasAnyFailed(prefix: string): boolean;
}

/**
 * Builds a store over `storage`. It never throws: what storage refuses lives in memory.
 * `events` is where the browser reports other tabs' changes.
 */
export function createKeyValueStore(
  storage: Storage | undefined,
  events?: Pick<EventTarget, 'addEventListener'>,
): KeyValueStore {
  /** What storage does not hold as we want it: a text it refused, or `undefined` for a removal it refused. */
  const unkept = new Map<string, string | undefined>();
  const listeners = new Set<(keys?: readonly string[]) => void>();
  const followers: ((keys?: readonly string[]) => void)[] = [];
  const failed = new Set<string>();
  /** Changed quietly. */
  let untold: string[] = [];

  function notify(keys?: readonly string[]) {
    for (const listener of listeners) listener(keys);
  }

  function follow(keys?: readonly string[]) {
    for (const follower of followers) follower(keys);
  }

  function tell(keys?: readonly string[]) {
    follow(keys);
    notify(keys);
  }

  function change(key: string, value: string | undefined) {
    try {
      if (!storage) throw new Error('no storage');
      if (value === undefined) storage.removeItem(key);
      else storage.setItem(key, value);
      unkept.delete(key);
      failed.delete(key);
    } catch {
      unkept.set(key, value);
      if (value !== undefined) failed.add(key);
    }
  }

  events?.addEventListener('storage', (event) => {
    const { key } = event as StorageEvent;
    if (key !== null) unkept.delete(key);
    tell(key === null ? undefined : [key]);
  });

  return {
    read(key) {
      return unkept.has(key) ? unkept.get(key) : readItem(storage, key);
    },
    readKeys(prefix) {
      const isOwn = (key: string) => key.startsWith(prefix);
      const stored = listKeys(storage).filter((key) => isOwn(key) && !unkept.has(key));
      const others = [...unkept.keys()].filter(
        (key) => isOwn(key) && unkept.get(key) !== undefined,
      );
      return [...stored, ...others];
    },
    write(key, value) {
      change(key, value);
      tell([key]);
    },
    changeAll(entries, isQuiet) {
      for (const [key, value] of entries) change(key, value);
      const keys = entries.map(([key]) => key);
      follow(keys);
      untold.push(...keys);
      if (isQuiet) return;
      const all = untold;
      untold = [];
      notify(all);
    },
    remove(key) {
      change(key, undefined);
      tell([key]);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow: (listener) => void followers.push(listener),
    hasFailed: (key) => failed.has(key),
    hasAnyFailed: (prefix) => [...failed].some((key) => key.startsWith(prefix)),
  };
}

/** Gives the browser's storage of that name, or `undefined` where even asking for it is forbidden. */
export function findStorage(name: 'localStorage' | 'sessionStorage'): Storage | undefined {
  try {
    return window[name];
  } catch {
    return undefined;
  }
}

function readItem(storage: Storage | undefined, key: string): string | undefined {
  try {
    return storage?.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function listKeys(storage: Storage | undefined): string[] {
  try {
    return storage
      ? Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
      : [];
  } catch {
    return [];
  }
}
