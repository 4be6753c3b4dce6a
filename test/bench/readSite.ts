import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleSummary } from '../../src/model/Article.ts';
import { buildListPagePath, CATALOGUE_PATH } from '../../src/model/archivePaths.ts';
import { type Catalogue, PAGE_SIZE } from '../../src/model/Catalogue.ts';

/** Reads the catalogue of a built site. */
export function readCatalogue(dist: string): Catalogue {
  return JSON.parse(readFileSync(join(dist, CATALOGUE_PATH), 'utf8')) as Catalogue;
}

/** Reads the newest page of the list of all articles, oldest first. */
export function readNewestRows(dist: string): ArticleSummary[] {
  const { root, lists } = readCatalogue(dist);
  const page = Math.ceil((lists[root.list]?.count ?? 0) / PAGE_SIZE);
  const file = join(dist, buildListPagePath(root.list, page));
  return JSON.parse(readFileSync(file, 'utf8')) as ArticleSummary[];
}
