import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from './buildSite.ts';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cangbao-project-'));
  await writeFile(join(root, 'index.html'), '<!doctype html><script type="module" src="/a.js">');
  await writeFile(
    join(root, 'a.js'),
    'document.title = process.env.NODE_ENV + import.meta.env.MODE',
  );
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('builds the same site once, for production, however many ask for it', async () => {
  const folders = await Promise.all([
    buildSite({ root }),
    buildSite({ root }),
    buildSite({ root }),
  ]);
  const [folder = ''] = folders;
  expect(new Set(folders).size).toBe(1);
  const [script = ''] = await readdir(join(folder, 'assets'));
  expect(await readFile(join(folder, 'assets', script), 'utf8')).toContain('production');

  const { mtimeMs } = await stat(join(folder, 'index.html'));
  await buildSite({ root });
  expect((await stat(join(folder, 'index.html'))).mtimeMs).toBe(mtimeMs);
}, 60_000);

test('tells everyone why a build failed', async () => {
  const site = { root, env: { TITLE: 'another site' } };
  await writeFile(join(root, 'a.js'), 'import "./missing.js"');
  const outcomes = await Promise.allSettled([buildSite(site), buildSite(site)]);
  for (const outcome of outcomes) {
    expect(outcome.status === 'rejected' && String(outcome.reason)).toContain('missing.js');
  }
}, 60_000);
