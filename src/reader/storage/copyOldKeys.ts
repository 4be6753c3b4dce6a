import { ROOT_KEYS } from '../../model/offlineNames.ts';
import { SITE_KEYS } from './siteKeys.ts';

/**
 * Settings and marks, which name articles by ids that no other site asks for: they hurt nobody where they are not
 * wanted.
 */
const COPIED = /^cangbao:(?:settings|covered|covered:last|(?:read|place):.*)$/;

/**
 * Copies settings and marks from the keys that all sites of a host shared once, at the first visit since a site
 * under a path has its own. They stay there: whose they are can't be told. Bookmarks are another matter
 * (`saving/moveOldKeys.ts`).
 */
export function copyOldKeys(storage: Storage | undefined): void {
  try {
    const keys = storage ? Object.keys(storage) : [];
    if (keys.some((key) => key.startsWith(SITE_KEYS))) return;
    for (const key of listCopied(keys)) {
      storage?.setItem(SITE_KEYS + key.slice(ROOT_KEYS.length), storage.getItem(key) ?? '');
    }
  } catch {
    // Full or forbidden: the usual settings.
  }
}

/** Returns those of some keys that are copied. */
export function listCopied(keys: readonly string[]): string[] {
  return keys.filter((key) => COPIED.test(key));
}
