import { queryOptions } from '@tanstack/react-query';
import type { ArticleSummary } from '../../model/Article.ts';
import { buildListPagePath, buildPageHashesPath } from '../../model/archivePaths.ts';
import { type ArticleListInfo, PAGE_SIZE } from '../../model/Catalogue.ts';
import { findGroup, findPageHash, nameListState, takePageHash } from '../../model/pageHashes.ts';
import { fetchArchiveFile, fetchHashedFile } from './fetchArchiveFile.ts';
import { isString, parseSummary } from './parseSummary.ts';
import { takePageRows } from './takePageData.ts';

/**
 * Fetches page `page` (from 1, the oldest) of a stored list as the catalogue knows it, oldest first. Throws
 * ArchiveError.
 */
export async function fetchListPage(
  list: string,
  info: ArticleListInfo,
  page: number,
  signal?: AbortSignal,
): Promise<ArticleSummary[]> {
  const path = buildListPagePath(list, page);
  const hash = await readPageHash(list, info, page, signal);
  return hash === undefined
    ? fetchArchiveFile(path, parseListPage, signal)
    : fetchHashedFile(path, hash, parseListPage, signal);
}

/** The query of one list page. Its key names the state of the list, so rows of two builds never meet. */
export function listPageQuery(list: string, info: ArticleListInfo, page: number) {
  return queryOptions({
    queryKey: ['list', list, nameListState(info), page],
    queryFn: ({ signal }) => fetchListPage(list, info, page, signal),
    initialData: () => parseListPage(takePageRows(list, nameListState(info), page)),
  });
}

/** Gives the hash of a page: the catalogue's, else that of the list's files of hashes. Undefined in development. */
export async function readPageHash(
  list: string,
  info: ArticleListInfo,
  page: number,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const known = findPageHash(info, page);
  if (known !== undefined) return known;
  const file = await readHashesFile(list, info, page, signal);
  return file && takePageHash(file.hashes, page);
}

/** A file of hashes. */
interface HashesFile {
  path: string;
  hash: string;
  hashes: readonly string[];
}

/** Gives the file that holds the hash of a page; undefined where the catalogue holds it. Throws ArchiveError. */
export async function readHashesFile(
  list: string,
  info: ArticleListInfo,
  page: number,
  signal?: AbortSignal,
): Promise<HashesFile | undefined> {
  const group = findGroup(page);
  const hash = info.hashes?.groups[group - 1];
  if (hash === undefined || findPageHash(info, page) !== undefined) return undefined;
  const path = buildPageHashesPath(list, group);
  const hashes = read.get(hash) ?? (await fetchHashedFile(path, hash, parseHashes, signal));
  read.set(hash, hashes);
  return { path, hash, hashes };
}

/** Files of hashes that were read, by their hash. */
const read = new Map<string, readonly string[]>();

function parseHashes(json: unknown): string[] | undefined {
  return Array.isArray(json) && json.every(isString) ? json : undefined;
}

function parseListPage(json: unknown): ArticleSummary[] | undefined {
  if (!Array.isArray(json) || json.length > PAGE_SIZE) return undefined;
  const summaries = json.map(parseSummary);
  return summaries.every((summary) => summary !== undefined) ? summaries : undefined;
}
