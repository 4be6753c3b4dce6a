/** Paths of the archive files, relative to the site's base. Writer and reader both take them from here. */

/** The folder of all archive files. */
export const ARCHIVE_FOLDER = 'archive';
export const CATALOGUE_PATH = 'archive/catalogue.json';
export const REPORT_PATH = 'archive/report.json';
export const IMAGES_FOLDER = 'archive/images/';
export const ARTICLES_FOLDER = 'archive/articles/';

/** Path of one article. */
export function buildArticlePath(id: string): string {
  return `${ARTICLES_FOLDER}${id}.json`;
}

/** Path of page `page` (from 1, the oldest) of a list. */
export function buildListPagePath(list: string, page: number): string {
  return `archive/lists/${list}/${page}.json`;
}

/** Name of the event by which the development server tells the page that content files have changed. */
export const CONTENT_CHANGED = 'cangbao:content-changed';

/** Id of the element in which a page carries archive files that its first screen needs: JSON, path → content. */
export const PAGE_DATA_ID = 'archive-data';
