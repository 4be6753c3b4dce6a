import { queryOptions } from '@tanstack/react-query';
import type { ArticleSummary } from '../../model/Article.ts';
import { buildListPagePath } from '../../model/archivePaths.ts';
import { PAGE_SIZE } from '../../model/Catalogue.ts';
import { fetchArchiveFile } from './fetchArchiveFile.ts';
import { parseSummary } from './parseSummary.ts';
import { takePageData } from './takePageData.ts';

/** Fetches page `page` (from 1, the oldest) of a stored list, oldest first. Throws ArchiveError. */
export function fetchListPage(
  list: string,
  page: number,
  signal?: AbortSignal,
): Promise<ArticleSummary[]> {
  return fetchArchiveFile(buildListPagePath(list, page), parseListPage, signal);
}

/** The query of one list page. */
export function listPageQuery(list: string, page: number) {
  return queryOptions({
    queryKey: ['list', list, page],
    queryFn: ({ signal }) => fetchListPage(list, page, signal),
    initialData: () => parseListPage(takePageData(buildListPagePath(list, page))),
  });
}

function parseListPage(json: unknown): ArticleSummary[] | undefined {
  if (!Array.isArray(json) || json.length > PAGE_SIZE) return undefined;
  const summaries = json.map(parseSummary);
  return summaries.every((summary) => summary !== undefined) ? summaries : undefined;
}
