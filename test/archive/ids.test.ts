/** An article's id is its own file's: no other file changes it, takes it over, or loses an article by it. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildArticleId } from '../../src/archive/article/articleId.ts';
import fc from '../support/fastCheck.ts';
import { buildContentText, type ContentFolder, createContentFolder } from './contentFolder.ts';

const SHARED = join(import.meta.dirname, '../../../shared');
const CASE = join(SHARED, 'cases/living/same-name');
const SAMPLE = join(SHARED, 'archive');

let folder: ContentFolder;
beforeEach(() => {
  folder = createContentFolder();
});
afterEach(() => folder.delete());

const news = (title: string, day: number, categories = ['日报']) =>
  buildContentText(title, `2022-05-${day} 07:00:00`, `${title}的正文，第${day}天。`, categories);

describe('ids', () => {
  test.skipIf(!existsSync(CASE))('of the case: the newcomer takes no other’s address', async () => {
    const readDays = () =>
      Object.fromEntries(folder.readRows().map(({ publishedAt, id }) => [publishedAt, id]));
    folder.copy(join(CASE, 'before'));
    await folder.build();
    const before = readDays();
    folder.copy(join(CASE, 'after'));
    await folder.build();
    expect(readDays()).toMatchObject(before);
    expect(new Set(Object.values(readDays())).size).toBe(3);
  });

  test.skipIf(!existsSync(SAMPLE))('of the sample files are what they always were', async () => {
    folder.copy(SAMPLE);
    await folder.build();
    for (const { id, category } of folder.readRows()) {
      const names = readdirSync(join(SAMPLE, category));
      // Before, the id was made of categories and file name.
      expect(names.map((name) => buildArticleId(`${category}/${name}`))).toContain(id);
    }
  });

  test('stay when files of the same name come before, between and behind, and when those go', async () => {
    folder.write('5/早报.md', news('五', 15));
    folder.write('3/早报.md', news('三', 13));
    await folder.build();
    const before = folder.readIds();
    for (const name of ['1', '4', '9']) folder.write(`${name}/早报.md`, news(`新${name}`, 19));
    await folder.build();
    expect(folder.readIds()).toMatchObject(before);
    folder.remove('3/早报.md');
    folder.remove('1/早报.md');
    await folder.build();
    expect(folder.readIds().五).toBe(before.五);
  });

  test('do not change with the categories in the front matter', async () => {
    folder.write('稿/一.md', news('一', 11));
    await folder.build();
    const before = folder.readIds();
    folder.write('稿/一.md', news('一', 11, ['周报', '要闻']));
    await folder.build();
    expect(folder.readIds()).toEqual(before);
  });

  test('of random sets of files: each depends on its own path alone', async () => {
    const name = fc.constantFrom('早.md', '晚.md', '午.md');
    const day = fc.constantFrom('1', '2', '3/上', '3/下');
    const paths = fc.uniqueArray(
      fc.tuple(day, name).map((parts) => parts.join('/')),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(paths, async (chosen) => {
        const own = createContentFolder();
        for (const path of chosen) own.write(path, news(path.replaceAll('/', '之'), 11));
        await own.build();
        const expected = chosen.map((path) => [path.replaceAll('/', '之'), buildArticleId(path)]);
        expect(own.readIds()).toEqual(Object.fromEntries(expected));
        own.delete();
      }),
      { numRuns: 25 },
    );
  });

  test.skipIf(process.platform !== 'linux')(
    'of names that differ in Unicode form alone are two, whichever came first, and the report tells',
    async () => {
      folder.write('caf\u00e9.md', news('合', 11));
      await folder.build();
      const alone = folder.readIds().合;
      folder.write('cafe\u0301.md', news('分', 12));
      const report = await folder.build();
      const both = folder.readIds();
      expect(Object.keys(both).sort()).toEqual(['分', '合']);
      expect(Object.values(both)).not.toContain(alone);
      expect(report.problems.map(({ reason }) => reason.en)).toEqual([
        expect.stringContaining('Unicode form'),
        expect.stringContaining('Unicode form'),
      ]);
      // Built again, from the cache: the same.
      await folder.build();
      expect(folder.readIds()).toEqual(both);
      folder.remove('cafe\u0301.md');
      await folder.build();
      expect(folder.readIds()).toEqual({ 合: alone });
    },
  );

  test('exact twins are told in the report, and both stay', async () => {
    folder.write('一/稿.md', news('同', 11));
    folder.write('二/副本.md', news('同', 11, ['周报']));
    folder.write('三/稿.md', news('同', 12));
    const report = await folder.build();
    expect(report.problems).toEqual([
      {
        kind: 'same-article',
        path: '二/副本.md',
        outcome: 'noticed',
        reason: {
          zh: '和“一/稿.md”是同一篇文章：标题、日期、正文都一样',
          en: 'is the same article as “一/稿.md”: same title, date and text',
        },
      },
    ]);
    expect(report.published).toBe(3);
  });
});
