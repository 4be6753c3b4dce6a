import { buildImageSource } from '../data/buildImageSource.ts';
import { type SavedRecord, type SavedSummary, USUAL_PICTURE } from './SavedRecord.ts';

/** What saving a list would take. */
export interface SaveEstimate {
  articles: number;
  pictures: number;
  /** As `sumBytes` counts them once they are saved. */
  bytes: number;
  /** What the browser counts for it; more, where it counts opaque pictures higher than they are. */
  room: number;
  /** Articles of the list that are saved already; not in the other numbers. */
  saved: number;
}

/** What a picture takes on average, in bytes. */
export interface PictureBytes {
  /** Of the site's own host. */
  own: number;
  /** Of any other. */
  other: number;
  /** As the browser counts one of another host. */
  room: number;
}

/** A character in UTF-8, with the markup that stands around it. */
const BYTES_PER_CHARACTER = 3.6;
/** The fields of an article beside its text. */
const BYTES_PER_ARTICLE = 600;
/** So many pictures of the site's own are asked for their size, where none was saved yet. */
const SAMPLE = 6;

/** Builds an empty estimate. */
export function beginEstimate(): SaveEstimate {
  return { articles: 0, pictures: 0, bytes: 0, room: 0, saved: 0 };
}

/** Adds articles to an estimate. `picture`: as averagePictures gives it. */
export function addToEstimate(
  estimate: SaveEstimate,
  summaries: readonly SavedSummary[],
  isSaved: (id: string) => boolean,
  picture: PictureBytes,
): SaveEstimate {
  const next = { ...estimate };
  for (const { id, leadImage, imageCount = 1, characterCount = 1000 } of summaries) {
    if (isSaved(id)) {
      next.saved += 1;
      continue;
    }
    const isOwn = leadImage !== undefined && isOwnPicture(leadImage.src);
    const text = BYTES_PER_ARTICLE + characterCount * BYTES_PER_CHARACTER;
    next.articles += 1;
    next.pictures += imageCount;
    next.bytes += text + imageCount * (isOwn ? picture.own : picture.other);
    next.room += text + imageCount * (isOwn ? picture.own : picture.room);
  }
  return next;
}

/**
 * Gives what pictures take on average, by those saved so far; where none of the site's own is, by what its host says of
 * some of the articles' pictures.
 */
export async function averagePictures(
  records: readonly SavedRecord[],
  summaries: readonly SavedSummary[],
): Promise<PictureBytes> {
  const saved = records
    .flatMap(({ pictures }) => pictures)
    .filter(({ state, bytes }) => state === 'saved' && bytes > 0);
  const own = saved.filter(({ address }) => isOwnPicture(address));
  const others = saved.filter(({ address }) => !isOwnPicture(address));
  const readable = others.filter(({ mode }) => mode !== 'opaque');
  return {
    own: average(own.map(({ bytes }) => bytes)) ?? (await sampleOwn(summaries)) ?? USUAL_PICTURE,
    other: average(readable.map(({ bytes }) => bytes)) ?? USUAL_PICTURE,
    room: average(others.map(({ bytes }) => bytes)) ?? USUAL_PICTURE,
  };
}

/** Asks the host how large some of the pictures are. Returns undefined where it doesn't say. */
async function sampleOwn(summaries: readonly SavedSummary[]): Promise<number | undefined> {
  const sources = summaries
    .map(({ leadImage }) => leadImage?.src)
    .filter((source) => source !== undefined && isOwnPicture(source))
    .slice(0, SAMPLE);
  const sizes = await Promise.all(sources.map((source) => askSize(source as string)));
  return average(sizes.filter((size) => size > 0));
}

async function askSize(source: string): Promise<number> {
  const address = buildImageSource(source);
  if (address === undefined) return 0;
  try {
    const response = await fetch(address, { method: 'HEAD' });
    return response.ok ? Number(response.headers.get('content-length')) : 0;
  } catch {
    return 0;
  }
}

/** Whether a picture, by its path or its address, comes from the site itself. */
function isOwnPicture(source: string): boolean {
  return !/^https?:/i.test(source) || source.startsWith(`${window.location.origin}/`);
}

function average(sizes: readonly number[]): number | undefined {
  if (sizes.length === 0) return undefined;
  return sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
}

/** Gives the bytes that the browser still allows and those in use; `undefined` where it does not say. */
export async function measureStorage(): Promise<{ used: number; free: number } | undefined> {
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  if (quota === undefined || usage === undefined) return undefined;
  return { used: usage, free: Math.max(0, quota - usage) };
}
