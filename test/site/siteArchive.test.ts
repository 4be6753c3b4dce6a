/** What the settings make of an archive: its lists, its catalogue, what is not in it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/buildArchive.ts';
import { BuildCache } from '../../src/archive/cache/BuildCache.ts';
import { listFiles } from '../../src/archive/output/listFiles.ts';
import { replaceOutput } from '../../src/archive/output/replaceOutput.ts';
import { StandingOutput } from '../../src/archive/output/StandingOutput.ts';
import type { Report } from '../../src/archive/Report.ts';
import { readSite } from '../../src/archive/site/readSite.ts';
import { DevArchive } from '../../src/archive/vite/DevArchive.ts';
import type { ArticleSummary } from '../../src/model/Article.ts';
import { buildListPagePath } from '../../src/model/archivePaths.ts';
import { type Catalogue, findCategory } from '../../src/model/Catalogue.ts';
import { openSearchable } from '../search/setUpSearch.ts';
import { buildPng } from '../support/buildPng.ts';
import { buildContentFile, buildSvg, writeContent } from './writeContent.ts';

let root: string;
let content: string;
let dist: string;

const FILES = {
  // The folder says one thing, the file's own categories another: the id goes by the file's.
  '来稿/一.md': buildContentFile('潮汐表', ['港口', '公告'], 1),
  '来稿/二.md': buildContentFile('灯塔修好了', ['港口', '公告'], 2),
  '来稿/三.md': buildContentFile(
    '渡轮停航',
    ['港口', '航班'],
    3,
    '<p><img src="boat.png">渡轮。</p>',
  ),
  '来稿/boat.png': buildPng('boat'),
  '内部/四.md': buildContentFile('仓库钥匙', ['内部', '旧稿'], 4),
  '内部/五.md': buildContentFile('仓库清单', ['内部', '旧稿'], 5),
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cangbao-settings-'));
  [content, dist] = [join(root, 'content'), join(root, 'dist')];
  writeContent(content, FILES);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Builds as a build with a cache does, into the place of the output that stands. */
async function build(settings = '# nothing is set\n'): Promise<Report> {
  writeContent(content, { 'site.yaml': settings });
  const standing = new StandingOutput(dist);
  const outDir = join(root, 'dist.partial');
  const report = await buildArchive({
    contentDir: content,
    site: readSite(root, {}).settings,
    outDir,
    standing,
    cache: new BuildCache(join(root, 'cache/index'), 'pipeline'),
    search: { folder: join(root, 'blocks'), key: 'test', standingDir: dist },
  });
  standing.shareInto(outDir);
  replaceOutput(outDir, dist);
  return report;
}

const readJson = <T>(path: string) => JSON.parse(readFileSync(join(dist, path), 'utf8')) as T;
const readCatalogue = () => readJson<Catalogue>('archive/catalogue.json');

function readTitles(path: string): string[] {
  const { root: top } = readCatalogue();
  const list = findCategory(top, path)?.list ?? '';
  return readJson<ArticleSummary[]>(buildListPagePath(list, 1)).map(({ title }) => title);
}

function findId(title: string): string {
  const file = listFiles(join(dist, 'archive/articles')).find((name) =>
    readFileSync(join(dist, 'archive/articles', name), 'utf8').includes(`"title":"${title}"`),
  );
  return file?.replace('.json', '') ?? '';
}

const readAll = () =>
  listFiles(dist)
    .filter((path) => path !== 'archive/report.json')
    .map((path) => readFileSync(join(dist, path), 'latin1'))
    .join('\n');
const inLatin1 = (text: string) => Buffer.from(text).toString('latin1');

describe('hidden categories', () => {
  test('are in no list but their own, and not in the search', async () => {
    await build(
      'categories:\n  hidden: [内部]\n  names:\n    港口/公告: 公告栏\n  order: [港口/航班]',
    );
    expect(readTitles('')).toEqual(['潮汐表', '灯塔修好了', '渡轮停航']);
    expect(readTitles('内部/旧稿')).toEqual(['仓库钥匙', '仓库清单']);
    const { root: top } = readCatalogue();
    expect(top.count).toBe(3);
    expect(findCategory(top, '内部')?.isHidden).toBe(true);
    expect(findCategory(top, '港口')?.children.map(({ name }) => name)).toEqual(['航班', '公告栏']);
    const { index } = await openSearchable(dist);
    expect(index.count).toBe(3);
  });
});

test('categories that are not there are told, with the nearest name: one that was to be hidden is not', async () => {
  const { warnings } = await build(
    'title: 来搞\ncategories:\n  hidden:\n    - 内部\n    - 港口/公吿\n  names: { 不在: 无 }\n  order: [港口/航班, 来搞]',
  );
  expect(warnings.map(({ en }) => en)).toEqual([
    'site.yaml:7 categories.order: “来搞” is no category.',
    'site.yaml:6 categories.names: “不在” is no category.',
    'site.yaml:5 categories.hidden: “港口/公吿” is no category; did you mean “港口/公告”?',
  ]);
});

describe('an article that is taken down', () => {
  test.each(['by its path', 'by its id'])(
    '%s, is gone from an output that held it',
    async (way) => {
      await build();
      const id = findId('渡轮停航');
      const picture = listFiles(join(dist, 'archive/images'));
      expect([id.length, picture.length]).toEqual([12, 1]);
      expect(readAll()).toContain(inLatin1('渡轮停航'));
      const article = way === 'by its id' ? id : '来稿/三.md';
      const settings = `taken_down:\n  - article: ${article}\n    reason: 应来信人要求。`;
      const report = await build(settings);
      expect(readCatalogue().site?.takenDown).toEqual({ [id]: '应来信人要求。' });
      expect(listFiles(dist).filter((path) => path.includes(id))).toEqual([]);
      expect(listFiles(dist).filter((path) => path.startsWith('archive/images/'))).toEqual([]);
      expect(readAll()).not.toContain(inLatin1('渡轮停航'));
      expect(report.leftOut).toContainEqual({ path: '来稿/三.md', reason: 'taken-down' });
      expect(report.warnings).toEqual([]);
    },
  );

  test('whose file is gone is known, and the owner is told that no file has that name', async () => {
    const { warnings } = await build('taken_down: [港口/公告/没有.md]');
    expect(Object.keys(readCatalogue().site?.takenDown ?? {})).toHaveLength(1);
    expect(warnings.map(({ en }) => en)).toEqual([
      'site.yaml:1 taken_down: “港口/公告/没有.md” is no article.',
    ]);
  });
});

test('pinned articles stand in the catalogue in the owner’s order, by path or id', async () => {
  await build();
  const id = findId('灯塔修好了');
  const { warnings } = await build(`pinned: [来稿/一.md, ${id}, 来稿/没有.md]`);
  expect(readCatalogue().site?.pinned.map(({ title }) => title)).toEqual(['潮汐表', '灯塔修好了']);
  expect(warnings.map(({ en }) => en)).toEqual([
    'site.yaml:1 pinned: “来稿/没有.md” is no article.',
  ]);
  expect(readTitles('')).toHaveLength(5);
});

describe('the about page', () => {
  const ABOUT = [
    '# 关于码头旧报\n\n这里是**旧闻**，<b onclick="x()">点</b>。<script>alert(1)</script>',
    '## 来信\n\n### 地址\n\n- 一\n- 二\n\n![船](来稿/boat.png)',
    '![远](https://pictures.example/a.png)\n\n![无](gone.png)\n\n<a href="javascript:x()">坏</a>',
    '<iframe src="https://x.example/"></iframe>',
  ].join('\n\n');

  test('is made of Markdown by the closed list, and is no article', async () => {
    writeContent(content, { 'about.md': ABOUT });
    const report = await build('about: about.md');
    const { title, html } = readJson<{ title: string; html: string }>('archive/about.json');
    expect(title).toBe('关于码头旧报');
    expect(html).toContain('<h2>来信</h2>\n<h3>地址</h3>\n<ul><li>一</li><li>二</li></ul>');
    expect(html).toMatch(/<img src="archive\/images\/[a-z2-7]{12}\.png" alt="船" width="80"/);
    expect(html).not.toMatch(/<script|alert\(1\)<|onclick|javascript:|iframe|<h1|gone/);
    // A frame is a card that leads to its page, the only link here.
    expect(html.match(/href="[^"]*"/g)).toEqual(['href="https://x.example/"']);
    expect(report.pictureHosts).toEqual(['pictures.example']);
    expect(report.warnings.map(({ en }) => en)).toEqual([
      'The picture “gone.png” of the about page about.md is not there: left out.',
    ]);
    expect(report.leftOut).toContainEqual({ path: 'about.md', reason: 'about-page' });
    expect(report.published).toBe(5);
    expect(readCatalogue().site?.hasAbout).toBe(true);
  });

  test.each([
    ['---\ntitle: 头里的题目\n---\n# 一\n\n文', '头里的题目', '<p>文</p>'],
    ['没有题目，只有字。', '关于', '<p>没有题目，只有字。</p>'],
    ['## 小题目\n\n字。', '关于', '<h2>小题目</h2>\n<p>字。</p>'],
  ])('has the title that its file gives: %j', async (text, title, html) => {
    writeContent(content, { 'about.md': text });
    await build('about: about.md');
    expect(readJson('archive/about.json')).toEqual({ title, html });
  });

  test('is not there where nothing is set, and goes with its setting', async () => {
    writeContent(content, { 'about.md': '字' });
    await build('about: about.md');
    await build();
    expect(listFiles(dist)).not.toContain('archive/about.json');
    expect(readCatalogue().site?.hasAbout).toBe(false);
  });
});

test('the logo is published, with its size', async () => {
  writeContent(content, { '图/标 志.svg': buildSvg(120, 40) });
  await build('logo: 图/标 志.svg');
  const { logo } = readCatalogue().site ?? {};
  expect(logo).toMatchObject({ width: 120, height: 40 });
  expect(listFiles(dist)).toContain(logo?.src);
});

test('the development server answers the same', async () => {
  const logo = { 'logo.svg': buildSvg(120, 40), 'about.md': '# 关于\n\n![船](来稿/boat.png)' };
  writeContent(content, logo);
  const settings = [
    'about: about.md',
    'logo: logo.svg',
    'pinned: [来稿/一.md]',
    'taken_down: [来稿/三.md]',
    'categories: { hidden: [内部] }',
  ].join('\n');
  await build(settings);
  const site = readSite(root, {}).settings;
  const archive = new DevArchive(content, join(root, 'images'), undefined, site);
  const ask = (path: string) => JSON.parse(String(archive.answer(path)));
  const { build: _build, ...catalogue } = readCatalogue();
  // What ties the files of a build together is a build's alone.
  for (const info of Object.values(catalogue.lists)) delete info.hashes;
  expect(ask('archive/catalogue.json')).toEqual(catalogue);
  expect(ask('archive/about.json')).toEqual(readJson('archive/about.json'));
  const [down = ''] = Object.keys(readCatalogue().site?.takenDown ?? {});
  expect(archive.answer(`archive/articles/${down}.json`)).toBeUndefined();
});
