import { ArticleMovedError } from '../../model/ArchiveError.ts';
import type { Article } from '../../model/Article.ts';
import type { CopyCache } from '../copies/copies.ts';
import { buildArticleAddress } from '../copies/fetchArticleCopy.ts';
import { isArticleIntact } from '../copies/soundness.ts';
import { watchProgress } from '../copies/watchProgress.ts';
import { fetchArticle } from '../data/fetchArticle.ts';

/**
 * Returns an article: its saved copy if it is whole, else the host's, under its new address where it was moved. Throws
 * ArchiveError.
 */
export async function readArticle(
  id: string,
  cache: Pick<CopyCache, 'match'> | undefined,
  signal: AbortSignal,
): Promise<Article> {
  const saved = await readSavedArticle(id, cache);
  if (saved) return saved;
  const watch = watchProgress(signal);
  try {
    return await fetchArticle(id, watch.signal);
  } catch (error) {
    if (error instanceof ArticleMovedError) return await fetchArticle(error.movedTo, watch.signal);
    throw error;
  } finally {
    watch.stop();
  }
}

/** Returns the saved copy of an article; undefined where there is none, or none that is whole. */
export async function readSavedArticle(
  id: string,
  cache: Pick<CopyCache, 'match'> | undefined,
): Promise<Article | undefined> {
  const text = await (await cache?.match(buildArticleAddress(id)))?.text();
  if (text === undefined || !(await isArticleIntact(text, id))) return undefined;
  return JSON.parse(text) as Article;
}
