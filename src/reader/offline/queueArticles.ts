import { buildArticleAddress } from './fetchArticleCopy.ts';
import type { Database } from './openDatabase.ts';
import {
  buildRecord,
  isIncomplete,
  type SavedRecord,
  type SavedSummary,
  type SaveReason,
} from './SavedRecord.ts';

/** Articles written in one transaction; more would hold the page up. */
const CHUNK = 50;

/**
 * Puts articles into the queue, in their order, and notes why they are kept. What is saved already is not saved again;
 * what is missing of it is. Calls `onChange` with the records, a few at a time.
 */
export async function queueArticles(
  database: Database,
  summaries: readonly SavedSummary[],
  reason: SaveReason,
  onChange: (records: SavedRecord[]) => void,
): Promise<void> {
  for (let start = 0; start < summaries.length; start += CHUNK) {
    const transaction = database.transaction('saved', 'readwrite');
    const changed: SavedRecord[] = [];
    for (const [index, summary] of summaries.slice(start, start + CHUNK).entries()) {
      const stored = await transaction.store.get(summary.id);
      const place = Date.now() + (start + index) / summaries.length;
      const next = stored
        ? addReason(stored, reason, place)
        : buildRecord(pickSummary(summary), reason, buildArticleAddress(summary.id), place);
      if (next === stored) continue;
      await transaction.store.put(next);
      changed.push(next);
    }
    await transaction.done;
    onChange(changed);
  }
}

/** Puts records into the queue again, so that what is missing of them is tried once more. */
export async function requeue(
  database: Database,
  choose: (record: SavedRecord) => boolean,
): Promise<SavedRecord[]> {
  const changed: SavedRecord[] = [];
  for (const record of await database.getAll('saved')) {
    if (record.queuedAt !== undefined || !choose(record)) continue;
    const next = { ...record, queuedAt: Date.now() };
    await database.put('saved', next);
    changed.push(next);
  }
  return changed;
}

function addReason(record: SavedRecord, reason: SaveReason, place: number): SavedRecord {
  const reasons = record.reasons.includes(reason) ? record.reasons : [...record.reasons, reason];
  const needsMore = record.queuedAt === undefined && isIncomplete(record);
  if (reasons === record.reasons && !needsMore) return record;
  return { ...record, reasons, ...(needsMore && { queuedAt: place }) };
}

function pickSummary(summary: SavedSummary): SavedSummary {
  const { id, title, category, source, publishedAt, leadImage, excerpt } = summary;
  const { imageCount, characterCount } = summary;
  return {
    id,
    title,
    category,
    source,
    ...(publishedAt !== undefined && { publishedAt }),
    ...(leadImage && { leadImage }),
    excerpt,
    ...(imageCount !== undefined && { imageCount }),
    ...(characterCount !== undefined && { characterCount }),
  };
}
