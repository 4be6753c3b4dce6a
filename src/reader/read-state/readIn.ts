import { shortenId, splitShortIds } from '../../model/ListIds.ts';
import type { Bookmark } from '../bookmarks/Bookmark.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { SITE_KEYS } from '../storage/siteKeys.ts';
import { hasShortId, isShortIds, mergeShortIds } from './shortIds.ts';
import { parseJson } from './sweeps.ts';

/*
 * Marks of what was read are ids alone. Which category an article stands in is noted beside them when it is opened, so
 * that what is unread in a category can be counted without fetching its list.
 */

const PREFIX = `${SITE_KEYS}read-in:`;

/** What is to be known of an article for that. */
export type PlacedArticle = Pick<Bookmark, 'id' | 'category'> & { otherCategories?: string[] };

/** Notes the categories of an article that is opened. */
export function noteReadIn(store: KeyValueStore, article: PlacedArticle): void {
  const id = shortenId(article.id);
  for (const path of [article.category, ...(article.otherCategories ?? [])]) {
    const ids = readIds(store, PREFIX + path);
    if (hasShortId(ids, id)) continue;
    store.write(PREFIX + path, JSON.stringify({ v: 1, ids: mergeShortIds(ids, id) }));
  }
}

/** Returns the short ids that were noted, by the path of their category. */
export function readReadIn(store: KeyValueStore): Map<string, string[]> {
  const keys = store.readKeys(PREFIX);
  return new Map(
    keys.map((key) => [key.slice(PREFIX.length), splitShortIds(readIds(store, key))] as const),
  );
}

function readIds(store: KeyValueStore, key: string): string {
  const { ids } = parseJson(store.read(key));
  return isShortIds(ids) ? ids : '';
}
