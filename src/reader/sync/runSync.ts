import { noteStore } from '../notes/noteStore.ts';
import { buildOwnNames } from '../own/ownNames.ts';
import { startOwn } from '../own/startOwn.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import type { SyncPlace } from './SyncPlace.ts';
import { changeSyncState } from './syncState.ts';
import { type SyncResult, syncWith } from './syncWith.ts';

const NAME = buildOwnNames(import.meta.env.BASE_URL).sync;

/** Syncs this device with a place, one tab at a time. Throws SyncError. */
export async function runSync(texts: KeyValueStore, place: SyncPlace): Promise<SyncResult> {
  const own = startOwn(texts);
  const work = () => syncWith(place, own, noteStore);
  const { locks } = navigator as Partial<Pick<Navigator, 'locks'>>;
  const result = await (locks ? locks.request(NAME, work) : work());
  changeSyncState(texts, { syncedAt: new Date().toISOString(), trouble: '' });
  return result;
}
