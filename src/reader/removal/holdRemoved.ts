import { type Copies, removeMany } from '../copies/copies.ts';
import type { SavedListRecord } from '../copies/openDatabase.ts';
import { forgetAllRemoved, forgetRemoved } from '../copies/removalNote.ts';
import type { SavedRecord, SaveReason } from '../copies/SavedRecord.ts';
import { undoOffer } from '../undo/offerUndo.ts';
import { holdRemovalLock, isRemovalHeld } from './removalLock.ts';

/** What was removed: records that are gone from the database and noted there as removed. */
export interface Removed {
  records: readonly SavedRecord[];
  /** Lists saved whole that went with them. */
  lists: readonly SavedListRecord[];
  /** It is all that was saved, and noted as such. */
  isAll?: boolean;
}

/** Copies of removed articles, as long as the removal can be taken back. */
export interface HeldRemovals {
  /**
   * Lets the copies go when no tab offers to take a removal back any more. A page that dies before leaves them to the
   * next start, which finds them noted as removed (`saving/sweepCopies.ts`); to those of other tabs it says that they
   * are to stay (`removalLock.ts`).
   */
  hold(removed: Removed): void;
  /** Puts records back, as they were, or for `reason` only. Returns those that were held and have not come back. */
  restore(ids: ReadonlySet<string>, reason?: SaveReason): Promise<SavedRecord[]>;
  /** Lets all copies go now. */
  finish(): Promise<void>;
}

/** So long a bookmark that is taken back takes, at most, to ask for its copy again; in milliseconds. */
const UNDOING = 3000;
/** So long another tab takes, at most, to begin to offer it, and after so long it is asked again; in milliseconds. */
const OTHERS = 1000;

/** Builds it. `onFinish` is called after copies have gone. */
export function createHeldRemovals(copies: Copies, onFinish: () => Promise<void>): HeldRemovals {
  const held = new Set<Removed>();

  async function finish(removed: Removed) {
    // It may have been put back, or gone already.
    if (!held.delete(removed)) return;
    await dropCopies(copies, removed);
    await onFinish();
  }

  return {
    hold(what) {
      const removed = { ...what };
      held.add(removed);
      const offer = undoOffer.read();
      const end = () => finish(removed).catch(() => undefined);
      if (!offer) {
        void waitForOthers(copies).then(end);
        return;
      }
      const release = holdRemovalLock(copies);
      const stop = undoOffer.subscribe(() => {
        if (undoOffer.read() === offer) return;
        stop();
        // What goes wrong is left to the next start.
        window.setTimeout(() => void end().then(release), UNDOING);
      });
    },
    async restore(ids, reason) {
      const back: Removed = { records: [], lists: [], isAll: false };
      for (const removed of held) {
        const { records, lists, isAll = false } = removed;
        back.records = [...back.records, ...records.filter(({ id }) => ids.has(id))];
        removed.records = records.filter(({ id }) => !ids.has(id));
        if (removed.records.length > 0) continue;
        back.lists = [...back.lists, ...lists];
        back.isAll ||= isAll;
        held.delete(removed);
      }
      if (back.records.length === 0) return [];
      return putBack(copies, back, reason);
    },
    async finish() {
      for (const removed of held) await finish(removed);
    },
  };
}

/**
 * Waits until no other tab offers to take a removal back: of a bookmark that is removed there this one may be the first
 * to take the record.
 */
async function waitForOthers(copies: Copies): Promise<void> {
  do await new Promise((done) => setTimeout(done, OTHERS));
  while (await isRemovalHeld(copies));
}

/** Takes the copies of removed records out of the cache, unless another record or list needs them. */
async function dropCopies(copies: Copies, { records, lists, isAll }: Removed): Promise<void> {
  const { database } = copies;
  const addresses = [...records, ...lists].flatMap((each) => each.addresses);
  await removeMany(copies, addresses);
  await (isAll ? forgetAllRemoved(database) : forgetRemoved(database, addresses));
}

/** Writes records and lists that are not there again by themselves. */
async function putBack(
  { database, alone }: Copies,
  { records, lists, isAll }: Removed,
  reason: SaveReason | undefined,
): Promise<SavedRecord[]> {
  return alone(async () => {
    const transaction = database.transaction(['saved', 'lists'], 'readwrite');
    const saved = transaction.objectStore('saved');
    const back: SavedRecord[] = [];
    for (const record of records) {
      if ((await saved.getKey(record.id)) !== undefined) continue;
      const next = reason ? { ...record, reasons: [reason] } : record;
      await saved.put(next);
      back.push(next);
    }
    const pinned = transaction.objectStore('lists');
    for (const list of lists) if (!(await pinned.getKey(list.path))) await pinned.put(list);
    await transaction.done;
    const addresses = [...back, ...lists].flatMap((each) => each.addresses);
    await (isAll ? forgetAllRemoved(database) : forgetRemoved(database, addresses));
    return back;
  });
}
