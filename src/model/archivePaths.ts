/** Paths of the archive files, relative to the site's base. Writer and reader both take them from here. */

/** The folder of all archive files. */
export const ARCHIVE_FOLDER = 'archive';
export const CATALOGUE_PATH = 'archive/catalogue.json';
export const REPORT_PATH = 'archive/report.json';
/** The owner's page about the site; absent where there is none. */
export const ABOUT_PATH = 'archive/about.json';
export const IMAGES_FOLDER = 'archive/images/';
export const ARTICLES_FOLDER = 'archive/articles/';
export const LISTS_FOLDER = 'archive/lists/';

/** All ids that the archive has had, for the next build; no reader asks for it. */
export const ID_HISTORY_PATH = 'archive/ids.txt';

/** Path of one article; of a former id, a MovedArticle stands there. */
export function buildArticlePath(id: string): string {
  return `${ARTICLES_FOLDER}${id}.json`;
}

/** Path of page `page` (from 1, the oldest) of a list. */
export function buildListPagePath(list: string, page: number): string {
  return `${LISTS_FOLDER}${list}/${page}.json`;
}

/** Path of the ids of a list, as `ArticleListInfo.ids` names them. */
export function buildListIdsPath(list: string, ids: string): string {
  return `${LISTS_FOLDER}${list}/ids-${ids}.json`;
}

/** Path of the hashes of a hundred pages of a list (`pageHashes.ts`); `group` from 1. */
export function buildPageHashesPath(list: string, group: number): string {
  return `${LISTS_FOLDER}${list}/hashes/${group}.json`;
}

/** Path of a file of tags, as `findTagFile` numbers it. */
export function buildTagFilePath(file: number): string {
  return `archive/tags/${file}.json`;
}

/** Name of the event by which the development server tells the page that content files have changed. */
export const CONTENT_CHANGED = 'cangbao:content-changed';

/** Id of the element in which a page carries archive files that its first screen needs: JSON, path → content. */
export const PAGE_DATA_ID = 'archive-data';

/**
 * All that has to be known of the search index before a part of it is read; absent where the site was built without
 * search.
 */
export const SEARCH_PLAN_PATH = 'archive/search/plan.bin';
/** Which company's name goes with which code. */
export const SEARCH_STOCKS_PATH = 'archive/search/stocks.json';

/** Path of a part of the search index. */
export function buildShardPath(shard: number): string {
  return `archive/search/${shard}.bin`;
}

/** Article ids that one file of the search index holds. */
export const IDS_PER_FILE = 256;

/** Path of the ids of IDS_PER_FILE articles, one behind the other, in stored order. */
export function buildIdsPath(file: number): string {
  return `archive/search/ids/${file}.bin`;
}
