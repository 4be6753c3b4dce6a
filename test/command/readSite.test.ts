/** The owner's settings: the site file, `.env`, the environment, and what is said of mistakes. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { VARIABLES } from '../../src/archive/site/readEnvironment.ts';
import { readSite } from '../../src/archive/site/readSite.ts';
import { DEFAULT_SETTINGS } from '../../src/archive/site/SiteSettings.ts';
import { SITE_KEYS } from '../../src/archive/site/siteKeys.ts';
import { buildPng } from '../support/buildPng.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cangbao-settings-'));
  mkdirSync(join(root, 'content'));
});
afterEach(() => rmSync(root, { recursive: true }));

const read = (text?: string, env: Record<string, string> = {}) => {
  if (text !== undefined) writeFileSync(join(root, 'content/site.yaml'), text);
  return readSite(root, env).settings;
};

test('without anything set, the defaults hold', () => {
  expect(read()).toEqual(DEFAULT_SETTINGS);
  expect(read('')).toEqual(DEFAULT_SETTINGS);
  expect(read('# 只有注释\n')).toEqual(DEFAULT_SETTINGS);
});

test('all keys are read', () => {
  mkdirSync(join(root, 'content/图'));
  writeFileSync(join(root, 'content/图/logo.png'), buildPng('logo'));
  writeFileSync(
    join(root, 'content/图/icon.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
  );
  writeFileSync(join(root, 'content/关于.md'), '# 关于');
  const settings = read(`title: 晚报存档
description: 1990 年以来的晚报
language: zh-CN
url: https://news.example.org/evening
logo: 图/logo.png
icon: 图/icon.svg
card: 图/logo.png
accent: '#15A'
footer:
  - 京ICP备00000000号
  - text: 源代码
    link: https://example.org/code
licence: 版权归原作者
about: 关于.md
categories:
  order: [要闻, 财经/国内]
  names: { 财经/国内: 国内财经 }
  hidden: 内部
exclude: [草稿, '**/*.txt.md']
taken_down:
  - 财经/某文.md
  - article: abcdefghijkl
    reason: 应作者要求
pinned: 要闻/头条.md
head: <meta name="site-check" content="1">
head_hosts: [https://stats.example.org/]
sync_hosts: dav.example.org:8443
offline: off
feeds: off
search: false
pages: off
compress: on
report: true
`);
  expect(settings).toEqual({
    contentDir: 'content',
    title: '晚报存档',
    description: '1990 年以来的晚报',
    language: 'zh-CN',
    url: 'https://news.example.org/evening/',
    base: '/evening/',
    logo: '图/logo.png',
    icon: '图/icon.svg',
    card: '图/logo.png',
    accent: '#1155aa',
    footer: [{ text: '京ICP备00000000号' }, { text: '源代码', link: 'https://example.org/code' }],
    licence: '版权归原作者',
    about: '关于.md',
    order: ['要闻', '财经/国内'],
    names: { '财经/国内': '国内财经' },
    hidden: ['内部'],
    exclude: ['草稿', '**/*.txt.md'],
    takenDown: [
      { article: '财经/某文.md', reason: '' },
      { article: 'abcdefghijkl', reason: '应作者要求' },
    ],
    pinned: ['要闻/头条.md'],
    head: ['<meta name="site-check" content="1">'],
    headHosts: ['stats.example.org'],
    syncHosts: ['dav.example.org:8443'],
    offline: false,
    feeds: false,
    search: false,
    pages: false,
    compress: true,
    report: true,
  });
});

test('the environment wins over .env, that over the file, and empty means unset', () => {
  writeFileSync(join(root, '.env'), 'SITE_TITLE=甲\nSEARCH=off\nOFFLINE=\n');
  const text = 'title: 丙\nsearch: on\noffline: off\n';
  expect(read(text, { SITE_TITLE: '乙' })).toMatchObject({
    title: '乙',
    search: false,
    offline: false,
  });
  expect(read(text, { SITE_TITLE: ' ', SEARCH: '' })).toMatchObject({ title: '甲', search: false });
});

test('.env may begin with a byte order mark, and is refused where it is not UTF-8', () => {
  writeFileSync(join(root, '.env'), '\uFEFFSITE_TITLE=甲\n');
  expect(read()).toMatchObject({ title: '甲' });
  writeFileSync(join(root, '.env'), Buffer.from('\uFEFFSITE_TITLE=甲\r\n', 'utf16le'));
  expect(() => read()).toThrow(/\.env is not in UTF-8/);
});

test('a key may be empty, with a comment behind it', () => {
  expect(read('title: # none yet\n').title).toBe('藏报');
});

test('an unset CONTENT_DIR is the default folder, never the project', () => {
  expect(read(undefined, { CONTENT_DIR: '' }).contentDir).toBe('content');
  expect(read(undefined, { CONTENT_DIR: '  ' }).contentDir).toBe('content');
});

describe('a path', () => {
  test.each([
    ['news', '/news/'],
    ['/news', '/news/'],
    ['/news/', '/news/'],
    ['新闻/旧', '/%E6%96%B0%E9%97%BB/%E6%97%A7/'],
    ['/%E6%96%B0%E9%97%BB/', '/%E6%96%B0%E9%97%BB/'],
    ['/', '/'],
  ])('%s is %s', (given, base) => expect(read(undefined, { BASE_PATH: given }).base).toBe(base));

  test.each(['https://example.org/', '//x', '/a/../b', '/a?b', 'a b', 'c:\\news'])(
    '%s is none',
    (given) =>
      expect(() => read(undefined, { BASE_PATH: given })).toThrow(/BASE_PATH must be a path/),
  );

  test('comes with the address, and has to agree with it', () => {
    expect(read(undefined, { SITE_URL: 'https://a.org/b' }).base).toBe('/b/');
    const both = { SITE_URL: 'https://a.org', BASE_PATH: 'c' };
    expect(read(undefined, both)).toMatchObject({ base: '/c/', url: 'https://a.org/c/' });
    const other = { SITE_URL: 'https://a.org/b', BASE_PATH: '/c/' };
    expect(() => read(undefined, other)).toThrow(/https:\/\/a\.org\/b\/.*\/c\//);
  });
});

describe('a mistake is told with its place', () => {
  test.each([
    ['titel: 甲\n', 'content/site.yaml:1 has an unknown key “titel”; did you mean title?'],
    [
      'title: 甲\nfoooter: x\n',
      'content/site.yaml:2 has an unknown key “foooter”; did you mean footer?',
    ],
    [
      'categories:\n  hiden: [x]\n',
      'content/site.yaml:2 has an unknown key “categories.hiden”; did you mean categories.hidden?',
    ],
    ['\n\nsearch: maybe\n', 'content/site.yaml:3 “search” must be on or off, not “maybe”.'],
    ['accent: red\n', 'content/site.yaml:1 “accent” must be a colour'],
    ['language: en\n', 'content/site.yaml:1 “language” must be zh-CN'],
    ['url: news.example.org\n', 'content/site.yaml:1 “url” must be an address'],
    [
      'footer:\n  - text: x\n  - txt: x\n',
      'content/site.yaml:3 “footer” holds an unknown “txt”; perhaps text is meant.',
    ],
    [
      'taken_down:\n  - article: a.md\n    why: x\n',
      'content/site.yaml:3 “taken_down” holds an unknown “why”; there are article and reason.',
    ],
    ['title: 甲\naccent: #1a5fb4\n', 'content/site.yaml:2 “accent” is empty: in YAML, # begins'],
    [
      'footer:\n  - { text: x, link: "javascript:1" }\n',
      'content/site.yaml:1 “footer” must be an https address',
    ],
    ['head: <div>x</div>\n', 'content/site.yaml:1 “head” must be a meta, link or script element'],
    ['head_hosts: ["*; script-src *"]\n', 'content/site.yaml:1 “head_hosts” must be a host'],
    ['title: "甲\n', 'content/site.yaml:'],
    ['title：甲\n', 'content/site.yaml:1 “title” is followed by a full-width colon'],
    // A line of a text that looks like one hides nothing.
    ['titel: 甲\nlicence: |\n  url：x\n', 'content/site.yaml:1 has an unknown key “titel”'],
    ['title: "甲\nlicence: |\n  url：x\n', 'is not valid YAML'],
    ['url: x\ntitle：甲\nlicence: 乙\n', 'content/site.yaml:2 “title” is followed by a full-width'],
    ['categories:\n  hidden：[x]\n', 'content/site.yaml:2 “hidden” is followed by a full-width'],
    ['- 甲\n', 'content/site.yaml:1'],
  ])('%j', (text, message) => {
    let said = '';
    try {
      read(text);
    } catch (error) {
      said = (error as Error).message;
    }
    expect(said).toContain(message);
    expect(said).not.toContain('    at ');
    // What only follows from the colon is no mistake of its own.
    if (message.includes('full-width'))
      expect(said.split('\n')).toHaveLength(text.includes('url: x') ? 2 : 1);
  });

  test('all of them at once, in the environment, too', () => {
    const run = () => read('titel: x\nsearch: 5\n', { OFFLINE: 'no', SEARCH: 'false' });
    expect(run).toThrow(
      /titel.*\n.*“search”.*\n.*OFFLINE.*\n.*SEARCH must be on or off, not “false”/,
    );
  });

  test('a variable that looks mistyped is told of, those of other programs are not', () => {
    const env = { SITE_TILE: 'x', SEARHC: 'off', PAGER: 'less', HOME: '/', SITE_TITLE: '' };
    const { warnings } = readSite(root, env);
    expect(warnings.map(({ en }) => en)).toEqual([
      expect.stringMatching(/SITE_TILE .* SITE_TITLE/),
      expect.stringMatching(/SEARHC .* SEARCH/),
    ]);
  });

  test('site.yml is not overlooked', () => {
    writeFileSync(join(root, 'content/site.yml'), 'title: 甲\n');
    expect(() => read()).toThrow(/site\.yml is not read: rename it/);
  });
});

test.each(['README.md', 'README.zh-CN.md'])('%s explains every key and every variable', (name) => {
  const text = readFileSync(resolve(import.meta.dirname, '../..', name), 'utf8');
  const missing = [...SITE_KEYS.map(({ key }) => key), ...VARIABLES].filter(
    (each) => !text.includes(`\`${each}\``),
  );
  expect(missing).toEqual([]);
});
