import type { QueryClient } from '@tanstack/react-query';
import type { Category } from '../../model/Catalogue.ts';
import { listIdsQuery } from '../data/fetchListIds.ts';
import { sweepArticles } from '../read-state/sweepArticles.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import type { StoredList } from './useStoredList.ts';

/** Marks as read what a list holds: the articles of this catalogue and no other. Throws ArchiveError. */
export async function sweepList(
  client: QueryClient,
  texts: KeyValueStore,
  { place, title, list, info, category }: StoredList,
): Promise<void> {
  // What is told of it is the last name of a path.
  const name = place.kind === 'category' ? place.path : title.replaceAll('/', '／');
  const ids = await client.fetchQuery(listIdsQuery(list, info));
  const counts = category && countAll(category);
  sweepArticles(texts, { category: name, list: ids, ...(counts && { counts }) });
}

/** Returns the counts of a category and of those below it, by path. */
function countAll(category: Category): Record<string, number> {
  return Object.assign({ [category.path]: category.count }, ...category.children.map(countAll));
}
