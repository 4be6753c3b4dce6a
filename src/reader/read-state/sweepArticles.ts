import { type ListIds, shortenId, splitShortIds } from '../../model/ListIds.ts';
import { isRecord } from '../data/parseSummary.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { isCovered, readAllMarks } from './createReadStore.ts';
import { createUnreadCheck } from './createUnreadCheck.ts';
import { changeShard, markRead } from './readShards.ts';
import { buildShortIds, mergeShortIds } from './shortIds.ts';
import {
  COVERED,
  LAST_SWEEP,
  parseJson,
  readCovered,
  readLastSweep,
  type Sweep,
  type SweptCounts,
} from './sweeps.ts';

/** What 全部标为已读 is to cover. */
export interface SweptList {
  /** As `Sweep.category`. */
  category: string;
  list: ListIds;
  counts?: SweptCounts;
}

/** Marks exactly the articles of a list as read. Returns how many were unread. `now`: in milliseconds. */
export function sweepArticles(store: KeyValueStore, swept: SweptList, now = Date.now()): number {
  const { category, counts } = swept;
  const { ids, former } = swept.list;
  const before = readAllMarks(store);
  const all = splitShortIds(ids);
  const known = new Set(all);
  const unread = [...before.unread].filter((id) => known.has(shortenId(id)));
  const count = all.filter(createUnreadCheck(before, former)).length;
  // Pressed twice, it must still be possible to take back the first time.
  if (count === 0 && before.lastSweep?.category === category) {
    const { isSeen: _, ...last } = before.lastSweep;
    writeSweep(store, last);
    return 0;
  }
  const fresh = buildShortIds(all.filter((id) => !isCovered(before, id)));
  writeSweep(store, { category, count, at: now, ids: fresh, unread, ...(counts && { counts }) });
  for (const id of unread) {
    changeShard(store, id, (shard) => ({
      read: shard.read,
      unread: shard.unread.filter((each) => each !== id),
    }));
  }
  return count;
}

/** Takes the last sweep back. */
export function undoSweep(store: KeyValueStore): void {
  const last = readLastSweep(store);
  if (!last) return;
  store.remove(LAST_SWEEP);
  for (const id of last.unread) markRead(store, id, false);
}

/** Notes that the reader wants to see no more of the last sweep. */
export function dismissSweep(store: KeyValueStore): void {
  const last = readLastSweep(store);
  if (last && !last.isSeen)
    store.write(LAST_SWEEP, JSON.stringify({ v: 1, ...last, isSeen: true }));
}

/** Reads the counts of all sweeps: of each category the largest, since its articles were all covered then. */
export function readSweptCounts(store: KeyValueStore): SweptCounts {
  const { counts } = parseJson(store.read(COVERED));
  return mergeCounts(isRecord(counts) ? (counts as SweptCounts) : {}, readLastSweep(store)?.counts);
}

/** Writes a sweep as the last one; the one before becomes part of the others first, so that none is ever lost. */
function writeSweep(store: KeyValueStore, sweep: Sweep): void {
  const last = readLastSweep(store);
  let { ids } = sweep;
  if (last && last.at !== sweep.at) {
    const covered = mergeShortIds(readCovered(store), last.ids);
    const counts = readSweptCounts(store);
    store.write(COVERED, JSON.stringify({ v: 1, ids: covered, counts }));
    // No room among the others: taking both back is less than losing the one before.
    if (store.hasFailed(COVERED)) ids = mergeShortIds(last.ids, ids);
  }
  store.write(LAST_SWEEP, JSON.stringify({ v: 1, ...sweep, ids }));
}

function mergeCounts(one: SweptCounts, other: SweptCounts = {}): SweptCounts {
  const merged = { ...one };
  for (const [path, count] of Object.entries(other))
    merged[path] = Math.max(Number(merged[path] ?? 0), Number(count));
  return merged;
}
