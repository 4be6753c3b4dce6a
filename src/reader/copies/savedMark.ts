import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { SITE_KEYS } from '../storage/siteKeys.ts';
import type { Database } from './openDatabase.ts';

/** Says in localStorage how many articles are saved, so that one can tell when all of it was cleared. */
const MARK = `${SITE_KEYS}saved`;

/** Returns how many articles were saved when it was written last. */
export function readSavedMark(keyValues: KeyValueStore): number {
  return Number(/"count":(\d+)/.exec(keyValues.read(MARK) ?? '')?.[1] ?? 0);
}

/** Writes how many articles are saved now. */
export async function writeSavedMark(
  keyValues: KeyValueStore,
  database: Pick<Database, 'count'>,
): Promise<void> {
  const text = JSON.stringify({ v: 1, count: await database.count('saved') });
  if (keyValues.read(MARK) !== text) keyValues.write(MARK, text);
}
