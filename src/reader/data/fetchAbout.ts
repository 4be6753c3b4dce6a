import { queryOptions } from '@tanstack/react-query';
import type { AboutPage } from '../../model/AboutPage.ts';
import { ABOUT_PATH } from '../../model/archivePaths.ts';
import { fetchArchiveFile } from './fetchArchiveFile.ts';
import { keepFile, readKept } from './keptFiles.ts';
import { isRecord, isString } from './parseSummary.ts';

/** Fetches the about page; without a network the last one that was read is given. Throws ArchiveError. */
export async function fetchAbout(signal?: AbortSignal): Promise<AboutPage> {
  try {
    const page = await fetchArchiveFile(ABOUT_PATH, parseAbout, signal);
    void keepFile(ABOUT_PATH, JSON.stringify(page));
    return page;
  } catch (error) {
    const kept = await readKept(ABOUT_PATH);
    const page = kept === undefined ? undefined : parseAbout(JSON.parse(kept));
    if (page) return page;
    throw error;
  }
}

/** The query of the about page. */
export const aboutQuery = queryOptions({
  queryKey: ['about'],
  queryFn: ({ signal }) => fetchAbout(signal),
});

function parseAbout(json: unknown): AboutPage | undefined {
  const isAbout = isRecord(json) && isString(json.title) && isString(json.html);
  return isAbout ? (json as unknown as AboutPage) : undefined;
}
