import { buildKeyPrefix } from '../../model/offlineNames.ts';

/**
 * Begins all keys of this site in localStorage and sessionStorage; `public/early.js` builds the same. Sites under
 * different bases of one host must not read, or remove, what is another one's.
 */
export const SITE_KEYS = buildKeyPrefix(import.meta.env.BASE_URL);

/** The key of the reader's recent and saved searches (`search/createSearchMemory.ts`). */
export const SEARCHES_KEY = `${SITE_KEYS}searches`;
