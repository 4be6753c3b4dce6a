/** Where the pieces that rules have left out stand in a file. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseArticle } from '../../src/archive/article/parseArticle.ts';
import type { Dropped } from '../../src/archive/html/Dropped.ts';
import { findPassages } from '../../src/archive/report/findPassages.ts';
import { publishNothing } from '../support/publishNothing.ts';

const piece = (text: string): Dropped => ({ rule: 'promotion', text, pictures: 0 });
const find = (source: string, ...texts: string[]) => {
  const { found, missing } = findPassages(source, texts.map(piece));
  return {
    found: found.map(({ start, end }) => source.slice(start, end)),
    missing: missing.map(({ text }) => text),
  };
};

test.each([
  ['<p>正文</p><b>扫码下载客户端</b>', '扫码下载客户端', '扫码下载客户端'],
  [
    '<p>扫码<b class="x">下载</b>\n  客户端</p>',
    '扫码下载 客户端',
    '扫码<b class="x">下载</b>\n  客户端',
  ],
  ['<p>A&amp;B&nbsp;扫码&#19979;载</p>', 'A&B 扫码下载', 'A&amp;B&nbsp;扫码&#19979;载'],
  ['<!-- 扫码下载客户端 --><i>扫码下载客户端</i>', '扫码下载客户端', '扫码下载客户端'],
  ['<p>𠮷野家扫码下载</p>', '𠮷野家扫码', '𠮷野家扫码'],
  ['1 < 2，扫码下载客户端', '扫码下载客户端', '扫码下载客户端'],
])('in %j', (source, text, expected) => {
  expect(find(source, text)).toEqual({ found: [expected], missing: [] });
});

test('the same words twice are two places; what stands in another is seen with it', () => {
  const source = '扫码下载客户端。正文。扫码下载客户端。';
  const { found } = findPassages(source, [piece('扫码下载客户端'), piece('扫码下载客户端')]);
  expect(found.map(({ start }) => start)).toEqual([0, 11]);
  expect(find(source, '扫码下载客户端。正文。', '下载客户端')).toEqual({
    found: ['扫码下载客户端。正文。'],
    missing: [],
  });
});

test('what is too short to be sure of, or in other words there, is missing; a picture is neither', () => {
  expect(find('第 12 行的正文', '12', '别的话在这里', '')).toEqual({
    found: [],
    missing: ['12', '别的话在这里'],
  });
});

test('from an offset on, so that the title of the front matter is not meant', () => {
  const source = 'title: 夜班车延长\n---\n<h1>夜班车延长</h1>';
  const { found } = findPassages(source, [piece('夜班车延长')], source.indexOf('<h1>'));
  expect(found.map(({ start }) => start)).toEqual([source.lastIndexOf('夜')]);
});

test('damaged files are quick', () => {
  const start = performance.now();
  for (const part of ['<!--', '<a ', '&', '<', '&amp'])
    findPassages(part.repeat(200_000 / part.length), [piece('扫码下载客户端')]);
  expect(performance.now() - start).toBeLessThan(20_000);
});

test('all pieces of the fixtures are found', () => {
  const folder = join(import.meta.dirname, '../fixtures/articles');
  const missing: string[] = [];
  let count = 0;
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.md'))) {
    const bytes = readFileSync(join(folder, name));
    const dropped = parseArticle(name, bytes, publishNothing).dropped ?? [];
    const long = dropped.filter(({ text }) => text.replace(/\s/g, '').length >= 4);
    count += long.length;
    for (const each of findPassages(bytes.toString(), long).missing)
      missing.push(`${name}: ${each.rule} ${each.text}`);
  }
  expect(missing).toEqual([]);
  expect(count).toBeGreaterThan(40);
});
