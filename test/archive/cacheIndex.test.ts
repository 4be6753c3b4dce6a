/** The cache's index: what is written is read, and builds at the same time leave each other's alone. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCacheIndex, writeCacheIndex } from '../../src/archive/cache/cacheIndex.ts';
import type { FileResult } from '../../src/archive/processFile.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cangbao-index-'));
  file = join(folder, 'index');
});
afterEach(() => rmSync(folder, { recursive: true }));

const published: FileResult = {
  path: '甲/\t乙\n.md',
  problems: [
    {
      kind: 'no-date',
      path: '甲/\t乙\n.md',
      outcome: 'repaired',
      reason: { zh: '没有日期', en: 'has no date' },
    },
  ],
  hash: 'abc',
  hasOwnPictures: false,
  content: { size: 3, time: 1.5 },
  article: { size: 9, time: 2.25 },
  row: { id: 'aaaaaaaaaaaa', category: '甲', json: '{"title":"乙\\n\\t丙"}' },
};
const rejected: FileResult = { path: '丁.md', problems: [], hash: '', hasOwnPictures: false };

const write = (...results: FileResult[]) => writeCacheIndex(file, 'key', results);
const read = (key = 'key') => [...readCacheIndex(file, key).values()];

test('gives what was written, under its key alone', () => {
  write(published, rejected);
  expect(read()).toEqual([published, rejected]);
  expect(read('another key')).toEqual([]);
  write();
  expect(read()).toEqual([]);
});

test('gives nothing of one that is half or damaged anywhere', () => {
  write(published, rejected);
  const bytes = readFileSync(file);
  for (const end of [0, 1, bytes.indexOf('\n') + 1, bytes.length - 1]) {
    writeFileSync(file, bytes.subarray(0, end));
    expect(read()).toEqual([]);
  }
  for (const at of [2, bytes.indexOf('\n'), bytes.length - 1]) {
    writeFileSync(
      file,
      bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)),
    );
    expect(read()).toEqual([]);
  }
});

test('thousands of rows, of any length, keep their order', () => {
  const lengths = [10, 200_000, 10, 0, ...Array.from({ length: 2_500 }, (_, index) => index % 7)];
  const results = lengths.map((length, index) => ({
    ...published,
    path: `${index}.md`,
    row: { id: 'a', category: '甲', json: `"${'长'.repeat(length)}"` },
  }));
  write(...results);
  expect(read()).toEqual(results);
});

test('what killed builds left is removed, what runs is not', () => {
  write(published);
  const running = `${file}.${process.ppid}.partial`;
  const killed = `${file}.999999999.partial`;
  for (const name of [running, killed]) writeFileSync(name, 'half');
  write(rejected);
  expect([running, killed].map((name) => existsSync(name))).toEqual([true, false]);
  expect(read()).toEqual([rejected]);
});
