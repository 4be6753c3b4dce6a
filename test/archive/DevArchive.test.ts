/** The archive while one works on it gives what a build gives, and takes up changes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/buildArchive.ts';
import { DevArchive } from '../../src/archive/vite/DevArchive.ts';
import type { ArticleSummary } from '../../src/model/Article.ts';
import {
  buildArticlePath,
  buildListPagePath,
  CATALOGUE_PATH,
} from '../../src/model/archivePaths.ts';
import type { Catalogue } from '../../src/model/Catalogue.ts';
import { generateArchive } from '../bench/generateArchive.ts';

let root: string;
let content: string;
let built: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'cangbao-dev-'));
  content = join(root, 'content');
  built = join(root, 'built');
  generateArchive({ count: 230, folder: content });
  await buildArchive({ contentDir: content, outDir: built });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function read(path: string): string {
  return readFileSync(join(built, path), 'utf8');
}

function openArchive(): DevArchive {
  return new DevArchive(content, join(root, 'images'));
}

test('every file is the one of a build', () => {
  const archive = openArchive();
  const { build: _build, ...catalogue } = JSON.parse(read(CATALOGUE_PATH)) as Catalogue;
  const { root: category, lists } = catalogue;
  // What ties the files of a build together is a build's alone: in development they change one by one.
  for (const info of Object.values(lists)) delete info.hashes;
  expect(archive.answer(CATALOGUE_PATH)).toBe(JSON.stringify(catalogue));
  const pages = Math.ceil((lists[category.list]?.count ?? 0) / 100);
  expect(pages).toBe(3);
  for (let page = 1; page <= pages; page++) {
    const path = buildListPagePath(category.list, page);
    expect(archive.answer(path)).toBe(read(path));
    for (const { id } of JSON.parse(read(path)) as ArticleSummary[]) {
      expect(archive.answer(buildArticlePath(id))).toBe(read(buildArticlePath(id)));
    }
  }
});

test('what is not there is not there', () => {
  const archive = openArchive();
  for (const path of [
    'archive/articles/aaaaaaaaaaaa.json',
    'archive/lists/all/9.json',
    'archive/lists/all/0.json',
    'archive/images/../../package.json',
    'archive/other.json',
  ]) {
    expect(archive.answer(path), path).toBeUndefined();
  }
});

test('a new, a changed and a removed file are taken up', () => {
  const archive = openArchive();
  const count = () => (JSON.parse(String(archive.answer(CATALOGUE_PATH))) as Catalogue).root.count;
  const file = join(content, '新的.md');
  const before = count();
  const write = (title: string) =>
    writeFileSync(
      file,
      `---\ntitle: '${title}'\ncategories: \n - 新\ndate: 2023-01-01 08:00:00\n---\n<p>新的一篇。</p>`,
    );
  const newest = () => {
    const { children } = (JSON.parse(String(archive.answer(CATALOGUE_PATH))) as Catalogue).root;
    const list = children.find(({ name }) => name === '新')?.list ?? '';
    return (JSON.parse(String(archive.answer(buildListPagePath(list, 1)))) as ArticleSummary[])[0]
      ?.title;
  };
  write('第一版');
  archive.refresh(file);
  expect(count()).toBe(before + 1);
  expect(newest()).toBe('第一版');
  // Times of files are not finer than some milliseconds everywhere.
  rmSync(file);
  archive.refresh(file);
  expect(count()).toBe(before);
});
