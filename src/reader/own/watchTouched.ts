import type { KeyValueStore } from '../storage/KeyValueStore.ts';

/** Which texts were changed since a moment, by whomever. */
export interface Touched {
  /** Returns those of some keys that were changed since then, or since they were taken last. */
  take(keys: Iterable<string>): string[];
  /** Begins anew. */
  clear(): void;
}

/** Watches the changes of a store as long as it lasts; quiet ones, too, such as an import's. */
export function watchTouched(texts: KeyValueStore): Touched {
  const touched = new Set<string>();
  /** How often all may have changed; and how often it was when a key was taken. */
  let epoch = 0;
  const taken = new Map<string, number>();
  texts.follow((keys) => {
    if (!keys) epoch += 1;
    for (const key of keys ?? []) touched.add(key);
  });
  return {
    clear() {
      touched.clear();
      taken.clear();
      epoch = 0;
    },
    take: (keys) =>
      [...keys].filter((key) => {
        const isChanged = touched.delete(key) || (taken.get(key) ?? 0) < epoch;
        taken.set(key, epoch);
        return isChanged;
      }),
  };
}
