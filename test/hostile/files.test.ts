import { execFile } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/buildArchive.ts';
import { formatSummary } from '../../src/archive/command/formatSummary.ts';
import type { Problem } from '../../src/archive/content/Problem.ts';
import type { Report } from '../../src/archive/Report.ts';
import type { Article } from '../../src/model/Article.ts';
import { HOSTILE_FILES } from './hostileFiles.ts';

/** Whatever lies in a content folder, each file has its outcome, and no other file notices. */
const GOOD = Object.fromEntries(
  Array.from({ length: 20 }, (_, n) => [
    `好/${n}.md`,
    `\n---\ntitle: '第${n}篇'\ncategories: \n - 好\ndate: 2022-05-${String(n + 1).padStart(2, '0')} 08:00:00\n---\n<p>　　一切正常。</p>`,
  ]),
);

let root: string;
let report: Report;
const articles = new Map<string, Article[]>();

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'cangbao-hostile-'));
  for (const folder of ['good', 'content'])
    mkdirSync(join(root, folder, '好'), { recursive: true });
  for (const [path, data] of Object.entries(GOOD))
    for (const folder of ['good', 'content']) writeFileSync(join(root, folder, path), data);
  const bad = join(root, 'content/坏');
  mkdirSync(bad);
  for (const { name, data } of HOSTILE_FILES) writeFileSync(join(bad, name), data);
  writeFileSync(join(root, 'outside.md'), '<p>外面的秘密。</p>');
  symlinkSync(join(root, 'outside.md'), join(bad, 'link.md'));
  symlinkSync(root, join(bad, 'link to a folder'));
  mkdirSync(join(bad, 'folder.md'));
  writeFileSync(join(bad, 'locked.md'), '<p>锁着的。</p>');
  chmodSync(join(bad, 'locked.md'), 0);
  // More than Node reads at once; it takes no room on the disk.
  writeFileSync(join(bad, 'huge.md'), '');
  truncateSync(join(bad, 'huge.md'), 3 * 2 ** 30);
  writeFileSync(join(bad, 'vanishes.md'), '<p>马上就没了。</p>');

  await buildArchive({ contentDir: join(root, 'good'), outDir: join(root, 'out-good') });
  const contentDir = join(root, 'content');
  report = await buildArchive({
    contentDir,
    outDir: join(root, 'out'),
    // The first word of progress comes when all files are found and none is read.
    onProgress: () => rmSync(join(bad, 'vanishes.md'), { force: true }),
  });
  for (const name of readdirSync(join(root, 'out/archive/articles'))) {
    const article = JSON.parse(
      readFileSync(join(root, 'out/archive/articles', name), 'utf8'),
    ) as Article;
    articles.set(article.title, [...(articles.get(article.title) ?? []), article]);
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const findProblems = (name: string): Problem[] =>
  report.problems.filter(({ path }) => path === `坏/${name}`);

describe('hostile files', () => {
  test.each(HOSTILE_FILES.map((file) => [file.name, file] as const))('%j', (name, file) => {
    // Many of these files hold the same article, which is told and costs nothing.
    const problems = findProblems(name).filter(({ outcome }) => outcome !== 'noticed');
    const isRejected = problems.some(({ outcome }) => outcome === 'rejected');
    expect(isRejected ? 'rejected' : problems.length > 0 ? 'noted' : 'published').toBe(
      file.outcome,
    );
    if (file.says) expect(problems.map(({ reason }) => reason.en).join('\n')).toContain(file.says);
    if (file.title) expect(articles.has(file.title)).toBe(true);
    if (file.holds) {
      const all = file.title ? (articles.get(file.title) ?? []) : [...articles.values()].flat();
      expect(all.some(({ html }) => html.includes(file.holds ?? ''))).toBe(true);
    }
  });

  test.each([
    ['link.md', 'is a link'],
    ['vanishes.md', "can't be read"],
    ['huge.md', "can't be read"],
  ])('%s is rejected: %s', (name, reason) => {
    expect(findProblems(name)).toMatchObject([
      { outcome: 'rejected', reason: { en: expect.stringContaining(reason) } },
    ]);
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read is rejected', () => {
    expect(findProblems('locked.md')).toMatchObject([{ outcome: 'rejected' }]);
  });

  test('each is counted, and each rejected one is printed as path:line:column reason', () => {
    const rejected = report.problems.filter(({ outcome }) => outcome === 'rejected');
    expect(report.found).toBe(report.published + report.rejected);
    expect(rejected).toHaveLength(report.rejected);
    // Ten are printed.
    expect(rejected.length).toBeGreaterThan(5);
    const facts = { outDir: 'dist', reportFile: 'r', files: 1, bytes: 1, largest: 1, seconds: 1 };
    const lines = formatSummary(report, facts, 'en').split('\n');
    const named = lines.filter((line) => line.startsWith('  坏/') && !line.includes(': 坏/'));
    expect(named).toHaveLength(Math.min(10, rejected.length));
    for (const line of named) expect(line).toMatch(/^ {2}坏\/.+:\d+:\d+ \S/);
  });

  test('nothing of them has run, and nothing of the outside was read', () => {
    expect(globalThis).not.toHaveProperty('hostileRan');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(JSON.stringify([...articles])).not.toContain('外面的秘密');
  });

  test('no two have the same id, neither those that differ in case nor those that differ in Unicode form', () => {
    expect(new Set([...articles.values()].flat().map(({ id }) => id)).size).toBe(report.published);
  });
});

describe('the good files beside them', () => {
  test('come out byte for byte as without them', () => {
    const names = readdirSync(join(root, 'out-good/archive'), { recursive: true, encoding: 'utf8' })
      // What counts all articles is another with more of them.
      .filter((name) => !/^(?:catalogue\.json|report\.json|ids\.txt)$|^lists\/all\b/.test(name))
      .filter((name) => statSync(join(root, 'out-good/archive', name)).isFile());
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) {
      const [alone, beside] = ['out-good', 'out'].map((out) =>
        readFileSync(join(root, out, 'archive', name)),
      );
      expect(beside?.equals(alone as Buffer), name).toBe(true);
    }
  });
});

/** The command that people type: it ends well, and what it prints is for people. */
test('a whole build says what it did without a stack trace, and writes nothing outside of its folder', async () => {
  const project = fileURLToPath(new URL('../..', import.meta.url));
  const before = readdirSync(root).sort();
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--outDir', join(root, 'site'), '--emptyOutDir'],
    {
      cwd: project,
      maxBuffer: 2 ** 26,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        VITEST: undefined,
        CONTENT_DIR: join(root, 'content'),
      },
    },
  );
  expect(`${stdout}${stderr}`).not.toMatch(/^\s+at .+:\d+/m);
  expect(stdout).toContain(`${report.found - 1} files found = ${report.published} published`);
  expect(readdirSync(root).sort()).toEqual([...before, 'site'].sort());
}, 180_000);
