import type { Copies, CopyCache } from '../copies/copies.ts';
import { updateRecord } from '../copies/openDatabase.ts';
import { readRecords } from '../copies/recordSlices.ts';
import { isIncomplete, type SavedPicture, type SavedRecord } from '../copies/SavedRecord.ts';
import { showsPicture } from '../copies/showsPicture.ts';
import { hashBytes, isArticleIntact } from '../copies/soundness.ts';

/** What a check found. */
export interface CheckResult {
  /** Articles whose copies were read. */
  articles: number;
  /** Those of them of which something is missing or was found to be bad. */
  bad: number;
  /** Articles without a saved text: there was nothing to read. */
  lost: number;
  /** Articles that are still being saved; they were passed over. */
  waiting: number;
  /** Sound copies of texts that the site has changed since; they were renewed. */
  renewed: number;
}

/**
 * Reads every saved copy and compares it with its hash; pictures that can't be read are decoded. Bad ones are taken
 * out, and their records say so. A sound text is then compared with the host's by `renew`, which says whether it was
 * another one. Articles that are being saved are passed over.
 */
export async function checkCopies(
  copies: Copies,
  onProgress: (done: number, all: number) => void,
  onChange: (record: SavedRecord) => void,
  renew: (id: string) => Promise<boolean>,
): Promise<CheckResult> {
  const records = await readRecords(copies.database);
  const result: CheckResult = { articles: 0, bad: 0, lost: 0, waiting: 0, renewed: 0 };
  const claimed = records.filter(({ text, queuedAt }) => {
    if (queuedAt !== undefined) result.waiting += 1;
    else if (text.state !== 'saved') result.lost += 1;
    return queuedAt === undefined && text.state === 'saved';
  });
  for (const record of claimed) {
    onProgress(result.articles, claimed.length);
    result.articles += 1;
    const checked = await checkRecord(record, copies);
    const stored = await updateRecord(copies.database, record, () => checked);
    if (stored) onChange(stored);
    if (isIncomplete(checked)) result.bad += 1;
    else if (await renew(record.id)) result.renewed += 1;
  }
  return result;
}

async function checkRecord(record: SavedRecord, { cache, alone }: Copies): Promise<SavedRecord> {
  const [own = ''] = record.addresses;
  let { text } = record;
  const kept = await (await cache.match(own))?.text();
  if (kept === undefined || !(await isArticleIntact(kept, record.id))) {
    text = { state: 'failed', reason: kept === undefined ? 'evicted' : 'damaged', bytes: 0 };
    await alone(async () => void (await cache.delete(own)));
  }
  const pictures: SavedPicture[] = [];
  for (const picture of record.pictures) {
    const { address, state } = picture;
    if (state !== 'saved' || (await isPictureIntact(picture, cache))) {
      pictures.push(picture);
      continue;
    }
    await alone(async () => void (await cache.delete(address)));
    pictures.push({ address, state: 'failed', reason: 'damaged', bytes: 0 });
  }
  const checkedAt = new Date().toISOString();
  return { ...record, text, pictures, checkedAt };
}

async function isPictureIntact(
  { address, sha256 }: SavedPicture,
  cache: CopyCache,
): Promise<boolean> {
  const kept = await cache.match(address);
  if (!kept) return false;
  if (sha256 === undefined) return showsPicture(address);
  return (await hashBytes(await kept.arrayBuffer())) === sha256;
}
