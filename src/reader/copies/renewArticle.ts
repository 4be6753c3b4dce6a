import type { Article } from '../../model/Article.ts';
import { buildResponse } from '../data/keptFiles.ts';
import { type Copies, putCopy, removeUnused } from './copies.ts';
import { fetchArticleCopy } from './fetchArticleCopy.ts';
import { updateRecord } from './openDatabase.ts';
import { pickSummary } from './queueArticles.ts';
import type { SavedPicture, SavedRecord } from './SavedRecord.ts';
import { SaveFailure } from './SaveFailure.ts';
import { listPictures, nameState } from './saveArticle.ts';

/** What the host says of a saved article. */
export type Renewal =
  | { outcome: 'same' }
  /** The copy is the host's text now; `record` says which of its pictures are still to come. */
  | { outcome: 'renewed'; article: Article; record: SavedRecord }
  /** Nothing that could take the copy's place: no answer, an error, another page, damaged, or the article is gone. */
  | { outcome: 'unknown' };

/**
 * Compares a saved copy with the host's text, and puts that in its place where it is another, whole one.
 * Throws where there is no room.
 */
export async function renewArticle(
  copies: Copies,
  record: SavedRecord,
  signal: AbortSignal,
): Promise<Renewal> {
  const [address = ''] = record.addresses;
  if (record.text.state !== 'saved' || record.queuedAt !== undefined) return { outcome: 'unknown' };
  let text: string;
  try {
    text = await fetchArticleCopy(record.id, signal);
  } catch (error) {
    if (error instanceof SaveFailure || signal.aborted) return { outcome: 'unknown' };
    throw error;
  }
  const kept = await (await copies.cache.match(address))?.text();
  if (text === kept) return { outcome: 'same' };
  if (!(await putCopy(copies, record, nameState(address, text), buildResponse(text)))) {
    return { outcome: 'unknown' };
  }
  const article = JSON.parse(text) as Article;
  const stored = await updateRecord(copies.database, record, (before) =>
    describeRenewed(before, text, article),
  );
  if (!stored) return { outcome: 'unknown' };
  const gone = record.addresses.filter((each) => !stored.addresses.includes(each));
  await copies.alone(() => removeUnused(copies, gone));
  return { outcome: 'renewed', article, record: stored };
}

function describeRenewed(before: SavedRecord, text: string, article: Article): SavedRecord {
  const [own = ''] = before.addresses;
  const known = new Map(before.pictures.map((picture) => [picture.address, picture]));
  const pictures = listPictures(text).map(
    (address): SavedPicture => known.get(address) ?? { address, state: 'waiting', bytes: 0 },
  );
  const now = new Date().toISOString();
  return {
    ...before,
    summary: pickSummary(article),
    text: { state: 'saved', bytes: new TextEncoder().encode(text).byteLength },
    pictures,
    addresses: [own, ...pictures.map(({ address }) => address)],
    checkedAt: now,
    updatedAt: now,
    ...(pictures.some(({ state }) => state === 'waiting') && { queuedAt: Date.now() }),
  };
}
