import { isRecord, isString } from '../data/parseSummary.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';

/** What has been read, as it is now. Another object after each change. */
export interface ReadMarks {
  read: ReadonlySet<string>;
  /** Marked as unread although a sweep covers them. */
  unread: ReadonlySet<string>;
  /** By category: all that was published until then (UTC) counts as read, and all without a date. */
  sweeps: Readonly<Record<string, string>>;
}

/** What is to be known of an article to tell whether it has been read. */
export interface MarkedArticle {
  id: string;
  category: string;
  publishedAt?: string;
}

/** The marks of what has been read, outside React. */
export interface ReadStore {
  /** The same object until something changes. */
  readMarks(): ReadMarks;
  mark(id: string, isRead: boolean): void;
  /** Marks everything in a category as read that was published until then; without a date, takes that back. */
  sweep(category: string, until: string | undefined): void;
  subscribe(listener: () => void): () => void;
}

/** Whether an article has been read, or counts as read. */
export function isRead(marks: ReadMarks, { id, category, publishedAt }: MarkedArticle): boolean {
  if (marks.read.has(id)) return true;
  if (marks.unread.has(id)) return false;
  return Object.entries(marks.sweeps).some(
    ([swept, until]) => isWithin(category, swept) && (publishedAt ?? '') <= until,
  );
}

/** Whether a sweep covers all of a category whose newest article is of that date. */
export function isSwept(marks: ReadMarks, category: string, lastDate: string | undefined): boolean {
  return isRead(marks, {
    id: '',
    category,
    ...(lastDate !== undefined && { publishedAt: lastDate }),
  });
}

function isWithin(category: string, outer: string): boolean {
  return outer === '' || category === outer || category.startsWith(`${outer}/`);
}

/** The ids that begin with one character share a key: at most 32 keys, and one damaged costs a part. */
const PREFIX = 'cangbao:read:';
const SWEEPS = 'cangbao:swept';

/** So many ids are kept for each first character, the last ones: 32,000 in all, in 416 KB. */
const MOST = 1000;

/** Builds the marks over a store of small texts. A damaged value counts as none. */
export function createReadStore(store: KeyValueStore): ReadStore {
  let marks: ReadMarks | undefined;
  store.subscribe((key) => {
    if (key === undefined || key.startsWith(PREFIX) || key === SWEEPS) marks = undefined;
  });

  const writeShard = (key: string, { read, unread }: Shard) =>
    store.write(
      key,
      JSON.stringify({ v: 1, read: read.slice(-MOST), unread: unread.slice(-MOST) }),
    );

  return {
    readMarks() {
      marks ??= readAll(store);
      return marks;
    },
    mark(id, isNowRead) {
      const key = PREFIX + id.slice(0, 1);
      // Read at once before it is written: another tab may have written meanwhile.
      const { read, unread } = parseShard(store.read(key));
      if (isNowRead && read.includes(id)) return;
      const others = (ids: string[]) => ids.filter((other) => other !== id);
      if (isNowRead) writeShard(key, { read: [...read, id], unread: others(unread) });
      else writeShard(key, { read: others(read), unread: [...others(unread), id] });
    },
    sweep(category, until) {
      const { [category]: _, ...sweeps } = parseSweeps(store.read(SWEEPS));
      const next = until === undefined ? sweeps : { ...sweeps, [category]: until };
      store.write(SWEEPS, JSON.stringify({ v: 1, sweeps: next }));
      // A sweep means everything; whose exceptions lie in that category the ids don't tell.
      for (const key of until === undefined ? [] : store.readKeys(PREFIX)) {
        const { read, unread } = parseShard(store.read(key));
        if (unread.length > 0) writeShard(key, { read, unread: [] });
      }
    },
    subscribe: store.subscribe,
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
    sweeps: parseSweeps(store.read(SWEEPS)),
  };
}

function parseShard(text: string | undefined): Shard {
  const value = parseJson(text);
  return { read: parseIds(value.read), unread: parseIds(value.unread) };
}

function parseIds(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(isString) : [];
}

function parseSweeps(text: string | undefined): Record<string, string> {
  const { sweeps } = parseJson(text);
  if (!isRecord(sweeps)) return {};
  return Object.fromEntries(
    Object.entries(sweeps).filter((entry): entry is [string, string] => isString(entry[1])),
  );
}

function parseJson(text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
