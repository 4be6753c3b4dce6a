import type { ArticleSummary } from '../../model/Article.ts';
import type { SavedRecord, SavedSummary } from './SavedRecord.ts';

/** What saving a list would take. */
export interface SaveEstimate {
  articles: number;
  pictures: number;
  bytes: number;
  /** Articles of the list that are saved already; not in the other numbers. */
  saved: number;
}

/** Bytes of a picture where none was saved yet: what pictures of news articles weigh. */
const USUAL_PICTURE = 150_000;
/** A character in UTF-8, with the markup that stands around it. */
const BYTES_PER_CHARACTER = 3.6;
/** The fields of an article beside its text. */
const BYTES_PER_ARTICLE = 1500;

/** Builds an empty estimate. */
export function beginEstimate(): SaveEstimate {
  return { articles: 0, pictures: 0, bytes: 0, saved: 0 };
}

/** Adds articles to an estimate. `pictureBytes`: as averagePicture gives it. */
export function addToEstimate(
  estimate: SaveEstimate,
  summaries: readonly SavedSummary[],
  isSaved: (id: string) => boolean,
  pictureBytes: number,
): SaveEstimate {
  const next = { ...estimate };
  for (const {
    id,
    imageCount = 1,
    characterCount = 1000,
  } of summaries as Partial<ArticleSummary>[]) {
    if (id !== undefined && isSaved(id)) {
      next.saved += 1;
      continue;
    }
    next.articles += 1;
    next.pictures += imageCount;
    next.bytes +=
      BYTES_PER_ARTICLE + characterCount * BYTES_PER_CHARACTER + imageCount * pictureBytes;
  }
  return next;
}

/**
 * Gives the bytes that a picture takes on average, by those saved so far; opaque ones take more room than they have
 * bytes.
 */
export function averagePicture(records: readonly SavedRecord[]): number {
  const pictures = records
    .flatMap(({ pictures }) => pictures)
    .filter(({ state, bytes }) => state === 'saved' && bytes > 0);
  const sum = pictures.reduce((total, { bytes }) => total + bytes, 0);
  return pictures.length === 0 ? USUAL_PICTURE : sum / pictures.length;
}

/** Gives the bytes that the browser still allows and those in use; `undefined` where it does not say. */
export async function measureStorage(): Promise<{ used: number; free: number } | undefined> {
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  if (quota === undefined || usage === undefined) return undefined;
  return { used: usage, free: Math.max(0, quota - usage) };
}
