import type { ArticleSummary } from '../../model/Article.ts';
import {
  type ArticleListInfo,
  type Catalogue,
  type Category,
  findCategory,
  PAGE_SIZE,
} from '../../model/Catalogue.ts';
import { SHORT_ID_LENGTH, shortenId, splitShortIds } from '../../model/ListIds.ts';
import type { Copies } from '../copies/copies.ts';
import {
  addToEstimate,
  averagePictures,
  beginEstimate,
  measureStorage,
} from '../copies/estimateSave.ts';
import type { SavedListRecord } from '../copies/openDatabase.ts';
import { listPageQuery } from '../data/fetchListPage.ts';
import type { OfflineStore } from './createOfflineStore.ts';
import type { OfflineEngine } from './OfflineEngine.ts';
import type { OfflineParts } from './OfflineParts.ts';

/** What keeping lists up to date works with. */
export interface KeepUpParts extends Pick<OfflineParts, 'client' | 'readIds' | 'onRows'> {
  copies: Copies;
  engine: OfflineEngine;
  store: OfflineStore;
}

/**
 * Saves what has come to the lists that were saved whole, as far as there is room, and tells it. `catalogue`: of the
 * build that is kept by now (`keepBuild.ts`). An article that the reader removed is not fetched again: what is new is
 * what the list did not hold at the last visit. Throws ArchiveError.
 */
export async function keepUpLists(
  parts: KeepUpParts,
  catalogue: Pick<Catalogue, 'root' | 'lists'>,
): Promise<void> {
  const lists = (await parts.copies.database.getAll('lists')).filter(({ isPending }) => !isPending);
  for (const list of lists) {
    const category = findCategory(catalogue.root, list.path);
    const info = category && catalogue.lists[category.list];
    if (!category || !info || (list.name === info.ids && list.name !== undefined)) continue;
    await keepUp(parts, list, category, info);
  }
}

async function keepUp(
  { copies, client, engine, store, readIds, onRows }: KeepUpParts,
  { ids: known, path }: SavedListRecord,
  category: Category,
  info: ArticleListInfo,
): Promise<void> {
  const now = await readIds(category.list, info);
  const before = new Set(splitShortIds(known ?? now.ids));
  const isNew = (id: string) => ![id, ...(now.former[id] ?? [])].some((each) => before.has(each));
  const fresh: ArticleSummary[] = [];
  for (let page = 1; page <= Math.ceil(info.count / PAGE_SIZE); page += 1) {
    if (known !== undefined && takePage(known, page) === takePage(now.ids, page)) continue;
    const rows = await client.fetchQuery(listPageQuery(category.list, info, page));
    onRows(rows);
    fresh.push(...rows.filter(({ id }) => isNew(shortenId(id))));
  }
  const hasRoom = await isRoomFor(fresh, engine);
  if (fresh.length > 0) {
    const told = { category: category.path, count: fresh.length, hasRoom };
    store.change({ arrived: [...(store.read().arrived ?? []), told] });
  }
  if (!hasRoom) return;
  // What a reader sees first is saved first.
  await engine.save([...fresh].reverse(), 'list');
  const list = await copies.database.get('lists', path);
  const { ids: name } = info;
  if (list)
    await copies.database.put('lists', {
      ...list,
      ids: now.ids,
      ...(name !== undefined && { name }),
    });
}

/** Gives the short ids of one page of a list. */
function takePage(ids: string, page: number): string {
  const length = PAGE_SIZE * SHORT_ID_LENGTH;
  return ids.slice((page - 1) * length, page * length);
}

async function isRoomFor(
  summaries: readonly ArticleSummary[],
  engine: OfflineEngine,
): Promise<boolean> {
  const room = await measureStorage();
  if (!room || summaries.length === 0) return true;
  const pictures = await averagePictures(await engine.readRecords(), summaries);
  const estimate = addToEstimate(beginEstimate(), summaries, () => false, pictures);
  return estimate.room < room.free;
}
