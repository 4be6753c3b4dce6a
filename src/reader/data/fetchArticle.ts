import { queryOptions } from '@tanstack/react-query';
import { ArchiveError, ArticleMovedError, meansMissing } from '../../model/ArchiveError.ts';
import type { Article, MovedArticle } from '../../model/Article.ts';
import { buildArticlePath } from '../../model/archivePaths.ts';
import { fetchArchiveFile } from './fetchArchiveFile.ts';
import {
  isImage,
  isOptional,
  isRecord,
  isString,
  isStringList,
  parseSummary,
} from './parseSummary.ts';

/**
 * Fetches one article. Throws ArchiveError; kind `missing` when the archive does not hold it, ArticleMovedError when
 * it has another id.
 */
export async function fetchArticle(id: string, signal?: AbortSignal): Promise<Article> {
  const path = buildArticlePath(id);
  // The id comes from the address bar and must not lead to another file.
  if (!/^[\w-]+$/.test(id)) throw new ArchiveError('missing', path);
  const file = await fetchArchiveFile(
    path,
    (json) => parseArticle(json) ?? parseMoved(json),
    signal,
  );
  if ('movedTo' in file) throw new ArticleMovedError(path, file.movedTo);
  return file;
}

/** Asks the host, past any saved copy, what has become of an article. `unknown` where its answer may not be its own. */
export async function askForArticle(
  id: string,
  signal: AbortSignal,
): Promise<'here' | 'missing' | 'unknown' | MovedArticle> {
  const address = `${import.meta.env.BASE_URL}${buildArticlePath(id)}`;
  const response = await fetch(address, { cache: 'reload', signal }).catch(() => undefined);
  if (response && meansMissing(response.status)) return 'missing';
  if (!response?.ok) return 'unknown';
  const json: unknown = await response.json().catch(() => undefined);
  return parseMoved(json) ?? (parseArticle(json) ? 'here' : 'unknown');
}

/** The query of one article. */
export function articleQuery(id: string) {
  return queryOptions({
    queryKey: ['article', id],
    queryFn: ({ signal }) => fetchArticle(id, signal),
  });
}

function parseMoved(json: unknown): MovedArticle | undefined {
  return isRecord(json) && isString(json.movedTo) && /^[\w-]+$/.test(json.movedTo)
    ? { movedTo: json.movedTo }
    : undefined;
}

/** Parses an article file; a wrong shape gives `undefined`. */
export function parseArticle(json: unknown): Article | undefined {
  if (!parseSummary(json) || !isRecord(json)) return undefined;
  const isArticle =
    isString(json.html) &&
    [json.originalTitle, json.editor, json.reporter, json.sourceLine].every((line) =>
      isOptional(line, isString),
    ) &&
    isOptional(json.link, isHttpAddress) &&
    isOptional(json.tags, isStringList) &&
    isOptional(json.updatedAt, isString) &&
    Array.isArray(json.stocks) &&
    json.stocks.every(isStock) &&
    Array.isArray(json.images) &&
    json.images.every(isImage);
  return isArticle ? (json as unknown as Article) : undefined;
}

/** Any other scheme could run a script. */
function isHttpAddress(value: unknown): boolean {
  return isString(value) && /^https?:\/\//i.test(value);
}

function isStock(value: unknown): boolean {
  return isRecord(value) && isString(value.code) && isOptional(value.name, isString);
}
