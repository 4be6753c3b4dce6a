/** Many threads, the cache and a killed build, on a content folder large enough for all of them. */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleWorker } from '../../src/archive/app/bundleWorker.ts';
import { buildArchive } from '../../src/archive/buildArchive.ts';
import { BuildCache } from '../../src/archive/cache/BuildCache.ts';
import { replaceOutput } from '../../src/archive/output/replaceOutput.ts';
import { StandingOutput } from '../../src/archive/output/StandingOutput.ts';
import { MIN_FILES_FOR_WORKERS } from '../../src/archive/processFiles.ts';
import type { WorkerLoader } from '../../src/archive/shareOut.ts';
import { generateArchive } from '../bench/generateArchive.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const COUNT = MIN_FILES_FOR_WORKERS + 100;

let root: string;
let content: string;
let worker: string;
let reference: Map<string, string>;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'cangbao-scale-'));
  content = join(root, 'content');
  generateArchive({ count: COUNT, folder: content });
  const past = new Date(Date.now() - 60_000);
  for (const file of listFiles(content)) utimesSync(join(content, file), past, past);
  worker = await bundleWorker(PROJECT, join(root, 'program'));
  reference = await run({});
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function listFiles(folder: string): string[] {
  return (
    readdirSync(folder, { recursive: true, withFileTypes: true }) as {
      name: string;
      parentPath: string;
      isFile(): boolean;
    }[]
  )
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

const loadWorker = async () => worker;
let runs = 0;

/** Builds into a new folder and gives all its files by path. */
async function run(options: { loadWorker?: WorkerLoader }): Promise<Map<string, string>> {
  const outDir = join(root, `out-${runs++}`);
  const report = await buildArchive({ contentDir: content, outDir, ...options });
  expect(report).toMatchObject({ found: COUNT, published: COUNT, rejected: 0 });
  return new Map(listFiles(outDir).map((file) => [file, readFileSync(join(outDir, file), 'utf8')]));
}

/**
 * Builds with the cache into the place of the last output, and gives all its files by path. `read`: how many content
 * files had to be read.
 */
async function rebuild(key = 'pipeline'): Promise<{ files: Map<string, string>; read: number }> {
  const place = join(root, 'standing');
  const outDir = `${place}.partial`;
  const standing = new StandingOutput(place);
  const seen: number[] = [];
  await buildArchive({
    contentDir: content,
    outDir,
    cache: new BuildCache(join(root, 'cache/index'), key),
    standing,
    onProgress: (done) => seen.push(done),
  });
  standing.shareInto(outDir);
  replaceOutput(outDir, place);
  const files = listFiles(place).map((file): [string, string] => [
    file,
    readFileSync(join(place, file), 'utf8'),
  ]);
  // The first report of progress comes when the cache has given what it has.
  return { files: new Map(files), read: COUNT - (seen[0] ?? 0) };
}

test('worker threads give the same bytes as one thread', async () => {
  expect(await run({ loadWorker })).toEqual(reference);
});

test('large articles at any place of a task come whole', async () => {
  const folder = join(root, 'large');
  mkdirSync(folder);
  const large = `<p>${'很长的一段。'.repeat(80_000)}</p>`;
  for (let index = 0; index < MIN_FILES_FOR_WORKERS; index++) {
    const isLarge = index < 3 || index % 64 === 63;
    const body = isLarge ? large : '<p>很短的一段。</p>';
    writeFileSync(join(folder, `${1000 + index}.md`), `---\ntitle: '${index}'\n---\n${body}`);
  }
  const outputs = ['large-here', 'large-workers'].map((name) => join(root, name));
  const [here = '', there = ''] = outputs;
  await buildArchive({ contentDir: folder, outDir: here });
  const report = await buildArchive({
    contentDir: folder,
    outDir: there,
    loadWorker,
  });
  expect(report).toMatchObject({ published: MIN_FILES_FOR_WORKERS, rejected: 0 });
  for (const file of listFiles(here)) {
    expect(readFileSync(join(there, file)).equals(readFileSync(join(here, file)))).toBe(true);
  }
});

/** `harm` is done in a worker at its third task. */
test.each([
  ['throws', "throw new Error('broken')"],
  ['runs out of memory', 'for (const all = []; ; ) all.push(new Array(1e5).fill(all.length))'],
])('a worker that %s costs no file', async (_, harm) => {
  const mortal = join(root, 'mortal.mjs');
  writeFileSync(
    mortal,
    `import * as worker from ${JSON.stringify(worker)};
    let count = 0;
    export function publishFiles(task) {
      if (++count === 3) { ${harm} }
      return worker.publishFiles(task);
    }`,
  );
  expect(await run({ loadWorker: async () => mortal })).toEqual(reference);
});

test.skipIf(!existsSync('/dev/full')).each(['in this thread', 'with workers'])(
  'a full disk ends the build, and the file is named (%s)',
  async (how) => {
    const outDir = join(root, `out-${runs++}`);
    const [article = ''] = readdirSync(join(root, 'out-0/archive/articles'));
    mkdirSync(join(outDir, 'archive/articles'), { recursive: true });
    symlinkSync('/dev/full', join(outDir, 'archive/articles', article));
    const building = buildArchive({
      contentDir: content,
      outDir,
      ...(how === 'with workers' && { loadWorker }),
    });
    await expect(building).rejects.toThrow(`${article}” can't be written: ENOSPC`);
  },
);

test('the cache gives the same bytes, full, half, damaged, or of another pipeline', async () => {
  expect(await rebuild()).toEqual({ files: reference, read: COUNT });
  expect(await rebuild()).toEqual({ files: reference, read: 0 });
  const index = join(root, 'cache/index');
  truncateSync(index, Math.floor(readFileSync(index).length / 2));
  expect(await rebuild()).toEqual({ files: reference, read: COUNT });
  const articles = join(root, 'standing/archive/articles');
  const [first = '', second = ''] = readdirSync(articles);
  rmSync(join(articles, first));
  writeFileSync(join(articles, second), '{}');
  expect(await rebuild()).toEqual({ files: reference, read: 2 });
  expect(await rebuild('another pipeline')).toEqual({ files: reference, read: COUNT });
});

test('with the cache, only what has changed is read again', async () => {
  await rebuild();
  const [changed = ''] = listFiles(content);
  const file = join(content, changed);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('</p>', '多了一句。</p>'));
  expect((await rebuild()).read).toBe(1);
  writeFileSync(file, text);
  expect(await rebuild()).toEqual({ files: reference, read: 1 });
});

test('a file with another time and the same content is not read again', async () => {
  for (const minutes of [2, 3]) {
    const past = new Date(Date.now() - minutes * 60_000);
    for (const file of listFiles(content)) utimesSync(join(content, file), past, past);
    const { files, read } = await rebuild();
    expect(files).toEqual(reference);
    if (minutes === 3) expect(read).toBe(0);
  }
});

test('a killed build leaves the old output whole', async () => {
  const dist = join(root, 'dist');
  cpSync(join(root, 'out-0'), dist, { recursive: true });
  writeFileSync(join(dist, 'index.html'), 'the old one');
  const before = listFiles(dist);
  const vite = spawn(
    process.execPath,
    [join(PROJECT, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', dist],
    {
      cwd: PROJECT,
      env: { ...process.env, CONTENT_DIR: content, NODE_ENV: 'production', VITEST: undefined },
      stdio: 'ignore',
    },
  );
  const ended = new Promise((done) => vite.once('exit', done));
  // Once articles are being written, the build is in the middle of its work.
  while (!existsSync(join(`${dist}.partial`, 'archive/articles')) && vite.exitCode === null) {
    await new Promise((done) => setTimeout(done, 5));
  }
  vite.kill('SIGKILL');
  await ended;
  expect(vite.signalCode).toBe('SIGKILL');
  expect(listFiles(dist)).toEqual(before);
  expect(readFileSync(join(dist, 'index.html'), 'utf8')).toBe('the old one');
});
