import { buildArticleAddress } from './fetchArticleCopy.ts';
import type { Database } from './openDatabase.ts';
import { cutSlices, readSlices } from './recordSlices.ts';
import { noteWanted } from './removalNote.ts';
import {
  buildRecord,
  isIncomplete,
  type SavedRecord,
  type SavedSummary,
  type SaveReason,
} from './SavedRecord.ts';

/**
 * Puts articles into the queue, in their order, and notes why they are kept. What is saved already is not saved
 * again; what is missing of it is. Calls `onChange` with the records, a few at a time. `cancels`: as they were when
 * it was begun; returns false, and queues no more, where there has been another one since.
 */
export async function queueArticles(
  database: Database,
  summaries: readonly SavedSummary[],
  reason: SaveReason,
  cancels: number,
  onChange: (records: SavedRecord[]) => void,
): Promise<boolean> {
  let place = Date.now();
  for (const slice of cutSlices(summaries)) {
    const transaction = database.transaction(['saved', 'facts'], 'readwrite');
    const saved = transaction.objectStore('saved');
    if (((await transaction.objectStore('facts').get('cancels')) ?? 0) !== cancels) return false;
    const standing = await Promise.all(slice.map(({ id }) => saved.get(id)));
    const changed: SavedRecord[] = [];
    for (const [index, summary] of slice.entries()) {
      const stored = standing[index];
      place += 1 / summaries.length;
      const next = stored
        ? addReason(stored, reason, place)
        : buildRecord(pickSummary(summary), reason, buildArticleAddress(summary.id), place);
      if (next === stored) continue;
      void saved.put(next);
      changed.push(next);
    }
    await noteWanted(transaction.objectStore('facts'), listOwn(changed));
    await transaction.done;
    onChange(changed);
  }
  return true;
}

/**
 * Queues an article that has another id now, for the reasons and with the pictures of its copy under the former one,
 * which stays. Returns nothing, and changes nothing, where there is no such copy.
 */
export async function queueMoved(
  database: Database,
  from: string,
  summary: SavedSummary,
): Promise<SavedRecord | undefined> {
  const transaction = database.transaction(['saved', 'facts'], 'readwrite');
  const saved = transaction.objectStore('saved');
  const former = await saved.get(from);
  const [reason] = former?.reasons ?? [];
  if (!former || !reason) {
    await transaction.done;
    return undefined;
  }
  const now = Date.now();
  const stored = await saved.get(summary.id);
  const own = buildArticleAddress(summary.id);
  const [, ...pictures] = former.addresses;
  const next: SavedRecord = {
    ...(stored ?? {
      ...buildRecord(pickSummary(summary), reason, own, now),
      pictures: former.pictures,
      addresses: [own, ...pictures],
    }),
    reasons: [...new Set([...former.reasons, ...(stored?.reasons ?? [])])],
    replaces: from,
    queuedAt: now,
  };
  void saved.put(next);
  await noteWanted(transaction.objectStore('facts'), listOwn([next]));
  await transaction.done;
  return next;
}

/** Puts records into the queue again, so that what is missing of them is tried once more. */
export async function requeue(
  database: Database,
  choose: (record: SavedRecord) => boolean,
): Promise<SavedRecord[]> {
  const changed: SavedRecord[] = [];
  for await (const slice of readSlices(database, 'saved')) {
    for (const record of slice) {
      if (record.queuedAt !== undefined || !choose(record)) continue;
      const next = { ...record, queuedAt: Date.now() };
      await database.put('saved', next);
      changed.push(next);
    }
  }
  return changed;
}

/** The addresses of their texts; a text that loses its record brings its pictures with it (`rebuildRecords.ts`). */
function listOwn(records: readonly SavedRecord[]): string[] {
  return records.flatMap(({ addresses }) => addresses.slice(0, 1));
}

function addReason(record: SavedRecord, reason: SaveReason, place: number): SavedRecord {
  const reasons = record.reasons.includes(reason) ? record.reasons : [...record.reasons, reason];
  const needsMore = record.queuedAt === undefined && isIncomplete(record);
  if (reasons === record.reasons && !needsMore) return record;
  return { ...record, reasons, ...(needsMore && { queuedAt: place }) };
}

/** Gives what a record remembers of an article. */
export function pickSummary(summary: SavedSummary): SavedSummary {
  const { id, title, category, source, publishedAt, isDayOnly, leadImage, excerpt } = summary;
  const { imageCount, characterCount } = summary;
  return {
    id,
    title,
    category,
    source,
    ...(publishedAt !== undefined && { publishedAt }),
    ...(isDayOnly && { isDayOnly }),
    ...(leadImage && { leadImage }),
    excerpt,
    ...(imageCount !== undefined && { imageCount }),
    ...(characterCount !== undefined && { characterCount }),
  };
}
