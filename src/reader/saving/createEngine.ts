import type { Article } from '../../model/Article.ts';
import type { Category } from '../../model/Catalogue.ts';
import { beginCancel, countCancels, endCancel } from '../copies/cancelSaving.ts';
import { type Copies, removeRecords, takeRecords } from '../copies/copies.ts';
import { buildArticleAddress } from '../copies/fetchArticleCopy.ts';
import { groupSaved } from '../copies/groupSaved.ts';
import { lookForCopies } from '../copies/lookForCopies.ts';
import { readFact, updateRecord, writeFact } from '../copies/openDatabase.ts';
import { queueArticles, queueMoved, requeue } from '../copies/queueArticles.ts';
import { readRecords, readSlices } from '../copies/recordSlices.ts';
import { renewArticle } from '../copies/renewArticle.ts';
import {
  isIncomplete,
  type SavedRecord,
  type SavedSummary,
  type SaveReason,
} from '../copies/SavedRecord.ts';
import { createHeldRemovals, type Removed } from '../removal/holdRemoved.ts';
import {
  accept,
  decline,
  dropReason,
  removeWaiting,
  takeAllSaved,
} from '../removal/removeSaved.ts';
import { SITE_KEYS } from '../storage/siteKeys.ts';
import { formatCount } from '../ui/formatCount.ts';
import { offerUndo } from '../undo/offerUndo.ts';
import { offlineWords } from '../words/offlineWords.ts';
import { checkCopies } from './checkCopies.ts';
import type { Progress } from './createProgress.ts';
import { createRunner } from './createRunner.ts';
import type { AppWorker, OfflineEngine } from './OfflineEngine.ts';
import type { OfflineParts } from './OfflineParts.ts';
import {
  listPending,
  noteListIds,
  pinList,
  readCategory,
  settleList,
  unpinLists,
} from './saveLists.ts';
import { ifClosed, tellFailures } from './tellFailures.ts';

/** Says that the reader has given up what waits to be saved, until the database says so. */
const CANCELLED = `${SITE_KEYS}cancelled`;

/** So many articles that were put back are looked for at once; the next start looks for all. */
const MOST_LOOKED_FOR = 50;

type Batches = Iterable<readonly SavedSummary[]> | AsyncIterable<readonly SavedSummary[]>;

/** What an engine works with. */
export interface EngineParts
  extends Pick<OfflineParts, 'store' | 'client' | 'keyValues' | 'readIds'> {
  copies: Copies;
  /** Built before what is saved was read, so that nothing that other tabs tell meanwhile is missed. */
  progress: Progress;
  worker: AppWorker;
  /** A saved article is another one now. */
  onRenew(article: Article): void;
}

/** Builds the engine over opened copies. */
export function createEngine(parts: EngineParts): OfflineEngine {
  const { copies, progress, store, client, worker, keyValues, readIds, onRenew } = parts;
  const { database } = copies;
  const attempt = tellFailures(store);
  const runner = createRunner(copies, `${copies.name} run`, {
    onSaved: (record) => progress.add([record]),
    onPause: progress.tellPause,
  });
  progress.onPause((reason) => (reason ? runner.pause(reason) : runner.resume()));

  async function tryAgain(choose: (record: SavedRecord) => boolean) {
    progress.add(await requeue(database, choose));
    // What the reader has stopped, or the lack of room, does not go on by itself.
    if (runner.readPause() === 'network') runner.resume();
    else runner.start();
  }

  const held = createHeldRemovals(copies, async () => {
    if ((await database.count('saved')) === 0) await unpinLists(copies);
    // The room that is left is another now.
    store.change({});
  });

  async function renew(id: string): Promise<boolean> {
    const known = await database.get('saved', id);
    if (!known) return false;
    const record = await lookForCopies(copies, known);
    if (record !== known) {
      progress.add([record]);
      await tryAgain(({ id: each }) => each === id);
      return false;
    }
    const renewal = await renewArticle(copies, record, new AbortController().signal);
    if (renewal.outcome !== 'renewed') return false;
    progress.add([renewal.record]);
    runner.start();
    onRenew(renewal.article);
    return true;
  }

  window.addEventListener('online', () => void attempt(() => tryAgain(isWaitingForNetwork)));

  /** Queues articles as they come. `cancels`: as they were when the reader asked for it. */
  async function queue(batches: Batches, reason: SaveReason, cancels: number) {
    for await (const batch of batches) {
      if (!(await queueArticles(database, batch, reason, cancels, progress.add))) return;
      runner.start();
    }
    if (store.read().isFull) store.change({ isFull: false });
  }

  /** Does what the reader asked for. Said before anything is done: the pages of a list alone take seconds. */
  async function begin(count: number, work: (cancels: number) => Promise<void>) {
    void navigator.storage?.persist?.();
    // What was removed may have been removed to make room.
    await held.finish();
    progress.expect(count);
    store.change({ event: { kind: 'begun', count } });
    try {
      const cancels = await countCancels(database);
      await work(cancels);
    } finally {
      progress.expect(0);
    }
  }

  async function remove(ids: readonly string[], reason?: SaveReason) {
    if (reason === undefined)
      await decline(database, await Promise.all(ids.map((id) => database.get('saved', id))));
    const gone = reason === undefined ? ids : await dropReason(copies, ids, reason);
    const records = await takeRecords(copies, gone);
    progress.remove(gone);
    // At once: a page that dies before it has told the other tabs leaves 已可离线阅读 on them.
    progress.flush();
    const removed = { records, lists: [] };
    if (reason === undefined) offerToPutBack(removed);
    held.hold(removed);
  }

  async function removeAll() {
    const removed = await takeAllSaved(copies);
    progress.removeAll();
    offerToPutBack(removed);
    held.hold(removed);
  }

  /** Says what the reader has removed. What comes back is as it was, and is tried again where its copies are gone. */
  function offerToPutBack({ records }: Removed) {
    if (records.length === 0) return;
    offerUndo(offlineWords.removed(formatCount(records.length)), () => {
      void attempt(async () => {
        const ids = new Set(records.map(({ id }) => id));
        const back = await held.restore(ids);
        progress.add(back);
        await accept(database, ids);
        const gone = back.slice(0, MOST_LOOKED_FOR).map(({ id }) => renew(id));
        await Promise.all(gone);
      });
    });
  }

  /**
   * Notes that the reader gives up what waits. In localStorage first, which is written at once: the database may let
   * this page wait for another tab's work, and the page may be left meanwhile.
   */
  async function noteCancel() {
    keyValues.write(CANCELLED, JSON.stringify({ v: 1 }));
    // Without room for the note nothing can be queued either.
    await beginCancel(database).catch(() => undefined);
    keyValues.remove(CANCELLED);
  }

  /** Gives up what waits to be saved, and lets the run go on with what comes next. */
  async function giveUp() {
    progress.expect(0);
    const count = await removeWaiting(copies, (changed, gone) => {
      progress.add(changed);
      progress.remove(gone);
    });
    if ((await database.count('saved')) === 0) await unpinLists(copies);
    await endCancel(database);
    // Ends the run as long as it is known why: what goes on is another one.
    progress.flush();
    store.change({ event: { kind: 'cancelled', count } });
    resume();
  }

  function resume() {
    void attempt(() => writeFact(database, 'isPaused', false));
    // What was removed may have been removed to make room.
    void attempt(() => held.finish()).finally(runner.resume);
  }

  const saveCategory = (category: Category, count: number) =>
    attempt(() =>
      begin(count, async (cancels) => {
        await pinList(copies, client, category, cancels);
        await noteListIds(copies, client, category, readIds);
        await queue(readCategory(client, category), 'list', cancels);
        await settleList(copies, category.path);
      }),
    );

  return {
    worker,
    copies,
    async save(summaries, reason) {
      // Answered at once or by a question of the browser; either way saving begins.
      void navigator.storage?.persist?.();
      const cancels = await countCancels(database);
      // A bookmark that was taken back has its copies still.
      progress.add(await held.restore(new Set(summaries.map(({ id }) => id)), reason));
      await attempt(() => queue([summaries], reason, cancels));
    },
    saveCategory,
    saveFound: (summaries, count) =>
      attempt(() => begin(count, (cancels) => queue([summaries], 'list', cancels))),
    readCategory: (category) => readCategory(client, category),
    repair: (id) =>
      attempt(async () => {
        await tryAgain((record) => isIncomplete(record) && (id === undefined || record.id === id));
        resume();
      }),
    renew,
    settleUpdate: (id) =>
      attempt(async () => {
        const record = await database.get('saved', id);
        if (record?.updatedAt === undefined) return;
        const next = await updateRecord(database, record, ({ updatedAt: _, ...rest }) => rest);
        if (next) progress.add([next]);
      }),
    check: (onProgress) =>
      checkCopies(copies, onProgress, (record) => progress.add([record]), renew).catch(ifClosed),
    remove: (ids, reason) => (reason ? remove(ids, reason) : attempt(() => remove(ids))),
    removeAll: () => attempt(removeAll),
    async beginMove(from, summary) {
      const record = await queueMoved(database, from, summary);
      if (record) progress.add([record]);
      runner.start();
      return record !== undefined;
    },
    async endMove(from, to) {
      await removeRecords(copies, [from]);
      progress.remove([from]);
      // Last: a page that dies before it leaves the note that the next one goes by (`openOffline.ts`).
      const record = await database.get('saved', to);
      if (record) await updateRecord(database, record, ({ replaces: _, ...rest }) => rest);
    },
    readSummary: async (id) => (await database.get('saved', id))?.summary,
    async readCopy(id) {
      return (await copies.cache.match(buildArticleAddress(id)))?.text();
    },
    readRecords: () => readRecords(database),
    readGroups: () => groupSaved(readSlices(database, 'saved')),
    pause() {
      runner.pause('reader');
      void attempt(() => writeFact(database, 'isPaused', true));
    },
    resume,
    cancel: () =>
      attempt(async () => {
        runner.pause('cancel');
        await noteCancel();
        await giveUp();
      }),
    async start(records) {
      progress.load(records);
      if (keyValues.read(CANCELLED) !== undefined) await noteCancel();
      if (await readFact(database, 'isCancelling')) {
        // An earlier page did not get through with it.
        runner.pause('cancel');
        void giveUp().catch(() => undefined); // left to the next start
        return;
      }
      if (await readFact(database, 'isPaused')) runner.pause('reader');
      await tryAgain(isWaitingForNetwork);
      for (const category of await listPending(copies, client).catch(() => [])) {
        const known = records.filter(({ summary }) => isWithin(summary.category, category));
        const count = Math.max(0, category.count - known.length);
        void saveCategory(category, count).catch(() => undefined); // left to the next start
      }
    },
  };
}

/** Whether something of it failed only because there was no network. */
function isWaitingForNetwork({ text, pictures }: SavedRecord): boolean {
  const hasFailed = (piece: { reason?: string }) =>
    piece.reason === 'network' || piece.reason === 'too-slow';
  return hasFailed(text) || pictures.some(hasFailed);
}

function isWithin(path: string, category: Category): boolean {
  return category.path === '' || `${path}/`.startsWith(`${category.path}/`);
}
