/** The programs' folder: made once for each state of the code, whole or not at all. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { providePrograms } from '../../src/archive/vite/loadPrograms.ts';

let root: string;
let folder: string;
let made = 0;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cangbao-programs-'));
  folder = join(root, 'programs');
  mkdirSync(join(root, 'src/archive'), { recursive: true });
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(join(root, 'package-lock.json'), '{}');
  made = 0;
  save('one');
});
afterEach(() => rmSync(root, { recursive: true }));

function save(code: string): void {
  writeFileSync(join(root, 'src/archive/a.ts'), code);
}

/** Stands in for the bundler: the program is the code. */
async function make(from: string, outDir: string): Promise<void> {
  made += 1;
  mkdirSync(outDir, { recursive: true });
  writeFileSync(join(outDir, 'a.mjs'), readFileSync(join(from, 'src/archive/a.ts')));
}

const provide = (maker = make) => providePrograms(root, folder, maker);
const read = (key: string) => readFileSync(join(folder, key, 'a.mjs'), 'utf8');

test('made once for each state of the code and of what is installed', async () => {
  const first = await provide();
  expect([await provide(), made, read(first)]).toEqual([first, 1, 'one']);
  save('two');
  const second = await provide();
  expect([read(second), read(first), made]).toEqual(['two', 'one', 2]);
  writeFileSync(join(root, 'node_modules/.package-lock.json'), '{"installed":1}');
  expect(await provide()).not.toBe(second);
});

test('what is saved while they are made is not taken for what was there before', async () => {
  const key = await provide(async (from, outDir) => {
    if (made === 0) save('two');
    await make(from, outDir);
  });
  expect([read(key), made]).toEqual(['two', 2]);
  save('one');
  expect(read(await provide())).toBe('one');
});

test('two at once make do with the first', async () => {
  const keys = await Promise.all([provide(), provide()]);
  expect([new Set(keys).size, readdirSync(folder)]).toEqual([1, [keys[0]]]);
});

test('what fails leaves nothing, and what a killed process left is removed', async () => {
  const half = join(folder, 'key.00000000.999999999.partial');
  mkdirSync(half, { recursive: true });
  const failing = async (from: string, outDir: string) => {
    await make(from, outDir);
    throw new Error('no such library');
  };
  await expect(provide(failing)).rejects.toThrow('no such library');
  expect([existsSync(half), readdirSync(folder)]).toEqual([false, []]);
});

test('the last few stay, the oldest goes', async () => {
  const keys: string[] = [];
  for (const code of ['1', '2', '3', '4', '5']) {
    save(code);
    keys.push(await provide());
  }
  expect(readdirSync(folder).sort()).toEqual(keys.slice(1).sort());
});
