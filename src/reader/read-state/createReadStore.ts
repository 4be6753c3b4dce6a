import { shortenId } from '../../model/ListIds.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { markRead, READ_PREFIX, readShards } from './readShards.ts';
import { hasShortId } from './shortIds.ts';
import { isSweepKey, readCovered, readLastSweep, type Sweep } from './sweeps.ts';

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

/** The marks of what has been read, outside React. What 全部标为已读 does is in `sweepArticles.ts`. */
export interface ReadStore {
  /** The same object until something changes. */
  readMarks(): ReadMarks;
  mark(id: string, isRead: boolean): void;
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

/** Builds the marks over a store of small texts. A damaged value counts as none. */
export function createReadStore(store: KeyValueStore): ReadStore {
  let marks: ReadMarks | undefined;
  store.follow((keys) => {
    const isMark = (key: string) => key.startsWith(READ_PREFIX) || isSweepKey(key);
    if (!keys || keys.some(isMark)) marks = undefined;
  });

  return {
    readMarks() {
      marks ??= readAllMarks(store);
      return marks;
    },
    mark: (id, isNowRead) => markRead(store, id, isNowRead),
    move(from, to) {
      const { read, unread } = readAllMarks(store);
      if (read.has(from)) markRead(store, to, true);
      else if (unread.has(from)) markRead(store, to, false);
    },
    subscribe: store.subscribe,
  };
}

/** Reads all marks as they are stored now. */
export function readAllMarks(store: KeyValueStore): ReadMarks {
  const shards = readShards(store);
  return {
    read: new Set(shards.flatMap(({ read }) => read)),
    unread: new Set(shards.flatMap(({ unread }) => unread)),
    covered: readCovered(store),
    lastSweep: readLastSweep(store),
  };
}
