import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleSummary } from '../../src/model/Article.ts';
import { buildListPagePath, CATALOGUE_PATH } from '../../src/model/archivePaths.ts';
import type { Catalogue } from '../../src/model/Catalogue.ts';
import {
  buildKeyPrefix,
  buildOfflineNames,
  type OfflineNames,
} from '../../src/model/offlineNames.ts';

/** One of the sites of a host, as the drill names what it keeps. */
export interface KeptSite {
  /** `/` or `/news/` */
  base: string;
  /** Its address below the host: empty, or `news/`. */
  path: string;
  /** Begins its keys in localStorage, and those of its bookmarks. */
  keys: string;
  bookmarks: string;
  names: OfflineNames;
}

/** Builds the names of a site by its base. */
export function describeSite(base: string): KeptSite {
  const keys = buildKeyPrefix(base);
  const names = buildOfflineNames(base);
  return { base, path: base.slice(1), keys, bookmarks: `${keys}bookmark:`, names };
}

/** Reads the summaries of a built site of less than a hundred articles, with the ids that it gave them. */
export async function readArticles(folder: string): Promise<ArticleSummary[]> {
  const read = async (path: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, path), 'utf8'));
  const { root } = (await read(CATALOGUE_PATH)) as Catalogue;
  return (await read(buildListPagePath(root.list, 1))) as ArticleSummary[];
}
