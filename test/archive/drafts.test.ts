import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DevArchive } from '../../src/archive/vite/DevArchive.ts';
import type { ArticleSummary } from '../../src/model/Article.ts';
import { type ContentFolder, createContentFolder } from './contentFolder.ts';

/** What its writer has not published is in no archive, and the report says so. */
const DRAFTS: Record<string, string> = {
  'hexo.md': 'published: false',
  'hugo.md': 'draft: true',
  'capital.md': 'Draft: True',
  'quartz.md': 'publish: no',
  'wordpress.md': 'status: private',
};
const PUBLISHED: Record<string, string> = {
  'a.md': 'published: true',
  'b.md': 'draft: false',
  'c.md': 'published: 2022-05-20',
  'd.md': 'status: 已核对',
};

let folder: ContentFolder;
beforeAll(() => {
  folder = createContentFolder();
  for (const [path, line] of Object.entries({ ...DRAFTS, ...PUBLISHED }))
    folder.write(path, `---\ntitle: ${path}\n${line}\n---\n<p>不该公开的稿子。</p>\n`);
  folder.write('toml.md', '+++\ntitle = "toml.md"\ndraft = true\n+++\n<p>稿子。</p>\n');
});
afterAll(() => folder.delete());

const names = (rows: readonly ArticleSummary[]) => rows.map(({ title }) => title).sort();

test('drafts stay out and are told of, with a cache, too', async () => {
  for (let build = 0; build < 2; build++) {
    const report = await folder.build();
    expect(names(folder.readRows())).toEqual(Object.keys(PUBLISHED));
    expect(report).toMatchObject({ found: 4, published: 4, rejected: 0 });
    expect(report.leftOut).toEqual(
      [...Object.keys(DRAFTS), 'toml.md'].sort().map((path) => ({ path, reason: 'unpublished' })),
    );
  }
});

test('so it is in development', () => {
  const archive = new DevArchive(join(folder.root, 'content'), join(folder.root, 'images'));
  const { root } = JSON.parse(String(archive.answer('archive/catalogue.json')));
  const page = JSON.parse(String(archive.answer(`archive/lists/${root.list}/1.json`)));
  expect(names(page)).toEqual(Object.keys(PUBLISHED));
});
