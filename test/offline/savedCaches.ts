import type { Page } from 'playwright-core';
import { findSavedCaches, listSavedCaches } from '../../src/model/offlineNames.ts';

/** Names of all caches of saved copies, of the site at the root. */
export const SAVED_CACHES = listSavedCaches({ saved: 'cangbao-saved' });

/** Returns the name of the cache that a copy of the site at the root is put into. */
export function findSavedCache(address: string): string {
  return findSavedCaches({ saved: 'cangbao-saved' }, address)[0];
}

/** Deletes all saved copies past the app; `names`: those of another site. */
export async function deleteSavedCaches(page: Page, names = SAVED_CACHES): Promise<void> {
  await page.evaluate(
    (all) => Promise.all(all.map((name) => caches.delete(name))).then(() => undefined),
    names,
  );
}

/** Deletes those saved copies past the app whose address `pattern` matches; every other one with `isHalf`. */
export function deleteSavedCopies(
  page: Page,
  pattern: RegExp,
  { names = SAVED_CACHES, isHalf = false } = {},
): Promise<number> {
  return page.evaluate(
    async ([source, names, isHalf]) => {
      let found = 0;
      let deleted = 0;
      const held = await caches.keys();
      for (const name of names.filter((each) => held.includes(each))) {
        const cache = await caches.open(name);
        for (const key of await cache.keys()) {
          if (!new RegExp(source).test(key.url)) continue;
          found += 1;
          if (!isHalf || found % 2 === 1) deleted += Number(await cache.delete(key));
        }
      }
      return deleted;
    },
    [pattern.source, names, isHalf] as const,
  );
}
