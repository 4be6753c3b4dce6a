import { SHELL_PATH, VERSION_META } from '../../model/offlineNames.ts';
import { findStorage } from '../storage/KeyValueStore.ts';
import { SITE_KEYS } from '../storage/siteKeys.ts';
import { readAppVersion } from './readAppVersion.ts';

/** In sessionStorage: the version for which this tab was loaded anew. */
const MARK = `${SITE_KEYS}reloaded`;

/**
 * Loads the page anew where a script that it needs is gone from the host because a newer version took its place.
 * At most once for each version in a tab, and only when the host has another one: a reload that can't help is
 * none that the reader should see (vite's own example loops when the file is gone for good).
 */
export function reloadForMissingScripts(): void {
  window.addEventListener('vite:preloadError', () => {
    void hasOtherVersion().then((isNewer) => {
      const storage = findStorage('sessionStorage');
      const version = readAppVersion() ?? '';
      // Without a place for the mark nothing would end a loop.
      if (!isNewer || !storage || storage.getItem(MARK) === version) return;
      storage.setItem(MARK, version);
      window.location.reload();
    });
  });
}

async function hasOtherVersion(): Promise<boolean> {
  const own = readAppVersion();
  if (own === undefined) return false;
  try {
    const response = await fetch(`${import.meta.env.BASE_URL}${SHELL_PATH}?v=${own}`, {
      cache: 'no-store',
    });
    const text = await response.text();
    const found = new RegExp(`name="${VERSION_META}" content="([^"]+)"`).exec(text)?.[1];
    return found !== undefined && found !== own;
  } catch {
    return false;
  }
}
