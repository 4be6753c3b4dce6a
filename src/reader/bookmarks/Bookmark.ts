import type { ArticleImage, ArticleSummary } from '../../model/Article.ts';
import { isImage, isOptional, isRecord, isString } from '../data/parseSummary.ts';

/**
 * An article that the reader wants to find again. It holds enough to be shown when the article has left the archive.
 */
export interface Bookmark {
  id: string;
  /** UTC. */
  bookmarkedAt: string;
  /**
   * When the reader set it last, UTC; always later than what stood under the key before, whatever the clock says. Of
   * two stores that disagree the later one is right. Absent: as `bookmarkedAt`.
   */
  changedAt?: string;
  title: string;
  category: string;
  source: string;
  publishedAt?: string;
  /** Only the day is known. */
  isDayOnly?: true;
  leadImage?: ArticleImage;
  excerpt: string;
}

/** Version of the stored value. */
const VERSION = 1;

/** Builds a bookmark of an article, made at `now`; what else is known of it is left out. */
export function buildBookmark(
  article: Omit<Bookmark, 'bookmarkedAt'> | ArticleSummary,
  now: Date,
): Bookmark {
  const { id, title, category, source, publishedAt, isDayOnly, leadImage, excerpt } = article;
  return {
    id,
    bookmarkedAt: now.toISOString(),
    title,
    category,
    source,
    ...(publishedAt !== undefined && { publishedAt }),
    ...(isDayOnly && { isDayOnly }),
    ...(leadImage !== undefined && { leadImage }),
    excerpt,
  };
}

/** Gives the text to store for a bookmark; its id is in the key. */
export function formatBookmark({ id: _, ...fields }: Bookmark): string {
  return JSON.stringify({ v: VERSION, ...fields });
}

/** What was parsed last for each id: of thousands of texts, most are the same when they are asked for again. */
const parsed = new Map<string, { text: string; bookmark: Bookmark | undefined }>();

/** Parses a stored text; a damaged one, or one of a later version, gives `undefined`. */
export function parseBookmark(id: string, text: string): Bookmark | undefined {
  const known = parsed.get(id);
  if (known?.text === text) return known.bookmark;
  const bookmark = parseText(id, text);
  parsed.set(id, { text, bookmark });
  return bookmark;
}

function parseText(id: string, text: string): Bookmark | undefined {
  const value = parseJson(text);
  if (!isRecord(value) || value.v !== VERSION) return undefined;
  const { bookmarkedAt, changedAt, title, category } = value;
  const { source, publishedAt, leadImage, excerpt } = value;
  const isBookmark =
    /^[\w-]+$/.test(id) &&
    isString(bookmarkedAt) &&
    !Number.isNaN(Date.parse(bookmarkedAt)) &&
    [title, category, source, excerpt].every(isString) &&
    isOptional(changedAt, isString) &&
    isOptional(publishedAt, isString) &&
    isOptional(leadImage, isImage);
  return isBookmark ? ({ ...value, id } as unknown as Bookmark) : undefined;
}

/** Tells whether a stored text was written by a later version of the reader. */
export function isOfLaterVersion(text: string): boolean {
  const value = parseJson(text);
  return isRecord(value) && typeof value.v === 'number' && value.v > VERSION;
}

/**
 * Returns the text that takes a bookmark's place when the reader removes it. A key that is only missing may have been
 * cleared by anyone; by this text every tab, and the next visit, knows that the second copy may go, too.
 */
export function formatRemoval(now: Date, standing?: string): string {
  return JSON.stringify({ v: VERSION, removedAt: stampChange(now, standing) });
}

/** The latest time that a date can hold, in milliseconds. */
const LATEST = 8.64e15;

/** Returns the time of a change made now, UTC; later than that of the text which stands there. */
export function stampChange(now: Date, standing = ''): string {
  const before = parseRemoval(standing) ?? readChange(parseJson(standing) as Bookmark | undefined);
  return new Date(Math.min(Math.max(now.getTime(), before + 1), LATEST)).toISOString();
}

/** Returns when a bookmark was set last, in milliseconds; 0 where there is none. */
export function readChange(bookmark: Partial<Bookmark> | undefined): number {
  return Date.parse(bookmark?.changedAt ?? bookmark?.bookmarkedAt ?? '') || 0;
}

/** Returns when the reader removed the bookmark, in milliseconds; undefined where the text says no such thing. */
export function parseRemoval(text: string): number | undefined {
  const value = parseJson(text);
  if (!isRecord(value) || value.v !== VERSION || !isString(value.removedAt)) return undefined;
  const time = Date.parse(value.removedAt);
  return Number.isNaN(time) ? undefined : time;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
