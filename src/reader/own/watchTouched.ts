import type { KeyValueStore } from '../storage/KeyValueStore.ts';

/** Which texts were changed while something works on them. */
export interface Touched {
  /** Returns those of some keys that were changed since they were taken last, or since the watch began. */
  take(keys: Iterable<string>): string[];
  stop(): void;
}

/** Begins to watch what the reader does here, and other tabs. Quiet changes are the work's own. */
export function watchTouched(texts: KeyValueStore): Touched {
  const touched = new Set<string>();
  /** How often all may have changed; and how often it was when a key was taken. */
  let epoch = 0;
  const taken = new Map<string, number>();
  const stop = texts.subscribe((keys) => {
    if (!keys) epoch += 1;
    for (const key of keys ?? []) touched.add(key);
  });
  return {
    stop,
    take: (keys) =>
      [...keys].filter((key) => {
        const isChanged = touched.delete(key) || (taken.get(key) ?? 0) < epoch;
        taken.set(key, epoch);
        return isChanged;
      }),
  };
}
