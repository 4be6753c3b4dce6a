import type { ArticleListInfo, Catalogue, Category } from '../../model/Catalogue.ts';
import { isRecord } from '../data/parseSummary.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { SITE_KEYS } from '../storage/siteKeys.ts';

/** A category as the reader saw it. */
export type SeenCategory = Pick<Category, 'lastDate'> &
  Pick<ArticleListInfo, 'undatedCount' | 'months'>;

/** All categories as the reader saw them, by path. */
export type SeenArchive = Readonly<Record<string, SeenCategory>>;

/** What the archive was like when the reader was here before. */
export interface LastVisit {
  /** Returns what the reader saw before this catalogue; undefined where nothing has changed since. Writes nothing. */
  compare(catalogue: Catalogue): SeenArchive | undefined;
  /** Notes that the reader sees this catalogue now. `compare` goes on giving the same of it for this visit. */
  note(catalogue: Catalogue): void;
}

const KEY = `${SITE_KEYS}seen`;
/** A load so long after the last one is another visit, even where nothing has changed; in milliseconds. */
const REST = 30 * 60_000;

interface Seen {
  /** When the page was loaded last, in milliseconds. */
  at: number;
  now: SeenArchive;
  before?: SeenArchive;
}

/** Builds it over a store of small texts. */
export function createLastVisit(
  store: KeyValueStore,
  readClock: () => number = Date.now,
): LastVisit {
  /** A catalogue that differs from the last one begins a visit; so does a load after a rest. */
  function next(catalogue: Catalogue): Seen {
    const at = readClock();
    const now = describeArchive(catalogue);
    const seen = parseSeen(store.read(KEY));
    if (!seen) return { at, now };
    if (JSON.stringify(seen.now) !== JSON.stringify(now)) return { at, now, before: seen.now };
    return at - seen.at > REST ? { at, now } : { ...seen, at };
  }

  return {
    compare: (catalogue) => next(catalogue).before,
    note: (catalogue) => store.write(KEY, JSON.stringify({ v: 1, ...next(catalogue) })),
  };
}

function describeArchive({ root, lists }: Catalogue): SeenArchive {
  const seen: Record<string, SeenCategory> = {};
  const visit = ({ path, list, lastDate, children }: Category) => {
    const { undatedCount = 0, months = [] } = lists[list] ?? {};
    seen[path] = { ...(lastDate && { lastDate }), undatedCount, months };
    children.forEach(visit);
  };
  visit(root);
  return seen;
}

/** A damaged text counts as none: the reader is here for the first time. */
function parseSeen(text: string | undefined): Seen | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (!isRecord(value) || value.v !== 1 || typeof value.at !== 'number') return undefined;
    const { at, now, before } = value;
    if (!isArchive(now)) return undefined;
    return isArchive(before) ? { at, now, before } : { at, now };
  } catch {
    return undefined;
  }
}

function isArchive(value: unknown): value is SeenArchive {
  return (
    isRecord(value) &&
    Object.values(value).every(
      (seen) =>
        isRecord(seen) && typeof seen.undatedCount === 'number' && Array.isArray(seen.months),
    )
  );
}
