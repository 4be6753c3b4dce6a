import type { Article } from '../../model/Article.ts';
import type { CopyCache } from '../copies/copies.ts';
import type { FailureReason, SavedSummary } from '../copies/SavedRecord.ts';
import { explainError } from '../data/explainError.ts';
import type { Binder, BookPicture } from './Book.ts';
import { listPictures, prepareBody } from './prepareBody.ts';
import { readArticle } from './readArticle.ts';

/** What loading takes. */
export interface ChapterSource {
  cache: Pick<CopyCache, 'match'> | undefined;
  hasPictures: boolean;
  /** Changes words to the script that the reader has chosen; absent where that is the articles' own. */
  convert?: ((text: string) => string) | undefined;
  /** Returns where a link to an article leads, from within the file. */
  linkArticle(id: string): string;
  /** Returns a picture, or why it can't be had; undefined where that is known already. Throws what aborts. */
  loadPicture(address: string): Promise<BookPicture | FailureReason> | undefined;
}

/** An article on its way into a file. */
export interface LoadedChapter {
  summary: SavedSummary;
  /** Both absent where it could not be had; `reason` says why, in a sentence. */
  article?: Article;
  body?: DocumentFragment;
  reason?: string;
  /** Its pictures by address, or why they can't be had. */
  pictures: Map<string, BookPicture | FailureReason>;
}

/** Loads an article with its pictures: saved copies first, the host's else. Throws only what aborted `signal`. */
export async function loadChapter(
  summary: SavedSummary,
  source: ChapterSource,
  binder: Binder,
  signal: AbortSignal,
): Promise<LoadedChapter> {
  const { cache, convert, linkArticle } = source;
  const pictures: LoadedChapter['pictures'] = new Map();
  try {
    const article = await readArticle(summary.id, cache, signal);
    const prefix = binder.prefixFor(summary.id);
    const body = prepareBody(article.html, { prefix, linkArticle, convert });
    if (binder.addPicture && source.hasPictures) {
      for (const address of listPictures(body)) await keep(address);
    }
    const own = { ...summary, ...pickSummary(article) };
    return { summary: own, article: convertArticle(article, convert), body, pictures };
  } catch (error) {
    signal.throwIfAborted();
    return { summary, reason: explainError(error), pictures };
  }

  async function keep(address: string): Promise<void> {
    const loaded = await source.loadPicture(address);
    if (loaded !== undefined) pictures.set(address, loaded);
  }
}

/** What a list knows may be older than the article, or less: a note remembers only the title. */
function pickSummary(article: Article): Omit<SavedSummary, 'id'> {
  const { title, category, source, excerpt, publishedAt, isDayOnly } = article;
  const dated = publishedAt === undefined ? {} : { publishedAt };
  return { title, category, source, excerpt, ...dated, ...(isDayOnly && { isDayOnly }) };
}

/** Changes what a head and a foot say of an article. */
function convertArticle(article: Article, convert: ChapterSource['convert']): Article {
  if (!convert) return article;
  const converted = { ...article };
  for (const field of ['originalTitle', 'sourceLine', 'reporter', 'editor'] as const) {
    const value = article[field];
    if (value !== undefined) converted[field] = convert(value);
  }
  return converted;
}
