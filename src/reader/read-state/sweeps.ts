import { isRecord, isString } from '../data/parseSummary.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { SITE_KEYS } from '../storage/siteKeys.ts';
import { isShortIds } from './shortIds.ts';

/** Articles of each category, by path, as a sweep found them; all of them counted as read from then on. */
export type SweptCounts = Readonly<Record<string, number>>;

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
  /** Of the category and those below it; none of a tag, and none where an earlier version of the app swept. */
  counts?: SweptCounts;
  /** The reader was told, and wants to see it no more. */
  isSeen?: true;
}

/** Short ids that all sweeps but the last cover, and their counts. */
export const COVERED = `${SITE_KEYS}covered`;
/** The last sweep. Apart, so that to take it back is to remove it. */
export const LAST_SWEEP = `${COVERED}:last`;

/** Whether a key of the store is one of the sweeps'. */
export function isSweepKey(key: string): boolean {
  return key === COVERED || key === LAST_SWEEP;
}

/** Reads what sweeps but the last cover. A damaged text counts as none. */
export function readCovered(store: KeyValueStore): string {
  const { ids } = parseJson(store.read(COVERED));
  return isShortIds(ids) ? ids : '';
}

/** Reads the last sweep. */
export function readLastSweep(store: KeyValueStore): Sweep | undefined {
  const { category, count, at, ids, unread, isSeen, counts } = parseJson(store.read(LAST_SWEEP));
  const isSweep =
    isString(category) && typeof count === 'number' && typeof at === 'number' && isShortIds(ids);
  if (!isSweep || !Array.isArray(unread)) return undefined;
  return {
    category,
    count,
    at,
    ids,
    unread: unread.filter(isString),
    ...(isRecord(counts) && { counts: counts as SweptCounts }),
    ...(isSeen === true && { isSeen }),
  };
}

/** Returns the fields of a stored text; none where it is damaged. */
export function parseJson(text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
