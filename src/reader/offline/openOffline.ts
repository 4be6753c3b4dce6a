import { buildOfflineNames } from '../../model/offlineNames.ts';
import { keepMirror } from './bookmarkMirror.ts';
import { openCopies } from './copies.ts';
import { createEngine } from './createEngine.ts';
import { followBookmarks } from './followBookmarks.ts';
import { openDatabase } from './openDatabase.ts';
import { findObstacle, registerWorker } from './registerWorker.ts';
import { refreshPinnedLists } from './saveLists.ts';
import type { OfflineParts } from './startOffline.ts';
import { sweepCopies } from './sweepCopies.ts';
import { warmArchive } from './warmArchive.ts';

/**
 * Opens offline reading: the mirror of the bookmarks, the worker, what is saved, and what was left unfinished.
 * Where the browser does not allow it, the store says why and everything else goes on.
 */
export async function openOffline(parts: OfflineParts): Promise<void> {
  const { store, client, bookmarks, settings, keyValues } = parts;
  const names = buildOfflineNames(import.meta.env.BASE_URL);
  const database = await openDatabase(names.database).catch(() => undefined);
  const loss = database && (await keepMirror(database, bookmarks, keyValues));
  if (loss) store.change({ loss });

  const obstacle = findObstacle() ?? (database ? undefined : 'forbidden');
  if (obstacle || !database) {
    store.change({ phase: 'impossible', obstacle: obstacle ?? 'forbidden' });
    return;
  }
  // What is saved is known before the worker answers: it may have to be fetched first.
  const copies = await openCopies(database, names.saved, `${names.database} copies`);
  const records = await sweepCopies(copies);
  try {
    const worker = await registerWorker(store);
    const engine = createEngine(copies, names.database, store, client, worker);
    store.engine = engine;
    await engine.start(records);
    await followBookmarks(engine, database, bookmarks, settings);
    store.change({ phase: 'ready' });
    await warmArchive(client, names.archive);
    await refreshPinnedLists(copies, client);
  } catch (error) {
    const isForbidden = error instanceof DOMException && error.name === 'SecurityError';
    store.change({ phase: 'impossible', obstacle: isForbidden ? 'forbidden' : 'unsupported' });
  }
}
