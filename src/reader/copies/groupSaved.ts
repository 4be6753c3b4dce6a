import { describeRecord, type SavedRecord, sumBytes } from './SavedRecord.ts';

/** How many articles are how far; each counts in one of the first four. */
export interface SavedCounts {
  /** Whole. */
  saved: number;
  /** Not saved yet, or not whole yet. */
  waiting: number;
  /** The text is here, and not all pictures. */
  missing: number;
  /** The text could not be saved, was damaged, or is gone. */
  damaged: number;
  /** Of all these, those whose text the site has changed since the reader saw it. */
  updated: number;
  /** What lies in the cache, in bytes. */
  bytes: number;
}

/** Saved articles of one category, and how far they are. */
export interface SavedGroup {
  category: string;
  records: SavedRecord[];
  counts: SavedCounts;
}

/** Counts saved articles, each by what its record says, by category in the order of the paths. */
export async function groupSaved(
  slices: AsyncIterable<readonly SavedRecord[]>,
): Promise<SavedGroup[]> {
  const groups = new Map<string, SavedGroup>();
  for await (const slice of slices) {
    for (const record of slice) {
      const { category } = record.summary;
      const group = groups.get(category) ?? { category, records: [], counts: buildCounts() };
      groups.set(category, group);
      group.records.push(record);
      count(group.counts, record);
    }
  }
  return [...groups.values()].sort((a, b) => (a.category < b.category ? -1 : 1));
}

function buildCounts(): SavedCounts {
  return { saved: 0, waiting: 0, missing: 0, damaged: 0, updated: 0, bytes: 0 };
}

function count(counts: SavedCounts, record: SavedRecord): void {
  const { kind, updatedAt } = describeRecord(record);
  if (kind === 'saved' || kind === 'missing') counts[kind] += 1;
  else if (kind === 'waiting' || kind === 'saving') counts.waiting += 1;
  else counts.damaged += 1;
  if (updatedAt !== undefined) counts.updated += 1;
  counts.bytes += sumBytes(record);
}
