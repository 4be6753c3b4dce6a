import { readCovered } from '../read-state/sweeps.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import type { Entry, JournalRecord } from './Journal.ts';
import {
  nameBatch,
  readAllCovered,
  replayBatches,
  SWEEPS,
  subtractIds,
  writeAllCovered,
} from './sweepItems.ts';

/**
 * Compares what 全部标为已读 has covered with what the journal knows. Returns the record as it is to be written, in a
 * list; none where nothing has changed. What is lost comes back. `now` in milliseconds.
 */
export function noteSweeps(
  texts: KeyValueStore,
  record: JournalRecord | undefined,
  now: number,
): JournalRecord[] {
  const fields: Record<string, Entry> = { ...record?.fields };
  const batches = Object.values(fields).map(([at, value]) => ({ at, value }));
  const known = replayBatches(batches);
  const covered = readAllCovered(texts);
  if (known === covered) return [];
  const [added, removed] = [subtractIds(covered, known), subtractIds(known, covered)];
  // Nothing at all: the keys were emptied. Taking back uncovers one press of the button, no more.
  const isLost = covered === '' && batches.filter(({ value }) => isOn(value)).length > 1;
  if (isLost && readCovered(texts) === '') {
    writeAllCovered(texts, known);
    return [];
  }
  const at = Math.max(now, ...batches.map((batch) => batch.at + 1));
  for (const batch of [
    { isOn: false, ids: removed },
    { isOn: true, ids: added },
  ]) {
    if (batch.ids !== '') fields[nameBatch(at, batch)] = [at, batch];
  }
  return [{ name: SWEEPS, fields }];
}

function isOn(value: unknown): boolean {
  return (value as { isOn: boolean }).isOn;
}
