/** Which files of a content folder are articles. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findContentFiles } from '../../src/archive/content/findContentFiles.ts';
import { matchPath } from '../../src/archive/site/matchPath.ts';
import { DEFAULT_SETTINGS } from '../../src/archive/site/SiteSettings.ts';
import { selectFiles } from '../../src/archive/site/selectFiles.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cangbao-files-'));
  const paths = [
    'README.md',
    'readme.zh-CN.md',
    'a/LICENSE.html',
    'a/LICENCE.md',
    'a/Contributing.md',
    'a/CHANGELOG.markdown',
    'a/README 是什么.md',
    'a/license-to-kill 影评.md',
    'a/说明.md',
    'a/图.png',
    'a/_drafts/未完.md',
    'a/_trash/旧.md',
    'a/_posts/发表.md',
    'node_modules/x/y.md',
    'a/node_modules/z.md',
    '.git/b.md',
    '.隐藏.md',
    '关于.md',
    'site.yaml',
  ];
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '一');
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

test('as Hexo and people mean it; what is left out is told, folders once', () => {
  const { paths, leftOut, problems } = findContentFiles(folder);
  expect(paths).toEqual([
    'a/README 是什么.md',
    'a/_posts/发表.md',
    'a/license-to-kill 影评.md',
    'a/说明.md',
    '关于.md',
  ]);
  expect(leftOut).toEqual([
    { path: 'README.md', reason: 'about-the-folder' },
    { path: 'a/CHANGELOG.markdown', reason: 'about-the-folder' },
    { path: 'a/Contributing.md', reason: 'about-the-folder' },
    { path: 'a/LICENCE.md', reason: 'about-the-folder' },
    { path: 'a/LICENSE.html', reason: 'about-the-folder' },
    { path: 'a/_drafts/', reason: 'draft-or-trash' },
    { path: 'a/_trash/', reason: 'draft-or-trash' },
    { path: 'a/node_modules/', reason: 'programs' },
    { path: 'node_modules/', reason: 'programs' },
    { path: 'readme.zh-CN.md', reason: 'about-the-folder' },
  ]);
  expect(problems).toEqual([]);
});

test('patterns, the about page and what was taken down are left out, too', () => {
  const site = {
    ...DEFAULT_SETTINGS,
    exclude: ['a/_posts', '*影评*'],
    about: '关于.md',
    takenDown: [{ article: 'a/说明.md', reason: '应作者要求' }],
  };
  const { paths, leftOut } = selectFiles(folder, site);
  expect(paths).toEqual(['a/README 是什么.md']);
  expect(leftOut.filter(({ reason }) => !/folder|trash|programs/.test(reason))).toEqual([
    { path: 'a/_posts/', reason: 'excluded' },
    { path: 'a/license-to-kill 影评.md', reason: 'excluded' },
    { path: 'a/说明.md', reason: 'taken-down' },
    { path: '关于.md', reason: 'about-page' },
  ]);
});

test.each([
  ['草稿', '甲/草稿/一.md', true],
  ['草稿', '甲/草稿.md', false],
  ['/草稿', '甲/草稿/一.md', false],
  ['甲/*.md', '甲/一.md', true],
  ['甲/*.md', '甲/乙/一.md', false],
  ['甲/**/*.md', '甲/乙/丙/一.md', true],
  ['甲/**/*.md', '甲/一.md', true],
  ['**/测试?.md', '甲/测试1.md', true],
  ['**/测试?.md', '甲/测试12.md', false],
  ['*.html', '甲/a.html', true],
  ['a+b(1).md', 'a+b(1).md', true],
  ['甲/', '甲/一.md', true],
  ['./甲', '甲/一.md', true],
  ['甲', '甲乙/一.md', false],
])('the pattern %s, the path %s: %s', (pattern, path, isMatch) =>
  expect(matchPath([pattern])(path)).toBe(isMatch),
);
