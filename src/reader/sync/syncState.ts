import { isRecord, isString } from '../data/parseSummary.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { SITE_KEYS } from '../storage/siteKeys.ts';

/** How this device syncs. Never part of a backup: it holds a password. */
export interface SyncState {
  /** The server, where there is one. */
  address: string;
  user: string;
  /** Empty where it is not to be kept. */
  password: string;
  /** Syncs with the server without being asked. */
  isAuto: boolean;
  /** When this device synced last, UTC; empty where it never did. */
  syncedAt: string;
  /** Why the last sync by itself failed; empty where it didn't. */
  trouble: string;
}

const KEY = `${SITE_KEYS}sync`;
const START: SyncState = {
  address: '',
  user: '',
  password: '',
  isAuto: false,
  syncedAt: '',
  trouble: '',
};

/** Whether a key is where the sync is kept. */
export function isSyncKey(key: string): boolean {
  return key === KEY;
}

/** Reads how this device syncs. A damaged text counts as none. */
export function readSyncState(texts: KeyValueStore): SyncState {
  try {
    const value: unknown = JSON.parse(texts.read(KEY) ?? '{}');
    if (!isRecord(value)) return START;
    const read = (name: keyof SyncState) => (isString(value[name]) ? value[name] : '');
    return {
      address: read('address'),
      user: read('user'),
      password: read('password'),
      isAuto: value.isAuto === true,
      syncedAt: read('syncedAt'),
      trouble: read('trouble'),
    };
  } catch {
    return START;
  }
}

/** Changes it. */
export function changeSyncState(texts: KeyValueStore, part: Partial<SyncState>): void {
  texts.write(KEY, JSON.stringify({ v: 1, ...readSyncState(texts), ...part }));
}
