import type { Article } from '../../model/Article.ts';
import { splitArticleHash } from '../../model/articleHash.ts';
import { buildImageSource } from '../data/buildImageSource.ts';
import { buildResponse } from '../data/keptFiles.ts';
import { putCopy } from './copies.ts';
import { fetchArticleCopy } from './fetchArticleCopy.ts';
import { lookForCopies } from './lookForCopies.ts';
import { updateRecord } from './openDatabase.ts';
import type { SavedPicture, SavedRecord } from './SavedRecord.ts';
import { SaveFailure } from './SaveFailure.ts';
import type { SaveWork } from './SaveWork.ts';
import { savePicture } from './savePicture.ts';
import { isArticleIntact } from './soundness.ts';

/**
 * Saves what is missing of one article. The record is written before each piece is put into the cache and after it
 * was found good there, so a page that dies at any moment leaves a record that is true, or says too little.
 *
 * Throws what stops the whole run: no room, no network for the text, the signal. What is wrong with a piece is noted
 * in the record.
 */
export async function saveArticle(first: SavedRecord, work: SaveWork): Promise<void> {
  const { copies, onChange } = work;
  let current: SavedRecord | undefined = first;

  async function update(change: (record: SavedRecord) => SavedRecord): Promise<boolean> {
    current = current && (await updateRecord(copies.database, current, change));
    if (current) onChange(current);
    return current !== undefined;
  }

  const article = await saveText(first, work);
  if (article instanceof SaveFailure) {
    const { reason } = article;
    await update(({ queuedAt: _, ...record }) => ({
      ...record,
      text: { state: 'failed', reason, bytes: 0 },
    }));
    return;
  }
  const { text, pictures } = article;
  const isThere = await update((record) => {
    const known = new Map(record.pictures.map((picture) => [picture.address, picture]));
    const next = pictures.map(
      (address): SavedPicture =>
        known.get(address)?.state === 'saved'
          ? (known.get(address) as SavedPicture)
          : { address, state: 'waiting', bytes: 0 },
    );
    const bytes = new TextEncoder().encode(text).byteLength;
    const [own = ''] = record.addresses;
    const addresses = [own, ...pictures];
    return { ...record, text: { state: 'saved', bytes }, pictures: next, addresses };
  });
  if (!isThere || !current) return;

  const waiting = current.pictures.filter((picture) => picture.state !== 'saved');
  const record = current;
  const outcomes = await Promise.allSettled(
    waiting.map(async ({ address }) => {
      const picture = await savePicture(record, address, work);
      if (picture) await update((stored) => replacePicture(stored, picture));
    }),
  );
  const stop = outcomes.find((outcome) => outcome.status === 'rejected');
  if (stop) throw stop.reason;
  // Another page may have deleted the cache meanwhile: nothing is called saved that can't be found by its name.
  const [own = ''] = record.addresses;
  if (!(await copies.cache.match(own))) current = await lookForCopies(copies, current);
  const now = new Date().toISOString();
  await update(({ queuedAt: _, ...rest }) => ({ ...rest, savedAt: now, checkedAt: now }));
}

/** Gives the text in the cache, put there if need be, and the addresses of the pictures it shows. */
async function saveText(
  record: SavedRecord,
  { copies, signal, download }: SaveWork,
): Promise<{ text: string; pictures: string[] } | SaveFailure> {
  const [address = ''] = record.addresses;
  const kept = await (await copies.cache.match(address))?.text();
  // Put in by a page that died before it could say so.
  if (kept !== undefined && (await isArticleIntact(kept, record.id))) {
    return { text: kept, pictures: listPictures(kept) };
  }
  try {
    const text = await download(() => fetchArticleCopy(record.id, signal));
    if (!(await putCopy(copies, record, nameState(address, text), buildResponse(text))))
      throw new SaveFailure('evicted', address);
    return { text, pictures: listPictures(text) };
  } catch (error) {
    // Without a network the next article will fare no better: the run waits.
    if (error instanceof SaveFailure && error.reason !== 'network') return error;
    throw error;
  }
}

/** Gives the request under which a text is kept. By its header, who reads many copies knows those that have changed. */
export function nameState(address: string, text: string): Request {
  return new Request(address, { headers: { 'x-state': splitArticleHash(text)?.hash ?? '' } });
}

/** Absolute addresses of the pictures that the article shows, each once. `text`: its file. */
export function listPictures(text: string): string[] {
  const { images, leadImage } = JSON.parse(text) as Article;
  const sources = [...images, ...(leadImage ? [leadImage] : [])].map(({ src }) =>
    buildImageSource(src),
  );
  const addresses = sources
    .filter((source) => source !== undefined)
    .map((source) => new URL(source, window.location.href).href);
  return [...new Set(addresses)];
}

function replacePicture(record: SavedRecord, picture: SavedPicture): SavedRecord {
  const pictures = record.pictures.map((each) =>
    each.address === picture.address ? picture : each,
  );
  return { ...record, pictures };
}
