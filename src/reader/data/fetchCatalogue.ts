import { queryOptions } from '@tanstack/react-query';
import { CATALOGUE_PATH } from '../../model/archivePaths.ts';
import type { Catalogue } from '../../model/Catalogue.ts';
import { fetchArchiveFile } from './fetchArchiveFile.ts';
import { isSiteInfo } from './isSiteInfo.ts';
import { readKept } from './keptFiles.ts';
import { isOptional, isRecord, isString } from './parseSummary.ts';
import { takePageData } from './takePageData.ts';

/** Fetches the category tree and the shape of every list. Throws ArchiveError. */
export function fetchCatalogue(signal?: AbortSignal): Promise<Catalogue> {
  return fetchArchiveFile(CATALOGUE_PATH, parseCatalogue, signal);
}

/** The query of the catalogue: the one that came with the page, else the kept one, once, else the host's. */
export const catalogueQuery = queryOptions({
  queryKey: ['catalogue'],
  queryFn: async ({ signal }) => (await takeKeptCatalogue()) ?? fetchCatalogue(signal),
  initialData: () => parseCatalogue(takePageData(CATALOGUE_PATH)),
});

/** Whether the catalogue that this page began with may be an old one: a kept copy, or part of a page out of a cache. */
export function isCatalogueOld(): boolean {
  if (isKeptUsed) return true;
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // No bytes came: the page is a cache's. Where a browser doesn't tell, it is asked once too often.
  return !visit || visit.transferSize === 0;
}

let isKeptTaken = false;
let isKeptUsed = false;

/** Whoever asks again asks the host. */
async function takeKeptCatalogue(): Promise<Catalogue | undefined> {
  if (isKeptTaken) return undefined;
  isKeptTaken = true;
  try {
    const text = await readKept(CATALOGUE_PATH);
    const kept = text === undefined ? undefined : parseCatalogue(JSON.parse(text));
    isKeptUsed = kept !== undefined;
    return kept;
  } catch {
    return undefined;
  }
}

function parseCatalogue(json: unknown): Catalogue | undefined {
  if (!isRecord(json) || json.version !== 1 || !isRecord(json.lists)) return undefined;
  const { lists } = json;
  const isCatalogue =
    Object.values(lists).every(isListInfo) &&
    isOptional(json.site, isSiteInfo) &&
    isOptional(json.build, isString) &&
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

/** Whether `value` is the length and shape of a list. */
export function isListInfo(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.count === 'number' &&
    typeof value.undatedCount === 'number' &&
    Array.isArray(value.months) &&
    value.months.every((month) => Array.isArray(month) && isString(month[0]) && month[1] > 0) &&
    isOptional(value.hashes, arePageHashes)
  );
}

function arePageHashes(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { groups, newest = [] } = value;
  return [groups, newest].every((each) => Array.isArray(each) && each.every(isString));
}
