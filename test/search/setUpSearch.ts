import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import traditional from 'opencc-js/dict/TSCharacters';
import { onTestFinished } from 'vitest';
import { buildArchive } from '../../src/archive/buildArchive.ts';
import type { SearchIndexOptions } from '../../src/archive/search/buildSearchIndex.ts';
import type { Article } from '../../src/model/Article.ts';
import {
  buildArticlePath,
  buildListPagePath,
  CATALOGUE_PATH,
} from '../../src/model/archivePaths.ts';
import { type Catalogue, PAGE_SIZE } from '../../src/model/Catalogue.ts';
import { createTextFolder } from '../../src/model/foldText.ts';
import { SearchIndex } from '../../src/search-worker/SearchIndex.ts';
import { generateArchive } from '../bench/generateArchive.ts';

export const folder = createTextFolder(traditional);

/** An archive with its search index, and all its articles in stored order. */
export interface Searchable {
  outDir: string;
  articles: Article[];
  index: SearchIndex;
}

/** Makes a folder that lasts as long as a test, or as long as `onEnd` says. */
export function makeFolder(onEnd: (remove: () => void) => void = onTestFinished): string {
  const path = mkdtempSync(join(tmpdir(), 'cangbao-search-'));
  onEnd(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Builds an archive in `scratch`: of a content folder, or of a number of generated articles. */
export async function buildSearchable(
  scratch: string,
  content: string | number,
  sizes?: SearchIndexOptions['sizes'],
): Promise<Searchable> {
  let contentDir = content;
  if (typeof contentDir === 'number') {
    const count = contentDir;
    contentDir = join(scratch, 'content');
    mkdirSync(contentDir);
    generateArchive({ count, folder: contentDir, hasTags: true });
  }
  const outDir = join(scratch, 'out');
  const search = { folder: join(scratch, 'blocks'), key: 'test', ...(sizes && { sizes }) };
  await buildArchive({ contentDir, outDir, search });
  return openSearchable(outDir);
}

export async function openSearchable(outDir: string): Promise<Searchable> {
  const index = await SearchIndex.open((path) => readFile(join(outDir, path)));
  return { outDir, articles: readArticles(outDir), index };
}

function readArticles(outDir: string): Article[] {
  const readJson = (path: string) => JSON.parse(readFileSync(join(outDir, path), 'utf8'));
  const { root } = readJson(CATALOGUE_PATH) as Catalogue;
  const articles: Article[] = [];
  for (let page = 1; (page - 1) * PAGE_SIZE < root.count; page++) {
    for (const { id } of readJson(buildListPagePath(root.list, page)) as Article[])
      articles.push(readJson(buildArticlePath(id)) as Article);
  }
  return articles;
}
