import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { isMissing } from '../../model/ArchiveError.ts';
import { buildListIdsPath } from '../../model/archivePaths.ts';
import { type ArticleListInfo, PAGE_SIZE } from '../../model/Catalogue.ts';
import { type ListIds, SHORT_ID_LENGTH, shortenId } from '../../model/ListIds.ts';
import { fetchArchiveFile } from './fetchArchiveFile.ts';
import { listPageQuery } from './fetchListPage.ts';
import { isRecord, isString } from './parseSummary.ts';

/**
 * The query of the ids of a whole list, as the catalogue on screen has it. Throws ArchiveError; kind `missing` where
 * the host has another build by now. Where there is no network, or the archive has no such file, the list's pages
 * tell.
 */
export function listIdsQuery(list: string, info: ArticleListInfo) {
  return queryOptions({
    queryKey: ['list ids', list, info.ids ?? info.count],
    queryFn: async ({ client, signal }) => {
      if (info.ids === undefined) return readPages(client, list, info);
      try {
        const parse = (json: unknown) => parseListIds(json, info.count);
        return await fetchArchiveFile(buildListIdsPath(list, info.ids), parse, signal);
      } catch (error) {
        if (isMissing(error)) throw error;
        return readPages(client, list, info);
      }
    },
  });
}

async function readPages(
  client: QueryClient,
  list: string,
  info: ArticleListInfo,
): Promise<ListIds> {
  const listIds: ListIds = { ids: '', former: {} };
  for (let page = 1; page <= Math.ceil(info.count / PAGE_SIZE); page += 1) {
    for (const { id, formerIds } of await client.ensureQueryData(listPageQuery(list, info, page))) {
      listIds.ids += shortenId(id);
      if (formerIds) listIds.former[shortenId(id)] = formerIds.map(shortenId);
    }
  }
  return listIds;
}

function parseListIds(json: unknown, count: number): ListIds | undefined {
  if (!isRecord(json) || !isString(json.ids) || !isRecord(json.former)) return undefined;
  const isWhole =
    json.ids.length === count * SHORT_ID_LENGTH &&
    Object.values(json.former).every((ids) => Array.isArray(ids) && ids.every(isString));
  return isWhole ? (json as unknown as ListIds) : undefined;
}
