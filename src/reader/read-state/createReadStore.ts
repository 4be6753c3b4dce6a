import { type ListIds, shortenId, splitShortIds } from '../../model/ListIds.ts';
import { isRecord, isString } from '../data/parseSummary.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { SITE_KEYS } from '../storage/siteKeys.ts';
import { buildShortIds, hasShortId } from './shortIds.ts';
import {
  isSweepKey,
  readCovered,
  readLastSweep,
  removeLastSweep,
  type Sweep,
  writeSweep,
} from './sweeps.ts';

/** What has been read, as it is now. Another object after each change. */
export interface ReadMarks {
  read: ReadonlySet<string>;
  /** Marked as unread although a sweep covers them. */
  unread: ReadonlySet<string>;
  /** Short ids that 全部标为已读 covered, but for the last time. The same text until there is another sweep. */
  covered: string;
  lastSweep: Sweep | undefined;
}

/** What is to be known of an article to tell whether it has been read. */
export interface MarkedArticle {
  id: string;
  formerIds?: string[];
}

/** The marks of what has been read, outside React. */
export interface ReadStore {
  /** The same object until something changes. */
  readMarks(): ReadMarks;
  mark(id: string, isRead: boolean): void;
  /** Marks exactly the articles of a list as read. Returns how many were unread. */
  sweep(category: string, list: ListIds): number;
  /** Takes the last sweep back. */
  undoSweep(): void;
  /** The reader wants to see no more of the last sweep. */
  dismissSweep(): void;
  /** Lets an article that was moved keep its mark. */
  move(from: string, to: string): void;
  subscribe(listener: () => void): () => void;
}

/** Whether an article has been read, or counts as read; under a former id, too. */
export function isRead(marks: ReadMarks, { id, formerIds = [] }: MarkedArticle): boolean {
  const ids = [id, ...formerIds];
  if (ids.some((each) => marks.read.has(each))) return true;
  if (ids.some((each) => marks.unread.has(each))) return false;
  return ids.some((each) => isCovered(marks, shortenId(each)));
}

/** Whether 全部标为已读 covers a short id. */
export function isCovered({ covered, lastSweep }: ReadMarks, id: string): boolean {
  return hasShortId(covered, id) || hasShortId(lastSweep?.ids ?? '', id);
}

/** The ids that begin with one character share a key: at most 32 keys, and one damaged costs a part. */
const PREFIX = `${SITE_KEYS}read:`;

/** So many ids are kept for each first character, the last ones: 32,000 in all, in 416 KB. */
const MOST = 1000;

/** Builds the marks over a store of small texts. A damaged value counts as none. */
export function createReadStore(
  store: KeyValueStore,
  readClock: () => number = Date.now,
): ReadStore {
  let marks: ReadMarks | undefined;
  store.subscribe((key) => {
    if (key === undefined || key.startsWith(PREFIX) || isSweepKey(key)) marks = undefined;
  });

  const writeShard = (key: string, { read, unread }: Shard) =>
    store.write(
      key,
      JSON.stringify({ v: 1, read: read.slice(-MOST), unread: unread.slice(-MOST) }),
    );

  function mark(id: string, isNowRead: boolean): void {
    const key = PREFIX + id.slice(0, 1);
    // Read at once before it is written: another tab may have written meanwhile.
    const { read, unread } = parseShard(store.read(key));
    if (isNowRead && read.includes(id)) return;
    const others = (ids: string[]) => ids.filter((other) => other !== id);
    if (isNowRead) writeShard(key, { read: [...read, id], unread: others(unread) });
    else writeShard(key, { read: others(read), unread: [...others(unread), id] });
  }

  /** Forgets that articles were marked as unread. */
  function dropUnread(ids: readonly string[]): void {
    const dropped = new Set(ids);
    for (const key of new Set(ids.map((id) => PREFIX + id.slice(0, 1)))) {
      const { read, unread } = parseShard(store.read(key));
      writeShard(key, { read, unread: unread.filter((id) => !dropped.has(id)) });
    }
  }

  return {
    readMarks() {
      marks ??= readAll(store);
      return marks;
    },
    mark,
    sweep(category, { ids, former }) {
      const before = readAll(store);
      const swept = splitShortIds(ids);
      const all = new Set(swept);
      const unread = [...before.unread].filter((id) => all.has(shortenId(id)));
      const isUnread = createUnreadCheck(before, former);
      const count = swept.filter(isUnread).length;
      // Pressed twice, it must still be possible to take back the first time.
      if (count === 0 && before.lastSweep?.category === category) {
        const { isSeen: _, ...last } = before.lastSweep;
        writeSweep(store, last);
        return 0;
      }
      const fresh = buildShortIds(swept.filter((id) => !isCovered(before, id)));
      writeSweep(store, { category, count, at: readClock(), ids: fresh, unread });
      dropUnread(unread);
      return count;
    },
    undoSweep() {
      const last = readLastSweep(store);
      if (!last) return;
      removeLastSweep(store);
      for (const id of last.unread) mark(id, false);
    },
    dismissSweep() {
      const last = readLastSweep(store);
      if (last && !last.isSeen) writeSweep(store, { ...last, isSeen: true });
    },
    move(from, to) {
      const { read, unread } = readAll(store);
      if (read.has(from)) mark(to, true);
      else if (unread.has(from)) mark(to, false);
    },
    subscribe: store.subscribe,
  };
}

/** Returns a check of short ids, for lists of which only those are known. `former`: see ListIds. */
export function createUnreadCheck(
  marks: ReadMarks,
  former: Readonly<Record<string, string[]>>,
): (id: string) => boolean {
  const read = new Set([...marks.read].map(shortenId));
  const unread = new Set([...marks.unread].map(shortenId));
  return (id) => {
    const ids = [id, ...(former[id] ?? [])];
    if (ids.some((each) => read.has(each))) return false;
    return ids.some((each) => unread.has(each)) || !ids.some((each) => isCovered(marks, each));
  };
}

interface Shard {
  read: string[];
  unread: string[];
}

function readAll(store: KeyValueStore): ReadMarks {
  const shards = store.readKeys(PREFIX).map((key) => parseShard(store.read(key)));
  return {
    read: new Set(shards.flatMap(({ read }) => read)),
    unread: new Set(shards.flatMap(({ unread }) => unread)),
    covered: readCovered(store),
    lastSweep: readLastSweep(store),
  };
}

function parseShard(text: string | undefined): Shard {
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
