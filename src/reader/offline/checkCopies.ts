import type { Copies } from './copies.ts';
import { hashBytes, isArticleIntact } from './hashBytes.ts';
import { updateRecord } from './openDatabase.ts';
import type { SavedPicture, SavedRecord } from './SavedRecord.ts';
import { showsPicture } from './showsPicture.ts';

/** What a check found. */
export interface CheckResult {
  articles: number;
  /** Articles of which something was found to be bad. */
  bad: number;
}

/**
 * Reads every saved copy and compares it with its hash; pictures that can't be read are decoded. Bad ones are taken
 * out, and their records say so. Articles that are being saved are passed over.
 */
export async function checkCopies(
  copies: Copies,
  onProgress: (done: number, all: number) => void,
  onChange: (record: SavedRecord) => void,
): Promise<CheckResult> {
  const records = await copies.database.getAll('saved');
  const result: CheckResult = { articles: 0, bad: 0 };
  for (const record of records) {
    onProgress(result.articles, records.length);
    result.articles += 1;
    if (record.queuedAt !== undefined) continue;
    const checked = await checkRecord(record, copies);
    if (checked.isBad) result.bad += 1;
    const stored = await updateRecord(copies.database, record, () => checked.record);
    if (stored) onChange(stored);
  }
  onProgress(records.length, records.length);
  return result;
}

async function checkRecord(
  record: SavedRecord,
  { cache, alone }: Copies,
): Promise<{ record: SavedRecord; isBad: boolean }> {
  const [own = ''] = record.addresses;
  let isBad = false;
  let { text } = record;
  if (text.state === 'saved') {
    const kept = await (await cache.match(own))?.text();
    if (kept === undefined || !(await isArticleIntact(kept, record.id))) {
      isBad = true;
      text = { state: 'failed', reason: kept === undefined ? 'evicted' : 'damaged', bytes: 0 };
      await alone(async () => void (await cache.delete(own)));
    }
  }
  const pictures: SavedPicture[] = [];
  for (const picture of record.pictures) {
    const { address, state } = picture;
    if (state !== 'saved' || (await isPictureIntact(picture, cache))) {
      pictures.push(picture);
      continue;
    }
    isBad = true;
    await alone(async () => void (await cache.delete(address)));
    pictures.push({ address, state: 'failed', reason: 'damaged', bytes: 0 });
  }
  const checkedAt = new Date().toISOString();
  return { record: { ...record, text, pictures, checkedAt }, isBad };
}

async function isPictureIntact({ address, sha256 }: SavedPicture, cache: Cache): Promise<boolean> {
  const kept = await cache.match(address);
  if (!kept) return false;
  if (sha256 === undefined) return showsPicture(address);
  return (await hashBytes(await kept.arrayBuffer())) === sha256;
}
