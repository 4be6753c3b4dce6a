/**
 * An article whose file was moved or renamed is found at its former address, as far as what stands in the output
 * tells.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildContentText, type ContentFolder, createContentFolder } from './contentFolder.ts';

const CASE = join(import.meta.dirname, '../../../shared/cases/living/renamed');

let folder: ContentFolder;
beforeEach(() => {
  folder = createContentFolder();
});
afterEach(() => folder.delete());

const news = (title: string, day: string | undefined, body = `${title}的正文，独此一份。`) =>
  buildContentText(title, day && `2022-05-${day} 07:00:00`, body);
const readFormer = (id: string | undefined): unknown => {
  const { movedTo } = JSON.parse(folder.readArchive(`articles/${id}.json`)) as { movedTo?: string };
  return movedTo;
};
const isThere = (id: string | undefined) =>
  existsSync(join(folder.outDir, `archive/articles/${id}.json`));

describe('a moved article', () => {
  test.skipIf(!existsSync(CASE))('of the case is found at its former address', async () => {
    folder.copy(join(CASE, 'before'));
    await folder.build();
    const before = folder.readIds();
    folder.copy(join(CASE, 'after'));
    await folder.build();
    const after = folder.readIds();
    const title = '第4篇稿件的标题';
    expect(after[title]).not.toBe(before[title]);
    expect(readFormer(before[title])).toBe(after[title]);
    const row = folder.readRows().find(({ id }) => id === after[title]);
    expect(row?.formerIds).toEqual([before[title]]);
    // Another category in the front matter is another place in the lists, not another address.
    expect(after.第3篇稿件的标题).toBe(before.第3篇稿件的标题);
  });

  test('is known by its date and title, or by its text, and through several moves', async () => {
    folder.write('一.md', news('原题', '11'));
    await folder.build();
    const first = folder.readIds().原题;
    folder.remove('一.md');
    folder.write('夹/二.md', news('改题', undefined, '原题的正文，独此一份。'));
    await folder.build();
    const second = folder.readIds().改题;
    expect(readFormer(first)).toBe(second);
    folder.remove('夹/二.md');
    folder.write('三.md', news('再改', '12', '原题的正文，独此一份。'));
    await folder.build();
    const third = folder.readIds().再改;
    folder.remove('三.md');
    folder.write('四.md', news('再改', '12', '正文也更正了。'));
    await folder.build();
    const fourth = folder.readIds().再改;
    expect([first, second, third].map(readFormer)).toEqual([fourth, fourth, fourth]);
    expect(folder.readRows()[0]?.formerIds).toEqual([first, second, third].sort());
    // Back under its first name: that address is its own again.
    folder.remove('四.md');
    folder.write('一.md', news('再改', '12', '正文也更正了。'));
    await folder.build();
    expect(folder.readIds().再改).toBe(first);
    expect(readFormer(first)).toBeUndefined();
    expect([second, third, fourth].map(readFormer)).toEqual([first, first, first]);
  });

  test('that is away for a build is known when it comes back', async () => {
    folder.write('一.md', news('题', '11'));
    folder.write('别的.md', news('别的', '12'));
    await folder.build();
    const { 题: id } = folder.readIds();
    folder.remove('一.md');
    await folder.build();
    expect(isThere(id)).toBe(false);
    folder.write('二.md', news('题', '11'));
    await folder.build();
    expect(readFormer(id)).toBe(folder.readIds().题);
  });

  test('is not taken for another: one title each day, one text in several, one that stood beside it', async () => {
    folder.write('a/早报.md', news('早报', undefined, '图片新闻'));
    folder.write('b/早报.md', news('早报', undefined, '图片新闻之二，字数多一些。'));
    folder.write('c/快讯.md', news('快讯', '11', '图片新闻'));
    folder.write('d/要闻.md', news('要闻', '12', '甲的说法。'));
    folder.write('e/要闻.md', news('要闻', '12', '乙的说法。'));
    await folder.build();
    const before = folder.readRows();
    for (const path of ['a/早报.md', 'b/早报.md', 'c/快讯.md', 'd/要闻.md']) folder.remove(path);
    folder.write('f/早报.md', news('早报', undefined, '全新的一天。'));
    folder.write('g/随笔.md', news('随笔', '13', '图片新闻'));
    await folder.build();
    const left = before.filter(({ id }) => !isThere(id));
    expect(left).toHaveLength(4);
    expect(folder.readRows().flatMap(({ formerIds = [] }) => formerIds)).toEqual([]);
  });

  test('one of exact twins leads to the other', async () => {
    for (const path of ['a.md', 'b.md']) folder.write(path, news('同', '11'));
    await folder.build();
    const ids = folder.readRows().map(({ id }) => id);
    folder.remove('a.md');
    await folder.build();
    const [{ id: kept = '', formerIds = [] } = {}] = folder.readRows();
    expect([kept, ...formerIds].sort()).toEqual(ids.sort());
    expect(readFormer(formerIds[0])).toBe(kept);
  });

  test('changes nothing but its own files: a second build of the same is byte-equal', async () => {
    folder.write('一.md', news('题', '11'));
    await folder.build();
    folder.remove('一.md');
    folder.write('二.md', news('题', '11'));
    const readAll = () =>
      (readdirSync(folder.outDir, { recursive: true, encoding: 'utf8' }) as string[])
        .filter((name) => /\.\w+$/.test(name))
        .sort()
        .map((name) => [name, readFileSync(join(folder.outDir, name), 'utf8')]);
    await folder.build();
    const once = readAll();
    await folder.build();
    expect(readAll()).toEqual(once);
  });

  test('costs no article where the history is damaged, and is forgotten where there is none', async () => {
    folder.write('一.md', news('题', '11'));
    folder.write('二.md', news('贰', '12'));
    await folder.build();
    const before = folder.readIds();
    const file = join(folder.outDir, 'archive/ids.txt');
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(lines).toHaveLength(3);
    writeFileSync(file, `\0 halb\n${lines.find((line) => line.startsWith(before.题 ?? '-'))}\n`);
    for (const [from, to, title, day] of [
      ['一.md', '三.md', '题', '11'],
      ['二.md', '四.md', '贰', '12'],
    ] as const) {
      folder.remove(from);
      folder.write(to, news(title, day));
    }
    await folder.build();
    expect(readFormer(before.题)).toBe(folder.readIds().题);
    expect(isThere(before.贰)).toBe(false);
    rmSync(file);
    const report = await folder.build();
    expect(report.published).toBe(2);
    expect(folder.readRows().flatMap(({ formerIds = [] }) => formerIds)).toEqual([]);
  });
});
