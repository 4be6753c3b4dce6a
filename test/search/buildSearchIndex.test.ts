import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/buildArchive.ts';
import { BLOCK_SIZE } from '../../src/archive/search/indexBlock.ts';
import { makeFolder } from './setUpSearch.ts';

/** Writes articles so short that a thousand are nothing; one a minute. */
function writeArticles(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < count; i++) writeArticle(folder, i, `第${i}篇，编号${i * 7919}。`);
}

function writeArticle(folder: string, i: number, text: string): void {
  const date = new Date(Date.UTC(2022, 0, 1) + i * 60_000).toUTCString();
  const header = `title: '短文${i}'\ncategories:\n - 甲\nauthor: 示例社\ndate: ${date}`;
  writeFileSync(join(folder, `${i}.md`), `\n---\n${header}\n---\n\n<div><p>${text}</p></div>`);
}

async function build(contentDir: string, outDir: string, folder: string): Promise<void> {
  rmSync(outDir, { recursive: true, force: true });
  await buildArchive({ contentDir, outDir, search: { folder, key: 'test' } });
}

function readIndex(outDir: string): Map<string, string> {
  const folder = join(outDir, 'archive/search');
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
  return new Map(
    names.sort().map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );
}

test('what was kept of an earlier build changes no byte, and one change makes one block anew', async () => {
  const scratch = makeFolder();
  const [content, kept] = [join(scratch, 'content'), join(scratch, 'kept')];
  const [first, second, fresh] = ['first', 'second', 'fresh'].map((name) => join(scratch, name));
  if (!first || !second || !fresh) throw new Error('three folders');
  writeArticles(content, BLOCK_SIZE + 6);
  await build(content, first, kept);
  const before = new Map(readdirSync(kept).map((name) => [name, statSync(join(kept, name)).ino]));

  await build(content, second, kept);
  expect(readIndex(second)).toEqual(readIndex(first));
  const again = new Map(readdirSync(kept).map((name) => [name, statSync(join(kept, name)).ino]));
  expect(again).toEqual(before);

  writeArticle(content, BLOCK_SIZE + 2, '换了一句话。');
  await build(content, second, kept);
  await build(content, fresh, join(scratch, 'other'));
  expect(readIndex(second)).toEqual(readIndex(fresh));
  expect(readIndex(second)).not.toEqual(readIndex(first));
  const blocks = (names: Iterable<string>) =>
    [...names].filter((name) => !/\.json$|^plan|^shard/.test(name));
  const remaining = blocks(readdirSync(kept)).filter((name) => before.has(name));
  expect(blocks(before.keys())).toHaveLength(2);
  expect(blocks(readdirSync(kept))).toHaveLength(2);
  expect(remaining).toHaveLength(1);
});

test('without search, and of an empty archive, all the rest is built', async () => {
  const scratch = makeFolder();
  const [content, outDir] = [join(scratch, 'content'), join(scratch, 'out')];
  writeArticles(content, 2);
  await buildArchive({ contentDir: content, outDir });
  expect(readdirSync(join(outDir, 'archive'))).not.toContain('search');

  const empty = join(scratch, 'empty');
  mkdirSync(empty);
  await build(empty, outDir, join(scratch, 'kept'));
  expect(readIndex(outDir).size).toBeGreaterThan(0);
});
