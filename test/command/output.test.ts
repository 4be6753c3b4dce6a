/**
 * What a build may touch, and what becomes of the site that stands there. Builds as an owner starts them, in
 * processes of their own.
 */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/buildArchive.ts';
import { isFormerOutput } from '../../src/archive/output/checkOutput.ts';
import { checkShrink } from '../../src/archive/output/checkShrink.ts';
import { isMadeOf } from '../../src/archive/output/isMadeOf.ts';
import { listFiles } from '../../src/archive/output/listFiles.ts';
import { OutputFolder } from '../../src/archive/output/OutputFolder.ts';
import { StandingOutput } from '../../src/archive/output/StandingOutput.ts';
import { isDrill } from '../support/isDrill.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const COUNT = 6;

let root: string;
let content: string;
let dist: string;

/** A site that was built of `COUNT` articles into a folder that a link leads to. */
let built: { link: string; folder: string };

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'cangbao-output-')));
  begin();
  built = { link: dist, folder: join(dirname(dist), 'www') };
  mkdirSync(built.folder);
  symlinkSync(built.folder, dist);
  expect(await build()).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

let turn = 0;
/** Begins with new folders: content, and no output yet. */
function begin(): void {
  const folder = join(root, String(turn++));
  content = join(folder, 'content');
  dist = join(folder, 'dist');
  writeArticles(content, COUNT);
}
beforeEach(begin);

/** Lets the built site stand in the output folder. */
const stand = () => cpSync(built.folder, dist, { recursive: true });

function writeArticles(folder: string, count: number, kind = '公告'): void {
  mkdirSync(join(folder, '要闻'), { recursive: true });
  for (let i = 0; i < count; i++) {
    const text = `---\ntitle: 第${i}号${kind}\ndate: 2022-05-20 08:0${i % 10}:00\n---\n<p>${kind}的正文，第${i}号。</p>\n`;
    writeFileSync(join(folder, '要闻', `${kind === '公告' ? '' : kind}${i}.md`), text);
  }
}

interface Ended {
  code: number | null;
  said: string;
}

/** Starts `npm run build` without npm; `kill` ends it. */
function start(args: string[] = [], env: Record<string, string> = {}) {
  const child = spawn(
    process.execPath,
    ['src/archive/command/run.mjs', 'build', '--outDir', dist, ...args],
    {
      cwd: PROJECT,
      env: {
        ...process.env,
        // As in an owner's terminal.
        NODE_ENV: undefined,
        VITEST: undefined,
        CONTENT_DIR: content,
        SEARCH: 'off',
        // They are part of a site like its other files; test/command/pages.test.ts is about them.
        PAGES: 'off',
        ...env,
      },
    },
  );
  let said = '';
  child.stdout.on('data', (data) => (said += data));
  child.stderr.on('data', (data) => (said += data));
  const ended = new Promise<Ended>((done) => child.once('close', (code) => done({ code, said })));
  return { child, ended };
}

const build = (args?: string[], env?: Record<string, string>) => start(args, env).ended;

function readFolder(folder: string): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder).map((path) => [path, readFileSync(join(folder, path), 'base64')]),
  );
}

/** Runs a build that must refuse, in one sentence for people, and touch nothing. */
async function expectRefusal(words: RegExp, args?: string[], env?: Record<string, string>) {
  const folder = dirname(content);
  const before = readFolder(folder);
  const { code, said } = await build(args, env);
  expect(said).toMatch(words);
  expect(said).not.toMatch(/^\s+at .+:\d+/m);
  expect(said.trim().split('\n').length).toBeLessThanOrEqual(2);
  expect(code).toBe(1);
  expect(readFolder(folder)).toEqual(before);
}

/** Asks for the output folder as a build does before all else; throws where it would refuse. */
function claim(outDir: string, contentDir = content): void {
  const options = { root: PROJECT, contentDir, outDir, cacheDir: join(root, 'cache') };
  const output = new OutputFolder({ ...options, isForced: true });
  output.open();
  output.close();
}

/** Reads a folder as a build does that would replace what stands in `dist`. */
function read(contentDir: string): Promise<unknown> {
  const standing = new StandingOutput(dist);
  return buildArchive({
    contentDir,
    outDir: join(root, `read-${turn}`),
    onCounted: (counted) => checkShrink(standing, counted, false),
    previousDir: dist,
  });
}

describe('a build refuses, before it touches anything,', () => {
  test('an output folder that is the content folder, or around it, or in it', () => {
    for (const outDir of [content, dirname(content), join(content, '要闻'), join(content, 'dist')])
      expect(() => claim(outDir)).toThrow(/overlap.*Nothing was touched/);
    // A content folder below the output folder that README options name.
    writeArticles(join(dist, 'articles'), 3);
    expect(() => claim(dist, join(dist, 'articles'))).toThrow(/overlap/);
  });

  test('the same by way of a link', async () => {
    const link = join(root, `link-${turn}`);
    symlinkSync(content, link);
    await expectRefusal(/overlap.*Nothing was touched/, ['--outDir', link, '--force']);
    expect(() => claim(link)).toThrow(/overlap/);
    expect(() => claim(join(link, 'new'))).toThrow(/overlap/);
  });

  test('an output folder that holds something else, and takes it when told to', async () => {
    mkdirSync(dist);
    writeFileSync(join(dist, '论文.docx'), 'years of work');
    await expectRefusal(/holds something that is no former output.*--force/);
    expect((await build(['--force'])).code).toBe(0);
    expect(isFormerOutput(dist)).toBe(true);
    expect(existsSync(join(dist, '论文.docx'))).toBe(false);
  });

  test('an empty folder, an unreadable one, one of which nothing can be read', async () => {
    stand();
    const empty = join(dirname(content), 'empty');
    mkdirSync(empty);
    await expectRefusal(/no article to publish.*not touched.*--allow-shrink/, [], {
      CONTENT_DIR: empty,
    });
    writeFileSync(join(empty, 'a.md'), '');
    await expect(read(empty)).rejects.toThrow(/no article to publish/);
    await expect(read(`${empty}-gone`)).rejects.toThrow(/content folder .* does not exist/);
    if (process.getuid?.() !== 0) {
      chmodSync(empty, 0);
      await expect(read(empty)).rejects.toThrow(/no article to publish/);
      chmodSync(empty, 0o700);
    }
  });

  test('fewer than half of the articles that stand there, unless that is meant', async () => {
    stand();
    for (let i = 2; i < COUNT; i++) unlinkSync(join(content, '要闻', `${i}.md`));
    await expectRefusal(/There are 2 articles, less than half of the 6/);
    expect((await build(['--allow-shrink'])).code).toBe(0);
    expect(readdirSync(join(dist, 'archive/articles'))).toHaveLength(2);
  });

  test('another archive in the place of the one that stands there, unless that is meant', async () => {
    stand();
    const other = join(dirname(content), 'other');
    writeArticles(other, COUNT * 2, '简报');
    await expect(read(other)).rejects.toThrow(
      /Only 0 of the 6 articles that are published are among these 12\..*CONTENT_DIR and \.env/,
    );
    // As where `.env` is gone, and the examples would be published.
    await expect(read(join(PROJECT, 'content'))).rejects.toThrow(/Only 0 of the 6 articles/);
    // One path that both have is not enough.
    cpSync(join(content, '要闻/1.md'), join(other, '要闻/1.md'));
    await expect(read(other)).rejects.toThrow(/Only 1 of the 6 articles/);
    // The same files in another folder are the same archive, compressed copies beside the site's or not.
    for (const name of readdirSync(join(dist, 'archive/articles')))
      for (const ending of ['.gz', '.br'])
        writeFileSync(join(dist, 'archive/articles', name + ending), '');
    cpSync(content, join(dirname(content), 'moved/2022'), { recursive: true });
    await expect(read(join(dirname(content), 'moved'))).resolves.toBeDefined();
  });

  test('but not an archive in the place of the examples, of which it keeps no id', async () => {
    await buildArchive({ contentDir: join(PROJECT, 'content'), outDir: dist });
    expect(isMadeOf(join(PROJECT, 'content'), dist)).toBe(true);
    expect((await build()).code).toBe(0);
    expect(readFileSync(join(dist, 'archive/ids.txt'), 'utf8').split('\n')).toHaveLength(COUNT + 1);
    expect(isMadeOf(join(PROJECT, 'content'), dist)).toBe(false);
  });

  test('but not one that holds what a build server has fetched of the published site', () => {
    expect(isFormerOutput(dist)).toBe(false);
    mkdirSync(join(dist, 'archive'), { recursive: true });
    writeFileSync(join(dist, 'archive/ids.txt'), '');
    expect(isFormerOutput(dist)).toBe(true);
  });

  test('settings that are wrong, all at once', async () => {
    writeFileSync(join(content, 'site.yaml'), 'titel: x\n');
    const { code, said } = await build([], { OFFLINE: 'no' });
    expect(code).toBe(1);
    expect(said).toMatch(/site\.yaml:1 has an unknown key “titel”.*\n.*OFFLINE must be on or off/);
    expect(said.trim().split('\n')).toHaveLength(2);
  });

  test('an option that it does not know', () =>
    expectRefusal(/no option --allow-shrnk; did you mean --allow-shrink/, ['--allow-shrnk']));
});

test('two builds at once: one refuses, the site of the other is whole', async () => {
  const first = start();
  while (!existsSync(`${dist}.lock`)) await new Promise((done) => setTimeout(done, 10));
  // However slow the machine is, the first is in the middle of its work meanwhile.
  first.child.kill('SIGSTOP');
  const second = await build();
  first.child.kill('SIGCONT');
  expect(second).toMatchObject({
    code: 1,
    said: expect.stringMatching(/Another build \(process \d+\)/),
  });
  expect((await first.ended).code).toBe(0);
  expect(readdirSync(join(dist, 'archive/articles'))).toHaveLength(COUNT);
  expect(readdirSync(dirname(dist)).sort()).toEqual(['content', 'dist']);
});

test.each(isDrill ? (['SIGKILL', 'SIGINT'] as const) : (['SIGINT'] as const))(
  'a build that is ended by %s leaves the old site, and nothing that the next one does not remove',
  async (signal) => {
    stand();
    const before = readFolder(dist);
    writeArticles(content, 500);
    const { child, ended } = start();
    while (!existsSync(`${dist}.partial/archive`)) await new Promise((done) => setTimeout(done, 5));
    child.kill(signal);
    const { code, said } = await ended;
    expect(readFolder(dist)).toEqual(before);
    if (signal === 'SIGINT') {
      expect(code).toBe(130);
      expect(said).toContain('interrupted; the site that stands there was not touched');
    }
    // As if the build that ended had come further, with other content.
    mkdirSync(`${dist}.partial/archive/articles`, { recursive: true });
    writeFileSync(`${dist}.partial/archive/articles/foreign.json`, '{}');
    expect((await build()).code).toBe(0);
    expect(readdirSync(dirname(dist)).sort()).toEqual(['content', 'dist']);
    expect(readdirSync(join(dist, 'archive/articles'))).toHaveLength(500);
  },
);

test('the app is the fast one, whatever the terminal says of its kind', () => {
  const assets = join(built.folder, 'assets');
  const scripts = listFiles(assets).filter((name) => name.endsWith('.js'));
  const texts = scripts.map((name) => readFileSync(join(assets, name), 'utf8'));
  expect(texts.some((text) => text.includes('Minified React error'))).toBe(true);
  expect(texts.some((text) => text.includes('Invalid hook call'))).toBe(false);
});

test('an output folder that is a link is written through, where it leads', () => {
  expect(readdirSync(join(built.folder, 'archive/articles'))).toHaveLength(COUNT);
  expect(realpathSync(built.link)).toBe(built.folder);
});
