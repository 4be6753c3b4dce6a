import { VERSION_META } from '../../model/offlineNames.ts';

/**
 * Gives the app's version, which the build writes into the page; `undefined` in development and where offline reading
 * is off.
 */
export function readAppVersion(): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${VERSION_META}"]`)?.content;
}
