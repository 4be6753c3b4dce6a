/** Which files of a content folder are articles. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

describe.skipIf(process.platform === 'win32')('links', () => {
  const make = (links: Record<string, string>) => {
    const outside = mkdtempSync(join(tmpdir(), 'cangbao-outside-'));
    const content = join(outside, 'content');
    mkdirSync(join(outside, '旧报'), { recursive: true });
    mkdirSync(join(content, '甲/乙'), { recursive: true });
    writeFileSync(join(outside, '旧报/外.md'), '外');
    writeFileSync(join(outside, '图.png'), '');
    writeFileSync(join(content, '甲/一.md'), '一');
    for (const [path, target] of Object.entries(links)) symlinkSync(target, join(content, path));
    const found = findContentFiles(content, ['不要']);
    rmSync(outside, { recursive: true });
    return found;
  };
  const told = (links: Record<string, string>) =>
    make(links).problems.map(({ path, kind, outcome, reason }) => {
      expect([kind, outcome]).toEqual(['link', 'rejected']);
      return `${path} ${reason.en}`;
    });

  test('to a folder, outside or inside, is told with what to do, and nothing of it is read', () => {
    const { paths } = make({ 旧报: '../旧报', '2022.05': '../旧报', 甲乙: '甲/乙' });
    expect(paths).toEqual(['甲/一.md']);
    const reason =
      'is a link to a folder; only files inside of the content folder are read: ' +
      'put the folder itself here, or name it in CONTENT_DIR';
    const links = { 旧报: '../旧报', '2022.05': '../旧报', 甲乙: '甲/乙' };
    expect(told(links).sort()).toEqual([`2022.05 ${reason}`, `旧报 ${reason}`, `甲乙 ${reason}`]);
  });

  test('to an article, to nothing and in a circle', () => {
    const links = { '甲/外.md': '../../旧报/外.md', 没了: '../没了', '没了.md': 'x.md', 圈: '圈' };
    expect(told(links).sort()).toEqual([
      '圈 is a link that leads nowhere: mend or delete it',
      '没了 is a link that leads nowhere: mend or delete it',
      '没了.md is a link that leads nowhere: mend or delete it',
      '甲/外.md is a link; only files inside of the content folder are read: put the file itself here',
    ]);
  });

  test('that are hidden, lead to no article or are left out by their name are no problem', () => {
    const { problems, leftOut } = make({
      '.#一.md': 'someone@host',
      '.隐藏': '../旧报',
      '图.png': '../图.png',
      node_modules: '../旧报',
      不要: '../旧报',
    });
    expect(problems).toEqual([]);
    expect(leftOut).toEqual([
      { path: 'node_modules/', reason: 'programs' },
      { path: '不要/', reason: 'excluded' },
    ]);
  });
});
