/** Many threads, the cache and a killed build, on a content folder large enough for all of them. */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BuildCache } from '../../src/archive/BuildCache.ts';
import { buildArchive } from '../../src/archive/buildArchive.ts';
import { MIN_FILES_FOR_WORKERS } from '../../src/archive/processFiles.ts';
import { generateArchive } from '../bench/generateArchive.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const COUNT = MIN_FILES_FOR_WORKERS + 100;

let root: string;
let content: string;
let workerFile: string;
let reference: Map<string, string>;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'cangbao-scale-'));
  content = join(root, 'content');
  generateArchive({ count: COUNT, folder: content });
  const past = new Date(Date.now() - 60_000);
  for (const file of listFiles(content)) utimesSync(join(content, file), past, past);
  await build({
    configFile: false,
    root: PROJECT,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: 'src/archive/worker.ts', outDir: join(root, 'worker'), copyPublicDir: false },
  });
  workerFile = join(root, 'worker', readdirSync(join(root, 'worker'))[0] ?? '');
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

let runs = 0;

/** Builds into a new folder and gives all its files by path. */
async function run(options: {
  workerFile?: string;
  cache?: BuildCache;
}): Promise<Map<string, string>> {
  const outDir = join(root, `out-${runs++}`);
  const report = await buildArchive({ contentDir: content, outDir, ...options });
  expect(report).toMatchObject({ found: COUNT, published: COUNT, rejected: 0 });
  return new Map(listFiles(outDir).map((file) => [file, readFileSync(join(outDir, file), 'utf8')]));
}

function openCache(key = 'pipeline'): BuildCache {
  return new BuildCache(join(root, 'cache'), key);
}

test('worker threads give the same bytes as one thread', async () => {
  expect(await run({ workerFile })).toEqual(reference);
});

test('the cache gives the same bytes, full, half, damaged, or of another pipeline', async () => {
  expect(await run({ cache: openCache() })).toEqual(reference);
  expect(await run({ cache: openCache() })).toEqual(reference);
  const index = join(root, 'cache/index');
  truncateSync(index, Math.floor(readFileSync(index).length / 2));
  expect(await run({ cache: openCache() })).toEqual(reference);
  const article = join(root, 'cache/archive/articles');
  const [first = '', second = ''] = readdirSync(article);
  rmSync(join(article, first));
  // Not in place: the file is shared with the outputs above.
  rmSync(join(article, second));
  writeFileSync(join(article, second), '{}');
  expect(await run({ cache: openCache() })).toEqual(reference);
  expect(await run({ cache: openCache('another pipeline') })).toEqual(reference);
});

test('with the cache, only what has changed is read again', async () => {
  await run({ cache: openCache() });
  const [changed = ''] = listFiles(content);
  const file = join(content, changed);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('</p>', '多了一句。</p>'));
  const seen: number[] = [];
  await buildArchive({
    contentDir: content,
    outDir: join(root, `out-${runs++}`),
    cache: openCache(),
    onProgress: (done) => seen.push(done),
  });
  // The first report of progress comes when the cache has given what it has.
  expect(seen[0]).toBe(COUNT - 1);
  writeFileSync(file, text);
  expect(await run({ cache: openCache() })).toEqual(reference);
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
