import { shortenId, splitShortIds } from '../../model/ListIds.ts';
import { isRecord } from '../data/parseSummary.ts';
import { buildShortIds, hasShortId, isShortIds, mergeShortIds } from '../read-state/shortIds.ts';
import {
  COVERED,
  LAST_SWEEP,
  parseJson,
  readCovered,
  readLastSweep,
} from '../read-state/sweeps.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { type Item, type Items, splitItemKey } from './Item.ts';

/** The name that the items of 全部标为已读 have; each is what one press, or taking it back, changed. */
export const SWEEPS = 'covered';

/** What one press of 全部标为已读 covered, or uncovered: short ids as one sorted text. */
interface Batch {
  isOn: boolean;
  ids: string;
}

/** Whether a value that comes from elsewhere is a batch. */
export function isBatch(value: unknown): value is Batch {
  return isRecord(value) && typeof value.isOn === 'boolean' && isShortIds(value.ids);
}

/** Builds the field of a batch: batches never change, and two of one moment have different names. */
export function nameBatch(at: number, { isOn, ids }: Batch): string {
  return `${at}/${isOn ? 'on' : 'off'}/${ids.slice(0, 16)}${ids.length}`;
}

/** Returns the set that batches leave covered, played in the order of their time. */
export function replayBatches(batches: Iterable<Item>): string {
  const covered = new Set<string>();
  for (const { value } of sortBatches(batches)) {
    for (const id of splitShortIds(value.ids)) {
      if (value.isOn) covered.add(id);
      else covered.delete(id);
    }
  }
  return buildShortIds(covered);
}

/** Returns what this device has covered. */
export function readAllCovered(texts: KeyValueStore): string {
  return mergeShortIds(readCovered(texts), readLastSweep(texts)?.ids ?? '');
}

/** Makes this device cover exactly a set. What 全部标为已读 did last can be taken back as long as it is whole. */
export function writeAllCovered(texts: KeyValueStore, covered: string): void {
  const last = readLastSweep(texts);
  const isWhole = last && splitShortIds(last.ids).every((id) => hasShortId(covered, id));
  const rest = isWhole ? subtractIds(covered, last.ids) : covered;
  if (last && !isWhole) texts.remove(LAST_SWEEP);
  const before = readCovered(texts);
  if (rest === before) return;
  // Counts of categories hold as long as nothing is uncovered.
  const isMore = subtractIds(before, rest) === '';
  const counts = isMore ? parseJson(texts.read(COVERED)).counts : undefined;
  texts.write(COVERED, JSON.stringify({ v: 1, ids: rest, counts }));
}

/** Returns the ids of one set that another has not. */
export function subtractIds(ids: string, without: string): string {
  return buildShortIds(splitShortIds(ids).filter((id) => !hasShortId(without, id)));
}

/** Returns the items without articles marked as unread that 全部标为已读 has covered since. */
export function dropOverruled(items: Items): Map<string, Item> {
  const coveredAt = new Map<string, number>();
  for (const [key, item] of items) {
    if (splitItemKey(key).name !== SWEEPS || !isBatch(item.value) || !item.value.isOn) continue;
    for (const id of splitShortIds(item.value.ids)) {
      coveredAt.set(id, Math.max(item.at, coveredAt.get(id) ?? 0));
    }
  }
  const kept = new Map(items);
  for (const [key, { at, value }] of items) {
    if (value !== false || !key.startsWith('read:')) continue;
    const { field } = splitItemKey(key);
    if ((coveredAt.get(shortenId(field)) ?? -1) >= at) kept.set(key, { at, value: null });
  }
  return kept;
}

function sortBatches(batches: Iterable<Item>): { at: number; value: Batch }[] {
  const sound = [...batches].flatMap(({ at, value }) => (isBatch(value) ? [{ at, value }] : []));
  // Of one moment: what takes away goes first, as every device has it.
  return sound.sort((a, b) => a.at - b.at || Number(a.value.isOn) - Number(b.value.isOn));
}
