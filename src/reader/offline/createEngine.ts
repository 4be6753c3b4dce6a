import type { QueryClient } from '@tanstack/react-query';
import type { ArticleSummary } from '../../model/Article.ts';
import type { Category } from '../../model/Catalogue.ts';
import { type CheckResult, checkCopies } from './checkCopies.ts';
import { type Copies, removeRecords } from './copies.ts';
import type { OfflineStore } from './createOfflineStore.ts';
import { createProgress } from './createProgress.ts';
import { createRunner } from './createRunner.ts';
import { type Database, readFact, updateRecord, writeFact } from './openDatabase.ts';
import { queueArticles, requeue } from './queueArticles.ts';
import type { AppWorker } from './registerWorker.ts';
import {
  isIncomplete,
  type SavedRecord,
  type SavedSummary,
  type SaveReason,
} from './SavedRecord.ts';
import { isQuotaError } from './SaveFailure.ts';
import { listPending, pinList, readCategory, settleList, unpinLists } from './saveLists.ts';

/** What can be done about saved articles. Comes after the first paint. */
export interface OfflineEngine {
  worker: AppWorker;
  copies: Copies;
  /** Saves articles as they come, a batch at a time. */
  save(
    batches: Iterable<SavedSummary[]> | AsyncIterable<SavedSummary[]>,
    reason: SaveReason,
  ): Promise<void>;
  /** Saves all articles of a category, and its list. Throws ArchiveError. */
  saveCategory(category: Category): Promise<void>;
  /** Reads the summaries of a category, for an estimate. Throws ArchiveError. */
  readCategory(category: Category): AsyncIterable<ArticleSummary[]>;
  /** Tries again what is missing of an article, of all without `id`. */
  repair(id?: string): Promise<void>;
  check(onProgress: (done: number, all: number) => void): Promise<CheckResult>;
  /** Removes copies; with `reason` only those that are kept for no other reason. */
  remove(ids: readonly string[], reason?: SaveReason): Promise<void>;
  removeAll(): Promise<void>;
  readRecords(): Promise<SavedRecord[]>;
  pause(): void;
  resume(): void;
  /** Gives up what is not saved yet. */
  cancel(): Promise<void>;
  /** Begins what an earlier page left unfinished. `records`: as the sweep gave them. */
  start(records: readonly SavedRecord[]): Promise<void>;
}

/** Builds the engine over opened copies. `name`: the database's, from which locks and the tabs' channel get theirs. */
export function createEngine(
  copies: Copies,
  name: string,
  store: OfflineStore,
  client: QueryClient,
  worker: AppWorker,
): OfflineEngine {
  const { database } = copies;
  const runner = createRunner(copies, `${name} run`, (record) => {
    if (record) progress.add([record]);
    progress.tellPause(runner.readPause());
  });
  const progress = createProgress(store, name, (reason) =>
    reason ? runner.pause(reason) : runner.resume(),
  );

  async function tryAgain(choose: (record: SavedRecord) => boolean) {
    progress.add(await requeue(database, choose));
    // What the reader has stopped, or the lack of room, does not go on by itself.
    if (runner.readPause() === 'network') runner.resume();
    else runner.start();
  }

  /** Where there is no room even for the records, nothing is queued and no run can tell it. */
  async function tellIfFull(work: () => Promise<void>) {
    try {
      await work();
      if (store.read().isFull) store.change({ isFull: false });
    } catch (error) {
      if (!isQuotaError(error)) throw error;
      store.change({ isFull: true });
    }
  }

  window.addEventListener('online', () => void tryAgain(isWaitingForNetwork));

  /** Counts the times that the reader gave up what was not saved yet. */
  let round = 0;

  const engine: OfflineEngine = {
    worker,
    copies,
    async save(batches, reason) {
      // Answered at once or by a question of the browser; either way saving begins.
      void navigator.storage?.persist?.();
      const own = round;
      await tellIfFull(async () => {
        for await (const batch of batches) {
          if (own !== round) return; // cancelled
          await queueArticles(database, batch, reason, progress.add);
          runner.start();
        }
      });
    },
    async saveCategory(category) {
      await tellIfFull(async () => {
        await pinList(copies, category, true);
        await engine.save(readCategory(client, category), 'list');
        await settleList(copies, category.path);
      });
    },
    readCategory: (category) => readCategory(client, category),
    async repair(id) {
      await tryAgain((record) => isIncomplete(record) && (id === undefined || record.id === id));
      engine.resume();
    },
    check: (onProgress) => checkCopies(copies, onProgress, (record) => progress.add([record])),
    async remove(ids, reason) {
      if (reason === undefined) await decline(database, ids);
      const gone = reason === undefined ? ids : await dropReason(copies, ids, reason);
      await removeRecords(copies, gone);
      progress.remove(gone);
      if ((await database.count('saved')) === 0) await unpinLists(copies);
    },
    async removeAll() {
      await engine.remove(await database.getAllKeys('saved'));
    },
    readRecords: () => database.getAll('saved'),
    pause() {
      runner.pause('reader');
      void writeFact(database, 'isPaused', true);
    },
    resume() {
      void writeFact(database, 'isPaused', false);
      runner.resume();
    },
    async cancel() {
      round += 1;
      runner.pause('reader');
      for (const { path } of await database.getAll('lists')) await settleList(copies, path);
      const queued = await database.getAllFromIndex('saved', 'by-queue');
      for (const record of queued) {
        // What was whole before is not removed; nothing more of it is fetched.
        if (record.savedAt === undefined || record.reasons.includes('bookmark')) continue;
        const next = await updateRecord(database, record, ({ queuedAt: _, ...rest }) => rest);
        if (next) progress.add([next]);
      }
      const fresh = queued.filter((record) => record.savedAt === undefined);
      await engine.remove(
        fresh.map(({ id }) => id),
        'list',
      );
      engine.resume();
    },
    async start(records) {
      progress.add(records);
      progress.flush();
      if (await readFact(database, 'isPaused')) runner.pause('reader');
      await tryAgain(isWaitingForNetwork);
      for (const category of await listPending(copies, client).catch(() => [])) {
        void engine.saveCategory(category).catch(() => undefined); // left to the next start
      }
    },
  };
  return engine;
}

/** Whether something of it failed only because there was no network. */
function isWaitingForNetwork({ text, pictures }: SavedRecord): boolean {
  const hasFailed = (piece: { reason?: string }) =>
    piece.reason === 'network' || piece.reason === 'too-slow';
  return hasFailed(text) || pictures.some(hasFailed);
}

/** Notes which of them are bookmarked, so that they are not saved again by themselves. */
async function decline(database: Database, ids: readonly string[]): Promise<void> {
  const records = await Promise.all(ids.map((id) => database.get('saved', id)));
  const bookmarked = records.filter((record) => record?.reasons.includes('bookmark'));
  if (bookmarked.length === 0) return;
  const declined = new Set((await readFact(database, 'declined')) ?? []);
  for (const record of bookmarked) if (record) declined.add(record.id);
  await writeFact(database, 'declined', [...declined]);
}

/** Takes a reason out of records and gives the ids of those that have none left. */
async function dropReason(
  { database }: Copies,
  ids: readonly string[],
  reason: SaveReason,
): Promise<string[]> {
  const gone: string[] = [];
  const transaction = database.transaction('saved', 'readwrite');
  for (const id of ids) {
    const record = await transaction.store.get(id);
    if (!record?.reasons.includes(reason)) continue;
    const reasons = record.reasons.filter((each) => each !== reason);
    if (reasons.length === 0) gone.push(id);
    await transaction.store.put({ ...record, reasons });
  }
  await transaction.done;
  return gone;
}
