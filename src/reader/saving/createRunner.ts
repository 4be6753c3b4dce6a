import { type Copies, removeUnused } from '../copies/copies.ts';
import { isClosedError, updateRecord } from '../copies/openDatabase.ts';
import type { SavedRecord } from '../copies/SavedRecord.ts';
import { isQuotaError, SaveFailure } from '../copies/SaveFailure.ts';
import { saveArticle } from '../copies/saveArticle.ts';
import type { PauseReason } from './createOfflineStore.ts';
import { createPlaces } from './createPlaces.ts';

/** Downloads, and articles, that are under way at once. */
const PARALLEL = 4;
/** How long a run without a network waits before it tries again, in milliseconds. */
const NETWORK_REST = 15_000;

/** Works off the queue of what is to be saved, in one tab at a time. */
export interface Runner {
  /** Begins, unless it runs; another tab's run is waited for. */
  start(): void;
  /** Stops what is under way; what is saved so far stays saved. */
  pause(reason: PauseReason): void;
  /** Lets a paused run go on. */
  resume(): void;
  readPause(): PauseReason | undefined;
}

/** Whom a runner tells what. */
export interface RunListeners {
  /** A record is another one now. */
  onSaved(record: SavedRecord): void;
  /** Why the run has stopped; undefined where it goes on, or has ended. */
  onPause(reason: PauseReason | undefined): void;
}

/** Builds the runner. `lock`: a name of its own for each site. */
export function createRunner(
  copies: Copies,
  lock: string,
  { onSaved, onPause }: RunListeners,
): Runner {
  const download = createPlaces(PARALLEL);
  let controller = new AbortController();
  let paused: PauseReason | undefined;
  let isRunning = false;
  let timer = 0;

  async function run() {
    isRunning = true;
    try {
      const { locks } = navigator as Partial<Navigator>;
      if (locks) await locks.request(lock, { signal: controller.signal }, workOff);
      else await workOff();
    } catch (error) {
      handleStop(error);
    }
    isRunning = false;
    onPause(paused);
  }

  async function workOff() {
    while (!paused) {
      const queue = await copies.database.getAllKeysFromIndex('saved', 'by-queue');
      if (queue.length === 0) return;
      const { signal } = controller;
      const workers = Array.from({ length: PARALLEL }, async () => {
        for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
          signal.throwIfAborted();
          await saveOne(id, signal);
        }
      });
      try {
        await Promise.all(workers);
      } catch (error) {
        handleStop(error);
        // All of them must have stopped before another run begins.
        await Promise.allSettled(workers);
      }
    }
  }

  async function saveOne(id: string, signal: AbortSignal) {
    const record = await copies.database.get('saved', id);
    if (record?.queuedAt === undefined) return;
    try {
      await saveArticle(record, { copies, signal, download, onChange: onSaved });
    } catch (error) {
      // Also those that were under way beside the one that found no room.
      if (isQuotaError(error) || paused === 'quota') await rollBack(record);
      throw error;
    }
  }

  /** Half an article is no use, and its room may be what the next visit needs. One that was saved before stays. */
  async function rollBack(record: SavedRecord) {
    if (record.savedAt !== undefined) return;
    const [own = ''] = record.addresses;
    await copies.alone(async () => {
      const brought = (await copies.database.get('saved', record.id))?.addresses ?? [];
      const next = await updateRecord(copies.database, record, (stored) => ({
        ...stored,
        text: { state: 'waiting', bytes: 0 },
        pictures: [],
        addresses: [own],
      }));
      await copies.cache.delete(own);
      await removeUnused(copies, brought.slice(1));
      if (next) onSaved(next);
    });
  }

  function handleStop(error: unknown) {
    if (paused) return; // what was under way was told to stop
    if (isClosedError(error)) return; // no network would not be true, and another try no use
    if (isQuotaError(error)) pause('quota');
    else if (error instanceof SaveFailure) pause('network');
    else {
      pause('network');
      console.error(error);
    }
  }

  function pause(reason: PauseReason) {
    paused = reason;
    controller.abort();
    window.clearTimeout(timer);
    if (reason === 'network') timer = window.setTimeout(resume, NETWORK_REST);
    onPause(paused);
  }

  function resume() {
    window.clearTimeout(timer);
    paused = undefined;
    start();
    onPause(paused);
  }

  function start() {
    if (paused || isRunning) return;
    controller = new AbortController();
    void run().then(() => {
      // Something may have been added, or the pause ended, in the last moment.
      void copies.database.countFromIndex('saved', 'by-queue').then(
        (count) => count > 0 && start(),
        () => undefined, // the database was closed
      );
    });
  }

  return { start, pause, resume, readPause: () => paused };
}
