import { isRecord, isString } from '../data/parseSummary.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { SITE_KEYS } from '../storage/siteKeys.ts';
import { isShortIds, mergeShortIds } from './shortIds.ts';

/** What 全部标为已读 did last; it can be taken back. */
export interface Sweep {
  /** Path of the category, `''` for all articles; for a tag what its list is called. */
  category: string;
  /** Articles that were unread until then. */
  count: number;
  /** When, in milliseconds. */
  at: number;
  /** Short ids that nothing had covered before. */
  ids: string;
  /** Ids that had been marked as unread by hand. */
  unread: string[];
  /** The reader was told, and wants to see it no more. */
  isSeen?: true;
}

/** Short ids that all sweeps but the last cover. */
const COVERED = `${SITE_KEYS}covered`;
/** The last sweep. Apart, so that to take it back is to remove it. */
const LAST = `${COVERED}:last`;

/** Whether a key of the store is one of the sweeps'. */
export function isSweepKey(key: string): boolean {
  return key === COVERED || key === LAST;
}

/** Reads what sweeps but the last cover. A damaged text counts as none. */
export function readCovered(store: KeyValueStore): string {
  const { ids } = parseJson(store.read(COVERED));
  return isShortIds(ids) ? ids : '';
}

/** Reads the last sweep. */
export function readLastSweep(store: KeyValueStore): Sweep | undefined {
  const { category, count, at, ids, unread, isSeen } = parseJson(store.read(LAST));
  const isSweep =
    isString(category) && typeof count === 'number' && typeof at === 'number' && isShortIds(ids);
  if (!isSweep || !Array.isArray(unread)) return undefined;
  const sweep = { category, count, at, ids, unread: unread.filter(isString) };
  return isSeen === true ? { ...sweep, isSeen } : sweep;
}

/** Writes a sweep as the last one; the one before becomes part of the others first, so that none is ever lost. */
export function writeSweep(store: KeyValueStore, sweep: Sweep): void {
  const last = readLastSweep(store);
  let { ids } = sweep;
  if (last && last.at !== sweep.at) {
    const covered = mergeShortIds(readCovered(store), last.ids);
    store.write(COVERED, JSON.stringify({ v: 1, ids: covered }));
    // No room among the others: taking both back is less than losing the one before.
    if (store.hasFailed(COVERED)) ids = mergeShortIds(last.ids, ids);
  }
  store.write(LAST, JSON.stringify({ v: 1, ...sweep, ids }));
}

/** Removes the last sweep. */
export function removeLastSweep(store: KeyValueStore): void {
  store.remove(LAST);
}

function parseJson(text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
