/** What places the articles in the lists is read once, and again only where a file has changed. */
import {
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listFiles } from '../../src/archive/output/listFiles.ts';
import { DevIndex } from '../../src/archive/vite/DevIndex.ts';
import { generateArchive } from '../bench/generateArchive.ts';

let root: string;
let content: string;
let file: string;
let paths: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cangbao-index-'));
  content = join(root, 'content');
  file = join(root, 'cache/development');
  generateArchive({ count: 12, folder: content });
  paths = listFiles(content);
  const past = new Date(Date.now() - 60_000);
  for (const path of paths) utimesSync(join(content, path), past, past);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const open = (key = 'code') => new DevIndex(content, { file, key });
const findDates = (index: DevIndex) => paths.map((path) => index.find(path)?.publishedAt);

/** Gives a file another date. With `isHidden`, its size and time stay as they are, so only who reads it can know. */
function changeDate(path: string, isHidden: boolean): void {
  const { mtime } = statSync(join(content, path));
  const text = readFileSync(join(content, path), 'utf8');
  writeFileSync(join(content, path), text.replace(/ 20\d\d /, ' 1999 '));
  if (isHidden) utimesSync(join(content, path), mtime, mtime);
}

test('after a start, only names, sizes and times are looked at', async () => {
  const dates = findDates(new DevIndex(content));
  expect(new Set(dates).size).toBe(12);
  const first = open();
  await first.readAhead();
  expect(findDates(first)).toEqual(dates);

  const [hidden = '', changed = ''] = paths;
  changeDate(hidden, true);
  changeDate(changed, false);
  const later = findDates(open());
  expect(later.filter((date, index) => date !== dates[index])).toHaveLength(1);
  expect(later[1]).toMatch(/^1999/);
});

test('what another code has read, and what is damaged, is read again', async () => {
  await open().readAhead();
  changeDate(paths[0] as string, true);
  expect(findDates(open('other code'))[0]).toMatch(/^1999/);
  truncateSync(file, 100);
  expect(findDates(open())[0]).toMatch(/^1999/);
});

test('a file that has just changed is not trusted', async () => {
  const [young = ''] = paths;
  const now = new Date();
  utimesSync(join(content, young), now, now);
  await open().readAhead();
  changeDate(young, true);
  expect(findDates(open())[0]).toMatch(/^1999/);
});

test('a changed file is read again when it is asked for', async () => {
  const index = open();
  await index.readAhead();
  const [changed = ''] = paths;
  changeDate(changed, true);
  expect(index.find(changed)?.publishedAt).not.toMatch(/^1999/);
  index.forget(changed);
  expect(index.find(changed)?.publishedAt).toMatch(/^1999/);
});

test('without a place for it, nothing is written', async () => {
  await new DevIndex(content).readAhead();
  expect(listFiles(root).filter((path) => !path.startsWith('content/'))).toEqual([]);
});
