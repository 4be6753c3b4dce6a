import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/buildArchive.ts';
import { BuildCache } from '../../src/archive/cache/BuildCache.ts';
import type { Report } from '../../src/archive/Report.ts';
import type { Article, ArticleSummary } from '../../src/model/Article.ts';
import type { Catalogue } from '../../src/model/Catalogue.ts';

const GIF = Buffer.from('R0lGODlhAgABAPAAAP8AAAAAACH5BAAAAAAALAAAAAACAAEAAAICBAoAOw==', 'base64');
const head = (title: string, categories: string[], date: string) =>
  `\n---\ntitle: ${title}\ncategories: \n${categories.map((name) => ` - ${name}\n`).join('')}date: ${date}\n---\n`;
const DATE = 'Fri, 20 May 2022 05:10:02 GMT';

/** Good files, bad files, and files that are none of the archive's business. */
const FILES: Record<string, string | Uint8Array> = {
  '甲/国内/好.md': `${head("'好'", ['甲', '国内'], DATE)}<p>　　末班车推迟了。</p>`,
  '甲/国内/同名.md': `${head("'同名'", ['甲', '国内'], DATE)}<p>甲的一篇。</p>`,
  '乙/同名.md': `${head("'同名'", ['乙'], DATE)}<p>乙的一篇。</p>`,
  '乙/图.md': `${head("'图'", ['乙'], 'Invalid Date')}<p><img src="a.gif"><img src="gone.gif"></p>`,
  '乙/a.gif': GIF,
  // The same categories and name in three folders.
  '丙/一/撞.md': `${head("'撞一'", ['丙'], DATE)}<p>第一篇。</p>`,
  '丙/二/撞.md': `${head("'撞二'", ['丙'], DATE)}<p>第二篇。</p>`,
  '丙/三/撞.md': `${head("'撞三'", ['丙'], DATE)}<p>第三篇。</p>`,
  '坏/空.md': '',
  '坏/空白.md': ' \n　\n',
  '坏/不是文字.md': Uint8Array.from({ length: 3000 }, (_, i) => (i * 167 + (i >> 3)) % 256),
  '坏/头.md': `---\ntitle: 'it's "quoted"'\n---\n<p>头坏了，身子还在。</p>`,
  '坏/%名"字 .md': '<p>没有头。</p>',
  ' .md': `${head("' '", ['乙'], DATE)}<p>没有题目，只有正文。</p>`,
  'index.html': '<p>网页也是文章。</p>',
  '.hidden/a.md': 'hidden',
  'notes.txt': 'no article',
};

let root: string;
let report: Report;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'cangbao-build-'));
  const past = new Date(Date.now() - 60_000);
  for (const [path, data] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, 'content', path)), { recursive: true });
    writeFileSync(join(root, 'content', path), data);
    utimesSync(join(root, 'content', path), past, past);
  }
  writeFileSync(join(root, 'outside.md'), '<p>外面的文件。</p>');
  symlinkSync(join(root, 'outside.md'), join(root, 'content/link.md'));
  mkdirSync(join(root, 'content/folder.md'));
  report = await build('out');
});
afterAll(() => rmSync(root, { recursive: true }));

const build = (out: string, cache?: BuildCache) =>
  buildArchive({
    contentDir: join(root, 'content'),
    outDir: join(root, out),
    ...(cache ? { cache } : {}),
  });

/** All files below a folder with their content. */
function readFolder(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true }) as string[];
  const files = names.filter((name) => statSync(join(folder, name)).isFile()).sort();
  return Object.fromEntries(
    files.map((name) => [name, readFileSync(join(folder, name), 'base64')]),
  );
}

const readJson = <T>(path: string): T =>
  JSON.parse(readFileSync(join(root, 'out/archive', path), 'utf8')) as T;
const readAll = (): ArticleSummary[] => {
  const { root: top } = readJson<Catalogue>('catalogue.json');
  return readJson(`lists/${top.list}/1.json`);
};
const reasonsOf = (path: string) =>
  report.problems
    .filter((problem) => problem.path === path)
    .map(({ outcome, reason }) => `${outcome}: ${reason.en}`);

const findLines = (path: string) =>
  report.problems.filter((problem) => problem.path === path).map(({ line }) => line);

describe('buildArchive', () => {
  test('every file is found, and each is published or rejected', () => {
    expect(report).toMatchObject({ found: 15, published: 11, rejected: 4 });
    expect(readdirSync(join(root, 'out/archive/articles'))).toHaveLength(11);
    expect(readAll()).toHaveLength(11);
    // It names the owner's files, so it is no part of the site unless that is asked for.
    expect(existsSync(join(root, 'out/archive/report.json'))).toBe(false);
  });

  test('a bad file costs itself, with its reason, and nothing else', () => {
    expect(reasonsOf('坏/空.md')).toEqual(['rejected: is empty']);
    expect(reasonsOf('坏/空白.md')).toEqual(['rejected: is empty']);
    expect(reasonsOf('坏/不是文字.md')).toEqual([expect.stringMatching(/^rejected: is no text/)]);
    expect(reasonsOf('link.md')).toEqual([expect.stringMatching(/^rejected: is a link/)]);
    expect(reasonsOf('甲/国内/好.md')).toEqual([]);
    const titles = readAll().map(({ title }) => title);
    expect(titles).toContain('好');
    expect(titles).toContain('it\'s "quoted"');
    expect(titles).not.toContain('外面的文件');
  });

  test('the report names path and line', () => {
    expect(reasonsOf('坏/头.md')[0]).toMatch(/^repaired: front matter/);
    expect(findLines('坏/头.md')[0]).toBe(2);
    expect(reasonsOf('乙/图.md')).toEqual([
      'repaired: picture “gone.gif” is not there: left out',
      'repaired: date “Invalid Date” is no date',
    ]);
    expect(findLines('乙/图.md')).toEqual([undefined, 6]);
  });

  test('one name in two sources gives two ids', () => {
    const ids = readAll()
      .filter(({ title }) => title === '同名')
      .map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });

  test('three files of the same categories and name are three articles, which is nothing to report', () => {
    const articles = readAll()
      .filter(({ category }) => category === '丙')
      .map(({ id }) => readJson<Article>(`articles/${id}.json`));
    expect(new Set(articles.map(({ id }) => id)).size).toBe(3);
    expect(articles.map(({ title, html }) => `${title} ${html}`).sort()).toEqual([
      '撞一 <p>第一篇。</p>',
      '撞三 <p>第三篇。</p>',
      '撞二 <p>第二篇。</p>',
    ]);
    expect(reasonsOf('丙/二/撞.md')).toEqual([]);
  });

  test('a summary is its article without the body', () => {
    for (const summary of readAll())
      expect(readJson(`articles/${summary.id}.json`)).toMatchObject(summary);
    expect(Object.keys(readAll()[0] ?? {})).not.toContain('html');
  });

  test('two builds are byte-equal, and so is one with a cache', async () => {
    const first = readFolder(join(root, 'out'));
    await build('out2');
    expect(readFolder(join(root, 'out2'))).toEqual(first);
    // What of it is from a cache, `buildAtScale.test.ts` shows; here no output stands whose articles could be taken.
    await build('out3', new BuildCache(join(root, 'cache/index'), 'key'));
    expect(readFolder(join(root, 'out3'))).toEqual(first);
    await build('out4', new BuildCache(join(root, 'cache/index'), 'key'));
    expect(readFolder(join(root, 'out4'))).toEqual(first);
  });

  test('the folder that the content lies in makes no difference', async () => {
    const moved = join(root, 'moved/deeper/content');
    mkdirSync(moved, { recursive: true });
    const file = '甲/国内/好.md';
    mkdirSync(dirname(join(moved, file)), { recursive: true });
    writeFileSync(join(moved, file), FILES[file] as string);
    await buildArchive({ contentDir: moved, outDir: join(root, 'out5') });
    const [name] = readdirSync(join(root, 'out5/archive/articles'));
    expect(readFileSync(join(root, 'out5/archive/articles', name as string))).toEqual(
      readFileSync(join(root, 'out/archive/articles', name as string)),
    );
  });

  test('a missing content folder is said in words', async () => {
    await expect(
      buildArchive({ contentDir: join(root, 'nowhere'), outDir: join(root, 'out6') }),
    ).rejects.toThrow(/content folder .*nowhere.* does not exist.*CONTENT_DIR/);
  });

  test('an empty content folder makes an empty archive', async () => {
    mkdirSync(join(root, 'empty'));
    const empty = await buildArchive({
      contentDir: join(root, 'empty'),
      outDir: join(root, 'out7'),
    });
    expect(empty).toMatchObject({ found: 0, published: 0, rejected: 0, problems: [] });
    expect(readFolder(join(root, 'out7'))).toHaveProperty(['archive/catalogue.json']);
  });

  test.skipIf(process.getuid?.() === 0)(
    'a folder that can’t be read is a rejected one',
    async () => {
      const folder = join(root, 'locked/inner');
      mkdirSync(folder, { recursive: true });
      chmodSync(folder, 0);
      const locked = await buildArchive({
        contentDir: join(root, 'locked'),
        outDir: join(root, 'out8'),
      });
      chmodSync(folder, 0o700);
      expect(locked).toMatchObject({ found: 1, published: 0, rejected: 1 });
    },
  );
});
