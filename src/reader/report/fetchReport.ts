import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  REPORT_FILE_PREFIX,
  REPORT_LIST,
  type ReportAnswer,
  type ReportedFile,
} from '../../model/ReportPage.ts';
import { fetchArchiveFile } from '../data/fetchArchiveFile.ts';
import { isRecord } from '../data/parseSummary.ts';

/** The query of the report, which is looked at again when the owner comes back from a build. */
export const reportQuery = queryOptions({
  queryKey: ['report'],
  queryFn: ({ signal }) => fetchArchiveFile(REPORT_LIST, parseAnswer<ReportAnswer>, signal),
  staleTime: 0,
  refetchOnWindowFocus: true,
});

/** The query of one file of the report that was built at `startedAt`. The file before stays until it is here. */
export function reportedFileQuery(path: string, startedAt: string) {
  const address = REPORT_FILE_PREFIX + encodeURIComponent(path);
  return queryOptions({
    queryKey: ['reported file', path, startedAt],
    queryFn: ({ signal }) => fetchArchiveFile(address, parseAnswer<ReportedFile>, signal),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
}

/** The answers are of the same program as the page. */
function parseAnswer<T>(json: unknown): T | undefined {
  return isRecord(json) && typeof json.state === 'string' ? (json as T) : undefined;
}
