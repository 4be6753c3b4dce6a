/** A new output takes over what is the same in the one that stands, and is what a build from nothing gives. */
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/buildArchive.ts';
import { BuildCache } from '../../src/archive/cache/BuildCache.ts';
import { listFiles } from '../../src/archive/output/listFiles.ts';
import { replaceOutput } from '../../src/archive/output/replaceOutput.ts';
import { StandingOutput } from '../../src/archive/output/StandingOutput.ts';
import { generateArchive } from '../bench/generateArchive.ts';

const COUNT = 30;
const ARTICLES = 'archive/articles';

let root: string;
let content: string;
let dist: string;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'cangbao-standing-'));
  content = join(root, 'content');
  dist = join(root, 'dist');
  generateArchive({ count: COUNT, folder: content });
  ageContent();
  install(await rebuild());
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Files that have just changed are not trusted by the cache. */
function ageContent(): void {
  const past = new Date(Date.now() - 60_000);
  for (const path of listFiles(content)) utimesSync(join(content, path), past, past);
}

function readFolder(folder: string): Map<string, string> {
  return new Map(listFiles(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** Builds beside `dist`, up to the moment before the two are swapped. */
async function rebuild(): Promise<StandingOutput> {
  const standing = new StandingOutput(dist);
  const cache = new BuildCache(join(root, 'cache/index'), 'pipeline');
  await buildArchive({ contentDir: content, outDir: join(root, 'dist.partial'), cache, standing });
  return standing;
}

function install(standing: StandingOutput): void {
  standing.shareInto(join(root, 'dist.partial'));
  replaceOutput(join(root, 'dist.partial'), dist);
}

async function buildFromNothing(): Promise<Map<string, string>> {
  const outDir = join(root, `from-nothing-${Math.random()}`);
  await buildArchive({ contentDir: content, outDir });
  return readFolder(outDir);
}

/**
 * Adds an article with the categories and the name of a known one, and so with its id, in a folder that comes before.
 */
function addNamesake(): void {
  const [known = ''] = listFiles(content);
  const text = readFileSync(join(content, known), 'utf8').replace('</p>', '另一篇。</p>');
  mkdirSync(join(content, '0'));
  writeFileSync(join(content, '0', known.split('/').at(-1) ?? ''), text);
  ageContent();
}

function changeContent(): void {
  const [changed = '', removed = '', moved = ''] = listFiles(content);
  appendFileSync(join(content, changed), '<p>　　多了一句。</p>\n');
  rmSync(join(content, removed));
  renameSync(join(content, moved), join(content, `${moved.slice(0, -3)}新.md`));
  ageContent();
}

test('what is the same is shared, and the old output is whole until then', async () => {
  const before = readFolder(dist);
  const nodes = new Map(
    readdirSync(join(dist, ARTICLES)).map((name) => [
      name,
      statSync(join(dist, ARTICLES, name)).ino,
    ]),
  );
  changeContent();
  const standing = await rebuild();
  expect(readFolder(dist)).toEqual(before);
  // The changed article and the one under a new name; the others have not been written.
  expect(readdirSync(join(root, 'dist.partial', ARTICLES))).toHaveLength(2);

  install(standing);
  expect(readFolder(dist)).toEqual(await buildFromNothing());
  expect(
    readdirSync(root)
      .sort()
      .filter((name) => name.startsWith('dist')),
  ).toEqual(['dist']);
  const same = readdirSync(join(dist, ARTICLES)).filter(
    (name) => statSync(join(dist, ARTICLES, name)).ino === nodes.get(name),
  );
  expect(same).toHaveLength(COUNT - 3);
});

test('an article that is damaged or gone in the output is made anew, a foreign file goes', async () => {
  const [first = '', second = ''] = readdirSync(join(dist, ARTICLES));
  const before = readFolder(dist);
  rmSync(join(dist, ARTICLES, first));
  writeFileSync(join(dist, ARTICLES, second), '{}');
  writeFileSync(join(dist, ARTICLES, 'foreign.json'), '{}');
  install(await rebuild());
  expect(readFolder(dist)).toEqual(before);
});

test('without an output that stands, all is made anew', async () => {
  const before = readFolder(dist);
  rmSync(dist, { recursive: true });
  install(await rebuild());
  expect(readFolder(dist)).toEqual(before);
});

test('a new file that takes the id of a known one', async () => {
  addNamesake();
  const before = readFolder(dist);
  const standing = await rebuild();
  expect(readFolder(dist)).toEqual(before);
  install(standing);
  expect(readFolder(dist)).toEqual(await buildFromNothing());
  expect(readdirSync(join(dist, ARTICLES))).toHaveLength(COUNT + 1);
});
