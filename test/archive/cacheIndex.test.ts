/** The cache's index: what is written is read, and builds at the same time leave each other's alone. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CacheIndexWriter, readCacheIndex } from '../../src/archive/cache/cacheIndex.ts';
import type { FileResult } from '../../src/archive/FileProcessor.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cangbao-index-'));
  file = join(folder, 'index');
});
afterEach(() => rmSync(folder, { recursive: true }));

const published: FileResult = {
  path: '甲/\t乙\n.md',
  problems: [{ kind: 'no-date', path: '甲/\t乙\n.md', outcome: 'repaired', reason: 'has no date' }],
  hash: 'abc',
  hasOwnPictures: false,
  content: { size: 3, time: 1.5 },
  article: { size: 9, time: 2.25 },
  row: { id: 'aaaaaaaaaaaa', category: '甲', json: '{"title":"乙\\n\\t丙"}' },
};
const rejected: FileResult = { path: '丁.md', problems: [], hash: '', hasOwnPictures: false };

function write(...results: FileResult[]): void {
  const writer = new CacheIndexWriter(file, 'key');
  for (const result of results) writer.add(result);
  writer.finish();
}

test('gives what was written, under its key alone', () => {
  write(published, rejected);
  expect([...(readCacheIndex(file, 'key')?.values() ?? [])]).toEqual([published, rejected]);
  expect(readCacheIndex(file, 'another key')).toBeUndefined();
  write();
  expect(readCacheIndex(file, 'key')?.size).toBe(0);
});

test('rows of any length keep their order', () => {
  const lengths = [10, 200_000, 10, 100_000, 100_000, 0];
  const results = lengths.map((length, index) => ({
    ...published,
    path: `${index}.md`,
    row: { id: 'a', category: '甲', json: `"${'长'.repeat(length)}"` },
  }));
  write(...results);
  expect([...(readCacheIndex(file, 'key')?.values() ?? [])]).toEqual(results);
});

test('where a path comes twice, the last result counts', () => {
  write(published, { ...published, hash: '' });
  expect(readCacheIndex(file, 'key')?.get(published.path)?.hash).toBe('');
});

test('until it is finished, the last one stands; what killed builds left is removed', () => {
  write(published);
  const running = `${file}.${process.ppid}.partial`;
  const killed = `${file}.999999999.partial`;
  for (const name of [running, killed]) writeFileSync(name, 'half');
  const writer = new CacheIndexWriter(file, 'key');
  expect([running, killed].map((name) => existsSync(name))).toEqual([true, false]);
  writer.add(rejected);
  expect(readCacheIndex(file, 'key')?.has(published.path)).toBe(true);
  writer.finish();
  expect(readCacheIndex(file, 'key')?.has(published.path)).toBe(false);
});
