import {
  readCardFile,
  readIconFile,
  readMarkdownFile,
  readPictureFile,
} from './readContentFile.ts';
import {
  type ReadValue,
  readBase,
  readColour,
  readFooterLine,
  readHeadLine,
  readHost,
  readLanguage,
  readList,
  readNames,
  readSwitch,
  readTakenDown,
  readText,
  readUrl,
} from './readValue.ts';
import type { SiteSettings } from './SiteSettings.ts';

/** One thing that an owner can set. */
export interface SiteKey {
  /** Its name in the site file; `a.b` is `b` below `a`. */
  key: string;
  /** The environment variable that wins over the file, where there is one. */
  variable?: string;
  field: keyof SiteSettings;
  read: ReadValue<unknown>;
}

/** The variable that names the folder of the content files, and so where the site file is. */
export const CONTENT_VARIABLE = 'CONTENT_DIR';

/** All keys, in the order in which the READMEs explain them. */
export const SITE_KEYS: readonly SiteKey[] = [
  { key: 'title', variable: 'SITE_TITLE', field: 'title', read: readText },
  { key: 'description', variable: 'SITE_DESCRIPTION', field: 'description', read: readText },
  { key: 'language', variable: 'SITE_LANGUAGE', field: 'language', read: readLanguage },
  { key: 'url', variable: 'SITE_URL', field: 'url', read: readUrl },
  { key: 'path', variable: 'BASE_PATH', field: 'base', read: readBase },
  { key: 'logo', field: 'logo', read: readPictureFile },
  { key: 'icon', field: 'icon', read: readIconFile },
  { key: 'card', field: 'card', read: readCardFile },
  { key: 'accent', field: 'accent', read: readColour },
  { key: 'footer', field: 'footer', read: readList(readFooterLine) },
  { key: 'licence', field: 'licence', read: readText },
  { key: 'about', field: 'about', read: readMarkdownFile },
  { key: 'categories.order', field: 'order', read: readList(readText) },
  { key: 'categories.names', field: 'names', read: readNames },
  { key: 'categories.hidden', field: 'hidden', read: readList(readText) },
  { key: 'exclude', field: 'exclude', read: readList(readText) },
  { key: 'taken_down', field: 'takenDown', read: readList(readTakenDown) },
  { key: 'pinned', field: 'pinned', read: readList(readText) },
  { key: 'head', field: 'head', read: readList(readHeadLine) },
  { key: 'head_hosts', field: 'headHosts', read: readList(readHost) },
  { key: 'sync_hosts', field: 'syncHosts', read: readList(readHost) },
  { key: 'offline', variable: 'OFFLINE', field: 'offline', read: readSwitch },
  { key: 'feeds', variable: 'FEEDS', field: 'feeds', read: readSwitch },
  { key: 'search', variable: 'SEARCH', field: 'search', read: readSwitch },
  { key: 'pages', variable: 'PAGES', field: 'pages', read: readSwitch },
  { key: 'compress', variable: 'COMPRESS', field: 'compress', read: readSwitch },
  { key: 'report', variable: 'REPORT', field: 'report', read: readSwitch },
];
