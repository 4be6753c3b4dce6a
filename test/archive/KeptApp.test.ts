/** A build after a change in the content needs no bundler, and gives what it would give. */
import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashApp } from '../../src/archive/hashApp.ts';
import { KeptApp } from '../../src/archive/KeptApp.ts';
import { listFiles } from '../../src/archive/listFiles.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const VITE = join(PROJECT, 'node_modules/vite/bin/vite.js');

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'cangbao-app-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a second build bundles nothing and gives the same bytes', async () => {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    VITEST: undefined,
    // No build before had this name.
    VITE_TEST_RUN: root,
    SITE_TITLE: '某报',
    BASE_PATH: '/news/',
  };
  const build = async (name: string) => {
    const args = [VITE, 'build', '--outDir', join(root, name)];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: PROJECT, env });
    const paths = listFiles(join(root, name));
    return {
      stdout,
      files: new Map(paths.map((path) => [path, readFileSync(join(root, name, path), 'base64')])),
    };
  };
  const first = await build('one');
  const second = await build('two');
  expect(first.stdout).not.toContain('not bundled again');
  expect(second.stdout).toContain('not bundled again');
  expect([...second.files.keys()]).toContain('404.html');
  expect(second.files).toEqual(first.files);
});

test('files are given back as they were kept, or not at all', () => {
  const folder = join(root, 'kept');
  const out = join(root, 'out');
  mkdirSync(join(out, 'assets'), { recursive: true });
  writeFileSync(join(out, 'index.html'), '<p>页</p>');
  writeFileSync(join(out, 'assets/a.js'), Uint8Array.of(0, 255, 128));
  expect(new KeptApp(folder, 'key').files).toBeUndefined();
  new KeptApp(folder, 'key').keep(out, listFiles(out));
  expect(new KeptApp(folder, 'other key').files).toBeUndefined();
  new KeptApp(folder, 'key').writeInto(join(root, 'copy'));
  expect(listFiles(join(root, 'copy'))).toEqual(['assets/a.js', 'index.html']);
  expect([...readFileSync(join(root, 'copy/assets/a.js'))]).toEqual([0, 255, 128]);

  const file = join(folder, 'key');
  const bytes = readFileSync(file);
  const wrong = Buffer.from(bytes);
  wrong[bytes.indexOf(Buffer.of(0, 255, 128)) + 1] = 254;
  for (const damaged of [bytes.subarray(0, 60), Buffer.alloc(0), wrong]) {
    writeFileSync(file, damaged);
    expect(new KeptApp(folder, 'key').files).toBeUndefined();
  }
});

test('old ones are dropped', () => {
  const folder = join(root, 'many');
  for (let number = 0; number < 9; number++) new KeptApp(folder, `key-${number}`).keep(root, []);
  expect(readdirSync(folder).length).toBeLessThan(9);
});

test('the fingerprint changes with all that the app is made from, and with nothing else', () => {
  const project = join(root, 'project');
  for (const name of ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'])
    cpSync(join(PROJECT, name), join(project, name), { recursive: true });
  const start = (flags: string[], env: Record<string, string> = {}) =>
    hashApp(project, { argv: ['node', '/x/node_modules/.bin/vite', 'build', ...flags], env });
  const plain = start([]);
  expect(plain).toBeDefined();
  expect(start(['--outDir', 'elsewhere', '--emptyOutDir'], { HOME: '/home/x' })).toBe(plain);
  expect(start(['--outDir=elsewhere'])).toBe(plain);
  mkdirSync(join(project, 'content'));
  writeFileSync(join(project, 'content/a.md'), '<p class="invisible">');
  expect(start([])).toBe(plain);

  const others = [
    start(['--minify', 'false']),
    start([], { SITE_TITLE: '某报' }),
    start([], { BASE_PATH: '/news/' }),
    start([], { NODE_ENV: 'development' }),
    start([], { VITE_KEY: '1' }),
  ];
  for (const path of [
    'index.html',
    'vite.config.ts',
    'src/reader/main.tsx',
    '.env',
    'public/new.js',
  ]) {
    const before = new Map(
      listFiles(project).map((each) => [each, readFileSync(join(project, each))]),
    );
    writeFileSync(join(project, path), `${before.get(path) ?? ''}\n`);
    others.push(start([]));
    writeFileSync(join(project, path), before.get(path) ?? '');
    if (!before.has(path)) rmSync(join(project, path));
    expect(start([])).toBe(plain);
  }
  expect(new Set([plain, ...others]).size).toBe(1 + others.length);
});

test('what is no plain build is always bundled', () => {
  const env = {};
  expect(
    hashApp(PROJECT, { argv: ['node', '/x/vite.js', 'build', '--watch'], env }),
  ).toBeUndefined();
  expect(hashApp(PROJECT, { argv: ['node', '/x/vite.js'], env })).toBeUndefined();
  expect(hashApp(PROJECT, { argv: ['node', '/x/vitest.mjs', 'build'], env })).toBeUndefined();
});
