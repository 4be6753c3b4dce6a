import type { Article } from '../../model/Article.ts';
import { buildOfflineNames } from '../../model/offlineNames.ts';
import { openCopies } from '../copies/copies.ts';
import { openDatabase } from '../copies/openDatabase.ts';
import { rebuildLists } from '../copies/rebuildRecords.ts';
import type { SavedRecord } from '../copies/SavedRecord.ts';
import { readSavedMark, writeSavedMark } from '../copies/savedMark.ts';
import { articleQuery, fetchArticle } from '../data/fetchArticle.ts';
import { catalogueQuery } from '../data/fetchCatalogue.ts';
import { readBookmarkKeys } from './bookmarkKeys.ts';
import { createEngine } from './createEngine.ts';
import type { Loss } from './createOfflineStore.ts';
import { createProgress } from './createProgress.ts';
import { followBookmarks } from './followBookmarks.ts';
import { keepBuild } from './keepBuild.ts';
import { keepMirror } from './keepMirror.ts';
import { keepUpLists } from './keepUpLists.ts';
import { moveOldKeys } from './moveOldKeys.ts';
import type { MovedRow, OfflineParts } from './OfflineParts.ts';
import { findObstacle, registerWorker } from './registerWorker.ts';
import { runInTurn } from './runInTurn.ts';
import { sweepCopies } from './sweepCopies.ts';

/**
 * Opens offline reading: the mirror of the bookmarks, the worker, what is saved, and what was left unfinished.
 * Where the browser does not allow it, the store says why and everything else goes on.
 */
export async function openOffline(parts: OfflineParts): Promise<void> {
  const { store, client, builds, bookmarks, settings, keyValues, readIds, onRows } = parts;
  const names = buildOfflineNames(import.meta.env.BASE_URL);
  // One start may find several; none takes the place of another.
  const tell = (loss: Loss) =>
    store.change({ losses: [...new Set([...(store.read().losses ?? []), loss])] });
  let isNew = false;
  const database = await openDatabase(names.database, {
    onMake: () => {
      isNew = true;
    },
    onClose() {
      // What this page was saving does not go on.
      const { run: _, ...rest } = store.read();
      store.replace(rest);
      tell('database-closed');
    },
  }).catch(() => undefined);
  if (database) {
    await moveOldKeys({ keyValues, database, readArticle: fetchArticle }).catch(() => undefined);
    await keepMirror(database, bookmarks, keyValues, tell);
  }

  const obstacle = findObstacle() ?? (database ? undefined : 'forbidden');
  if (obstacle || !database) {
    store.change({ phase: 'impossible', obstacle: obstacle ?? 'forbidden' });
    return;
  }
  const progress = createProgress(store, names.database);
  // What is saved is known before the worker answers: it may have to be fetched first.
  const copies = openCopies(database, names);
  const { records, lostPages, removeGone } = await sweepCopies(copies, {
    keys: await readBookmarkKeys(keyValues),
    tell,
  });
  const { losses = [] } = store.read();
  if (isNew && losses.length === 0 && records.length === 0 && readSavedMark(keyValues) > 0)
    tell('copies-gone');
  const note = runInTurn(() => writeSavedMark(keyValues, database));
  store.subscribe(() => store.read().run ?? void note());
  void note();
  try {
    const worker = await registerWorker(store);
    const onRenew = (article: Article) => {
      bookmarks.renew(article);
      client.setQueryData(articleQuery(article.id).queryKey, article);
    };
    const engine = createEngine({
      copies,
      progress,
      store,
      client,
      worker,
      keyValues,
      readIds,
      onRenew,
    });
    store.engine = engine;
    await engine.start(records);
    await followBookmarks({ engine, database, bookmarks, keyValues, settings, records, tell });
    store.change({ phase: 'ready' });
    void removeGone().catch(() => undefined); // left to the next start
    onRows(listUnendedMoves(records));
    // Where it fails, the next visit tries again.
    const keepUp = runInTurn(async () => {
      const catalogue = await client.ensureQueryData(catalogueQuery).catch(() => undefined);
      if (!catalogue) return;
      if (lostPages.length > 0) await rebuildLists(copies, lostPages.splice(0), catalogue);
      if (await keepBuild(client, copies, catalogue))
        await keepUpLists({ copies, client, engine, store, readIds, onRows }, catalogue);
    });
    // Another build may come on screen while the one before is being kept.
    builds.onShow(() => void keepUp());
    await keepUp();
  } catch (error) {
    const isForbidden = error instanceof DOMException && error.name === 'SecurityError';
    store.change({ phase: 'impossible', obstacle: isForbidden ? 'forbidden' : 'unsupported' });
  }
}

/** Returns the articles of which an earlier page has not yet removed the copy under a former id. */
function listUnendedMoves(records: readonly SavedRecord[]): MovedRow[] {
  return records.flatMap(({ summary, replaces }) =>
    replaces === undefined ? [] : [{ ...summary, formerIds: [replaces] }],
  );
}
