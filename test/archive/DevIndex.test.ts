/** What places the articles in the lists is read once, and again only where a file has changed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listFiles } from '../../src/archive/output/listFiles.ts';
import { DevIndex } from '../../src/archive/vite/DevIndex.ts';
import { generateArchive } from '../bench/generateArchive.ts';

let root: string;
let content: string;
let paths: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cangbao-index-'));
  content = join(root, 'content');
  generateArchive({ count: 12, folder: content });
  paths = listFiles(content);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Gives a file another date. */
function changeDate(path: string): void {
  const text = readFileSync(join(content, path), 'utf8');
  writeFileSync(join(content, path), text.replace(/ 20\d\d /, ' 1999 '));
}

test('a file is read once, and again when it is said to have changed', async () => {
  const index = new DevIndex(content);
  await index.readAhead();
  const [changed = ''] = paths;
  changeDate(changed);
  expect(index.find(changed)?.summary.publishedAt).not.toMatch(/^1999/);
  index.forget(changed);
  expect(index.find(changed)?.summary.publishedAt).toMatch(/^1999/);
});

test('nothing is written', async () => {
  await new DevIndex(content).readAhead();
  expect(listFiles(root).filter((path) => !path.startsWith('content/'))).toEqual([]);
});
