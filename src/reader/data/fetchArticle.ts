import { queryOptions } from '@tanstack/react-query';
import type { Article } from '../../model/Article.ts';
import { buildArticlePath } from '../../model/archivePaths.ts';
import { ArchiveError } from './ArchiveError.ts';
import { fetchArchiveFile } from './fetchArchiveFile.ts';
import { isImage, isOptional, isRecord, isString, parseSummary } from './parseSummary.ts';

/** Fetches one article. Throws ArchiveError; kind `missing` when the archive does not hold it. */
export async function fetchArticle(id: string, signal?: AbortSignal): Promise<Article> {
  const path = buildArticlePath(id);
  // The id comes from the address bar and must not lead to another file.
  if (!/^[\w-]+$/.test(id)) throw new ArchiveError('missing', path);
  return fetchArchiveFile(path, parseArticle, signal);
}

/** The query of one article. */
export function articleQuery(id: string) {
  return queryOptions({
    queryKey: ['article', id],
    queryFn: ({ signal }) => fetchArticle(id, signal),
  });
}

function parseArticle(json: unknown): Article | undefined {
  if (!parseSummary(json) || !isRecord(json)) return undefined;
  const isArticle =
    isString(json.html) &&
    [json.originalTitle, json.editor, json.reporter, json.sourceLine].every((line) =>
      isOptional(line, isString),
    ) &&
    Array.isArray(json.stocks) &&
    json.stocks.every(isStock) &&
    Array.isArray(json.images) &&
    json.images.every(isImage);
  return isArticle ? (json as unknown as Article) : undefined;
}

function isStock(value: unknown): boolean {
  return isRecord(value) && isString(value.code) && isOptional(value.name, isString);
}
