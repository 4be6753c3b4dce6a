import { queryOptions } from '@tanstack/react-query';
import { CATALOGUE_PATH } from '../../model/archivePaths.ts';
import type { Catalogue } from '../../model/Catalogue.ts';
import { fetchArchiveFile } from './fetchArchiveFile.ts';
import { isOptional, isRecord, isString } from './parseSummary.ts';
import { takePageData } from './takePageData.ts';

/** Fetches the category tree and the shape of every list. Throws ArchiveError. */
export function fetchCatalogue(signal?: AbortSignal): Promise<Catalogue> {
  return fetchArchiveFile(CATALOGUE_PATH, parseCatalogue, signal);
}

/** The query of the catalogue. */
export const catalogueQuery = queryOptions({
  queryKey: ['catalogue'],
  queryFn: ({ signal }) => fetchCatalogue(signal),
  initialData: () => parseCatalogue(takePageData(CATALOGUE_PATH)),
});

function parseCatalogue(json: unknown): Catalogue | undefined {
  if (!isRecord(json) || json.version !== 1 || !isRecord(json.lists)) return undefined;
  const { lists } = json;
  const isCatalogue =
    Object.values(lists).every(isListInfo) &&
    isCategory(json.root, (list) => Object.hasOwn(lists, list));
  return isCatalogue ? (json as unknown as Catalogue) : undefined;
}

function isCategory(value: unknown, hasList: (list: string) => boolean): boolean {
  return (
    isRecord(value) &&
    isString(value.path) &&
    isString(value.name) &&
    typeof value.count === 'number' &&
    isString(value.list) &&
    hasList(value.list) &&
    isOptional(value.firstDate, isString) &&
    isOptional(value.lastDate, isString) &&
    Array.isArray(value.children) &&
    value.children.every((child) => isCategory(child, hasList))
  );
}

function isListInfo(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.count === 'number' &&
    typeof value.undatedCount === 'number' &&
    Array.isArray(value.months) &&
    value.months.every((month) => Array.isArray(month) && isString(month[0]) && month[1] > 0)
  );
}
