import type { Note } from '../../model/Note.ts';
import type { FailureReason, SavedSummary } from '../copies/SavedRecord.ts';
import { SaveFailure } from '../copies/SaveFailure.ts';
import { buildHref } from '../routing/routes.ts';
import { readingWords } from '../words/readingWords.ts';
import type { Binder, BookPicture } from './Book.ts';
import { groupBy } from './groupBy.ts';
import { type ChapterSource, type LoadedChapter, loadChapter } from './loadChapter.ts';
import { loadInOrder } from './loadInOrder.ts';
import { listPictures, placePictures } from './prepareBody.ts';
import { readPicture } from './readPicture.ts';

/** What is to be made, and of what. */
export interface BookOrder extends Pick<ChapterSource, 'cache' | 'hasPictures' | 'convert'> {
  /** In the order of the file. */
  summaries: readonly SavedSummary[];
  notes: readonly Note[];
  /** The articles' texts are left out, and not asked for. */
  isNotesOnly?: boolean;
  /** Returns the names of a category and of those above it. */
  listNames(path: string): string[];
}

/** Something that could not be had. */
export interface MissingPiece {
  id: string;
  title: string;
  /** How many pictures of it; absent where it is the article itself. */
  pictures?: number;
  /** In a sentence. */
  reason: string;
}

/** What came out. */
export interface MadeBook {
  file: Blob;
  /** How many articles are in it: with their text, where it has texts. */
  articles: number;
  missing: MissingPiece[];
}

/** Articles that are loaded at once. */
const AHEAD = 4;
/** An address that is longer is the picture itself, and is not remembered. */
const LONGEST_ADDRESS = 500;

/**
 * Makes a file of articles: each is read (saved copy, else the host), cleaned, given its pictures and handed to the
 * binder, so that only a few are in memory at once. What can't be had is noted and said in the file. Throws what
 * aborted `signal`, RangeError where the file would be too large.
 */
export async function makeBook(
  order: BookOrder,
  binder: Binder,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<MadeBook> {
  const { summaries, convert } = order;
  const members = new Set(summaries.map(({ id }) => id));
  const notes = new Map(groupBy(sortNotes(order.notes), ({ articleId }) => articleId));
  const places: PicturePlaces = new Map();
  const loading = new Map<string, Promise<BookPicture | FailureReason>>();
  const loadPicture = (address: string) => {
    const loaded = loading.get(address) ?? tryPicture(address, order.cache, signal);
    loading.set(address, loaded);
    return loaded;
  };
  const source: ChapterSource = {
    ...order,
    linkArticle: (id) => (members.has(id) ? binder.linkArticle(id) : buildSiteAddress(id)),
    loadPicture: (address) => (places.has(address) ? undefined : loadPicture(address)),
  };
  const missing: MissingPiece[] = [];
  let [articles, done] = [0, 0];
  const load = async (summary: SavedSummary): Promise<LoadedChapter> =>
    order.isNotesOnly
      ? { summary, pictures: new Map() }
      : loadChapter(summary, source, binder, signal);
  for await (const loaded of loadInOrder(summaries, AHEAD, load)) {
    signal.throwIfAborted();
    const { summary, article, body, reason } = loaded;
    const { id, title } = summary;
    if (body) {
      articles += 1;
      const lost = await placeAll(body, loaded, order, binder, places);
      // Articles on their way have it; others ask for its place.
      for (const address of loaded.pictures.keys()) loading.delete(address);
      for (const [why, { length }] of groupBy(lost, (each) => readingWords.saveReason[each]))
        missing.push({ id, title, pictures: length, reason: why });
    }
    if (reason !== undefined) missing.push({ id, title, reason });
    if (order.isNotesOnly) articles += 1;
    const chapter = {
      summary: convertSummary(summary, convert),
      categories: order.listNames(summary.category).map((name) => convert?.(name) ?? name),
      notes: notes.get(id) ?? [],
      ...(article && { article }),
      ...(reason !== undefined && { reason }),
    };
    await binder.addChapter(chapter, body);
    done += 1;
    onProgress(done);
  }
  return { file: await binder.finish(), articles, missing };
}

async function tryPicture(
  address: string,
  cache: BookOrder['cache'],
  signal: AbortSignal,
): Promise<BookPicture | FailureReason> {
  try {
    return await readPicture(address, cache, signal);
  } catch (error) {
    signal.throwIfAborted();
    return error instanceof SaveFailure ? error.reason : 'network';
  }
}

/** Returns where an article is read on the site, absolute. */
export function buildSiteAddress(id: string): string {
  return new URL(buildHref({ name: 'article', id }), window.location.href).href;
}

/** Addresses of pictures in the file by their addresses on the web, or why they can't be had. */
type PicturePlaces = Map<string, { address: string } | FailureReason>;

/** Hands an article's pictures to the binder and gives them their places; returns why some have none. */
async function placeAll(
  body: DocumentFragment,
  { pictures }: LoadedChapter,
  { hasPictures }: BookOrder,
  binder: Binder,
  places: PicturePlaces,
): Promise<FailureReason[]> {
  if (!binder.addPicture || !hasPictures) {
    placePictures(body, (address) => (binder.keepsPictures ? address : undefined));
    return [];
  }
  const own: PicturePlaces = new Map();
  for (const address of listPictures(body)) {
    const known = places.get(address);
    const found = pictures.get(address);
    let place = known ?? 'network';
    if (!known && typeof found === 'string') place = found;
    else if (!known && typeof found === 'object')
      place = { address: await binder.addPicture(found) };
    own.set(address, place);
    if (typeof place === 'string' || place.address.length < LONGEST_ADDRESS)
      places.set(address, place);
  }
  placePictures(body, (address) => {
    const place = own.get(address);
    return typeof place === 'object' ? place.address : undefined;
  });
  return [...own.values()].filter((place) => typeof place === 'string');
}

function convertSummary(summary: SavedSummary, convert: BookOrder['convert']): SavedSummary {
  if (!convert) return summary;
  const { title, source, excerpt } = summary;
  const converted = { title: convert(title), source: convert(source), excerpt: convert(excerpt) };
  return { ...summary, ...converted };
}

/** In the order of the text; what was removed is left out. */
function sortNotes(notes: readonly Note[]): Note[] {
  return notes
    .filter(({ removedAt }) => removedAt === undefined)
    .sort((a, b) => a.position.start - b.position.start);
}
