import { isRecord, isString } from '../data/parseSummary.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { SITE_KEYS } from '../storage/siteKeys.ts';

/** The ids that begin with one character share a key: at most 32 keys, and one damaged costs a part. */
export const READ_PREFIX = `${SITE_KEYS}read:`;

/** So many ids are kept for each first character, the last ones: 32,000 in all, in 416 KB. */
const MOST = 1000;

/** The marks that stand under one key: ids that were read, and ids marked as unread although a sweep covers them. */
export interface Shard {
  read: string[];
  unread: string[];
}

/** Reads the marks under each key. A damaged text counts as none. */
export function readShards(store: KeyValueStore): Shard[] {
  return store.readKeys(READ_PREFIX).map((key) => parseShard(store.read(key)));
}

/** Changes the marks under the key of an id. They are read at once before: another tab may have written meanwhile. */
export function changeShard(
  store: KeyValueStore,
  id: string,
  change: (shard: Shard) => Shard | undefined,
): void {
  const key = READ_PREFIX + id.slice(0, 1);
  const next = change(parseShard(store.read(key)));
  if (!next) return;
  store.write(key, formatShard(next));
}

/** Marks an article as read or unread. */
export function markRead(store: KeyValueStore, id: string, isNowRead: boolean): void {
  const others = (ids: string[]) => ids.filter((other) => other !== id);
  changeShard(store, id, ({ read, unread }) => {
    if (isNowRead && read.includes(id)) return undefined;
    return isNowRead
      ? { read: [...read, id], unread: others(unread) }
      : { read: others(read), unread: [...others(unread), id] };
  });
}

/** Returns the text to store; of too many ids the first ones are left out. */
export function formatShard({ read, unread }: Shard): string {
  return JSON.stringify({ v: 1, read: read.slice(-MOST), unread: unread.slice(-MOST) });
}

/** Parses it; a damaged text counts as empty. */
export function parseShard(text: string | undefined): Shard {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return isRecord(value)
      ? { read: parseIds(value.read), unread: parseIds(value.unread) }
      : { read: [], unread: [] };
  } catch {
    return { read: [], unread: [] };
  }
}

function parseIds(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(isString) : [];
}
