import type { ArticleSummary } from '../../model/Article.ts';
import type { Bookmark } from '../bookmarks/Bookmark.ts';

/** Why an article is kept: it goes when the last reason goes. */
export type SaveReason = 'bookmark' | 'list';

/** Why a piece could not be saved, or is no more; words in `words/words.ts`. */
export type FailureReason =
  | 'network'
  | 'refused'
  | 'missing'
  | 'not-a-picture'
  | 'incomplete'
  | 'too-large'
  | 'too-slow'
  | 'damaged'
  | 'evicted';

/** How far one piece, the article's text or a picture, has come. */
export type PieceState = 'waiting' | 'saved' | 'failed';

/** A picture of a saved article. */
export interface SavedPicture {
  /** Absolute. */
  address: string;
  state: PieceState;
  reason?: FailureReason;
  /** An opaque one can be shown but not read; it takes more room than it has bytes. */
  mode?: 'cors' | 'opaque';
  bytes: number;
  /** Base64url, of a picture that can be read. */
  sha256?: string;
}

/** What is known of a saved article without the archive. */
export type SavedSummary = Omit<Bookmark, 'bookmarkedAt'> &
  Partial<Pick<ArticleSummary, 'imageCount' | 'characterCount'>>;

/** What is true of one saved article. Written before anything is put into the cache, so that it never says too much. */
export interface SavedRecord {
  v: 1;
  id: string;
  /** Names this record among those that the article has had: one that was removed and made again has another. */
  token: string;
  summary: SavedSummary;
  reasons: SaveReason[];
  /** The article's id before it was moved: its copy under that one stays until this one is whole. */
  replaces?: string;
  text: { state: PieceState; reason?: FailureReason; bytes: number };
  pictures: SavedPicture[];
  /** Of the text and all pictures; the database counts by them who uses a picture. */
  addresses: string[];
  /** Place in the queue; absent when there is nothing left to try. */
  queuedAt?: number;
  /** UTC. */
  savedAt?: string;
  checkedAt?: string;
  /** When the site's text was found to be another one; absent when the reader has read it. */
  updatedAt?: string;
}

/** What the screen says of an article. */
export type SavedState = SavedKind & {
  /** UTC; the text is another one than the reader knows. */
  updatedAt?: string;
};

type SavedKind =
  | { kind: 'waiting' }
  | { kind: 'saving'; done: number; all: number }
  | { kind: 'saved' }
  | { kind: 'missing'; count: number; reason: FailureReason }
  | { kind: 'failed'; reason: FailureReason }
  | { kind: 'evicted' };

/** Builds the record of an article that is to be saved. `address`: of its archive file, absolute. */
export function buildRecord(
  summary: SavedSummary,
  reason: SaveReason,
  address: string,
  queuedAt: number,
): SavedRecord {
  return {
    v: 1,
    id: summary.id,
    token: crypto.randomUUID(),
    summary,
    reasons: [reason],
    text: { state: 'waiting', bytes: 0 },
    pictures: [],
    addresses: [address],
    queuedAt,
  };
}

/** Gives what the screen says of a record. */
export function describeRecord(record: SavedRecord): SavedState {
  const { updatedAt } = record;
  return { ...describeKind(record), ...(updatedAt !== undefined && { updatedAt }) };
}

function describeKind(record: SavedRecord): SavedKind {
  const { text, pictures, queuedAt } = record;
  const pieces = [text, ...pictures];
  const done = pieces.filter((piece) => piece.state === 'saved').length;
  if (queuedAt !== undefined) {
    return done === 0 ? { kind: 'waiting' } : { kind: 'saving', done, all: pieces.length };
  }
  if (text.state !== 'saved') {
    const reason = text.reason ?? 'evicted';
    return reason === 'evicted' ? { kind: 'evicted' } : { kind: 'failed', reason };
  }
  const lost = pictures.filter((picture) => picture.state !== 'saved');
  if (lost.length === 0) return { kind: 'saved' };
  return { kind: 'missing', count: lost.length, reason: lost[0]?.reason ?? 'evicted' };
}

/** Bytes of a picture that nobody can measure: what pictures of news articles weigh. */
export const USUAL_PICTURE = 150_000;

/**
 * Gives the bytes that an article and its pictures have; a picture that two articles share counts for both. Of an
 * opaque one only what the browser adds to its own count is known, which is many times what lies there.
 */
export function sumBytes({ text, pictures }: SavedRecord): number {
  return pictures.reduce((sum, picture) => sum + readPictureBytes(picture), text.bytes);
}

function readPictureBytes({ state, mode, bytes }: SavedPicture): number {
  return state === 'saved' && mode === 'opaque' ? USUAL_PICTURE : bytes;
}

/** Whether something of it is not saved and not tried any more. */
export function isIncomplete(record: SavedRecord): boolean {
  const { kind } = describeRecord(record);
  return kind === 'missing' || kind === 'failed' || kind === 'evicted';
}
