/**
 * What becomes of pages from one build to the next, and what a build says of the site's address. Builds as an owner
 * starts them.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildArticleId } from '../../src/archive/article/articleId.ts';

const PROJECT = resolve(import.meta.dirname, '../..');

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'cangbao-pages-'));
  for (const day of [1, 2, 3, 4]) write(day);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Writes the article of a day, long enough ago for the cache to keep what comes of it. */
function write(day: number, tag = '潮汐'): void {
  const file = join(root, `content/港口/${day}.md`);
  mkdirSync(join(root, 'content/港口'), { recursive: true });
  const head = `---\ntitle: 第${day}天的潮位\ndate: 2022-05-${String(day).padStart(2, '0')} 08:00:00\ntags:\n - '${tag}'\n---\n`;
  writeFileSync(file, `${head}<p>当天的潮位是${day}米。</p>\n`);
  const past = new Date(Date.now() - 60_000 + day);
  utimesSync(file, past, past);
}

/** Builds the site; returns what the owner is told. */
function build(env: Record<string, string> = {}): string {
  const program = ['--env-file=src/archive/command/build.env', 'src/archive/command/run.mjs'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...program, 'build', '--outDir', join(root, 'dist')],
    {
      cwd: PROJECT,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: undefined, CONTENT_DIR: join(root, 'content'), ...env },
    },
  );
  expect(stderr.replace(/^.*%.*$/gm, '').trim()).toBe('');
  expect(status).toBe(0);
  return stdout;
}

const findAddressLines = (said: string) =>
  said.split('\n').filter((line) => line.includes('SITE_URL'));

const page = (day: number) => join(root, `dist/a/${buildArticleId(`港口/${day}.md`)}.html`);
const read = (path: string) => readFileSync(path, 'utf8');
const inode = (path: string) => statSync(path).ino;

test('a page is drawn again where its article, or one beside it, is another', () => {
  // What a site goes without, as long as its address is not known, is one line.
  expect(findAddressLines(build())).toEqual([expect.stringMatching(/^! .*no sitemap, no feeds/)]);
  expect(existsSync(join(root, 'dist/card.png'))).toBe(false);
  const before = [1, 2, 3, 4].map((day) => inode(page(day)));
  write(5);
  build();
  const after = [1, 2, 3, 4].map((day) => inode(page(day)));
  expect(after.map((each, index) => each === before[index])).toEqual([true, true, true, false]);
  expect(read(page(4))).toContain('第5天的潮位');
  expect(read(page(5))).toContain('当天的潮位是5米。');
  expect(read(join(root, 'dist/c/港口.html'))).toContain('第5天的潮位');
  expect(read(join(root, 'dist/t/潮汐.html'))).toContain('第5天的潮位');
});

/** Tags that would lead out of the site's folder if they were taken for paths. */
const TAGS = ['../../out', 'a/../../out', '..\\\\out', '/out', 'out/'];

test('where the site is another all are drawn again; a moved page leads on, a tag out of no folder', () => {
  const before = inode(page(1));
  const old = page(2);
  renameSync(join(root, 'content/港口/2.md'), join(root, 'content/港口/二.md'));
  for (const [index, tag] of TAGS.entries()) write(6 + index, tag);
  const said = build({ SITE_TITLE: '潮位报', SITE_URL: 'https://news.example.org/' });
  expect(inode(page(1))).not.toBe(before);
  expect(read(page(1))).toContain('<title>第1天的潮位 · 潮位报</title>');

  const id = buildArticleId('港口/二.md');
  expect(read(old)).toContain(`<meta http-equiv="refresh" content="0; url=/a/${id}" />`);

  expect(existsSync(join(root, 'out.html'))).toBe(false);
  expect(existsSync(join(root, 'dist/out.html'))).toBe(false);
  for (const index of TAGS.keys())
    expect(read(page(6 + index))).toContain(`当天的潮位是${6 + index}米。`);

  expect(findAddressLines(said)).toEqual([]);
  expect(existsSync(join(root, 'dist/sitemap.xml'))).toBe(true);
});

test('with PAGES=off there are none, and the first page asks for scripts', () => {
  build({ PAGES: 'off' });
  for (const name of ['a', 'c', 't', 'm', 'saved.html'])
    expect(existsSync(join(root, 'dist', name)), name).toBe(false);
  expect(read(join(root, 'dist/index.html'))).toContain('这个网站要用 JavaScript');
  expect(read(join(root, 'dist/index.html'))).not.toContain("style-src 'self' 'sha256-");
});
