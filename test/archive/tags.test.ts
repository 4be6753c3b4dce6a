/** Tags have lists as categories have, found by the tag's name alone, whatever the archive's size. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildArchive } from '../../src/archive/buildArchive.ts';
import { listFiles } from '../../src/archive/output/listFiles.ts';
import { DEFAULT_SETTINGS } from '../../src/archive/site/SiteSettings.ts';
import { DevArchive } from '../../src/archive/vite/DevArchive.ts';
import type { ArticleSummary } from '../../src/model/Article.ts';
import { buildTagFilePath } from '../../src/model/archivePaths.ts';
import type { Catalogue } from '../../src/model/Catalogue.ts';
import { hashText } from '../../src/model/hashText.ts';
import type { ListIds } from '../../src/model/ListIds.ts';
import { findPageHash } from '../../src/model/pageHashes.ts';
import { describeTags, findTagFile, foldTag, type Tag, type TagFile } from '../../src/model/Tag.ts';
import { type ContentFolder, createContentFolder } from './contentFolder.ts';

function makeFolder(): ContentFolder {
  const folder = createContentFolder();
  onTestFinished(folder.delete);
  return folder;
}

function writeTagged(
  folder: ContentFolder,
  name: string,
  tags: string[],
  day = '2022-05-20',
): void {
  const list = tags.map((tag) => `\n - '${tag}'`).join('');
  const header = `title: ${name}\ndate: ${day} 08:00:00\ncategories:\n - 金融\ntags:${list}`;
  folder.write(`${name}.md`, `---\n${header}\n---\n<p>${name}的正文。</p>\n`);
}

function readCatalogue(folder: ContentFolder): Catalogue {
  return JSON.parse(folder.readArchive('catalogue.json')) as Catalogue;
}

function readFileOf(folder: ContentFolder, name: string): TagFile {
  const { tags } = readCatalogue(folder);
  if (!tags) throw new Error('no tags');
  const path = buildTagFilePath(findTagFile(tags, foldTag(name))).replace('archive/', '');
  return JSON.parse(folder.readArchive(path)) as TagFile;
}

function readTag(folder: ContentFolder, name: string): Tag | undefined {
  return readFileOf(folder, name).tags.find((tag) => foldTag(tag.name) === foldTag(name));
}

function readTitles(folder: ContentFolder, name: string): string[] {
  const { list = '' } = readTag(folder, name) ?? {};
  const rows = JSON.parse(folder.readArchive(`lists/${list}/1.json`)) as ArticleSummary[];
  return rows.map(({ title }) => title);
}

test('a tag has its articles in stored order, under its most frequent writing', async () => {
  const folder = makeFolder();
  writeTagged(folder, '丙', ['AI', '港口'], '2022-05-03');
  writeTagged(folder, '甲', ['ＡＩ '], '2022-05-01');
  writeTagged(folder, '乙', ['ai', 'AI'], '2022-04-02');
  writeTagged(folder, '丁', ['ai'], '2022-05-04');
  await folder.build();
  expect(readTitles(folder, 'Ai')).toEqual(['乙', '甲', '丙', '丁']);
  const tag = readTag(folder, 'ai');
  expect(tag).toMatchObject({
    name: 'ai',
    count: 4,
    undatedCount: 0,
    months: [
      ['2022-04', 1],
      ['2022-05', 3],
    ],
  });
  const page = folder.readArchive(`lists/${tag?.list}/1.json`);
  expect(findPageHash(tag as Tag, 1)).toBe(hashText(page));
  expect(readTag(folder, '港口')?.count).toBe(1);
  expect(readTag(folder, '没有')).toBeUndefined();
  expect(readCatalogue(folder).tags).toEqual({ count: 2, files: 1 });
});

test('a tag of more than a page has a file of its ids, a shorter one has none', async () => {
  const folder = makeFolder();
  for (let i = 0; i < 103; i++) writeTagged(folder, `第${i}篇`, i === 7 ? ['长', '短'] : ['长']);
  await folder.build();
  const tag = readTag(folder, '长');
  const ids = JSON.parse(folder.readArchive(`lists/${tag?.list}/ids-${tag?.ids}.json`)) as ListIds;
  expect(ids.ids).toHaveLength(103 * 8);
  expect(JSON.parse(folder.readArchive(`lists/${tag?.list}/2.json`))).toHaveLength(3);
  expect(readTag(folder, '短')?.ids).toBeUndefined();
});

test('the catalogue stays as small with a thousand tags, and no file holds many', async () => {
  const folder = makeFolder();
  const names = Array.from({ length: 1000 }, (_, index) => `标签${index}`);
  for (let i = 0; i < 20; i++) writeTagged(folder, `第${i}篇`, names.slice(i * 50, i * 50 + 50));
  await folder.build();
  const { tags } = readCatalogue(folder);
  expect(tags).toEqual({ count: 1000, files: 16 });
  expect(JSON.stringify(tags).length).toBeLessThan(40);
  const files = readdirSync(join(folder.outDir, 'archive/tags'));
  expect(files).toHaveLength(16);
  const sizes = files.map(
    (file) => (JSON.parse(folder.readArchive(`tags/${file}`)) as TagFile).tags.length,
  );
  expect(sizes.reduce((sum, size) => sum + size)).toBe(1000);
  expect(Math.max(...sizes)).toBeLessThan(100);
  for (const name of names) expect(readTag(folder, name)?.count).toBe(1);
});

test('as many files as tags ask for are there, with tags in them or not', () => {
  expect(describeTags(64).files).toBe(1);
  expect(describeTags(65).files).toBe(2);
  expect(describeTags(30_000).files).toBe(512);
});

test('hidden, withdrawn and untagged articles are in no tag’s list', async () => {
  const folder = makeFolder();
  writeTagged(folder, '可见', ['甲']);
  writeTagged(folder, '撤下', ['甲', '只有撤下的有']);
  folder.write('草稿.md', '---\ntitle: 草稿\npublished: false\ntags: 甲\n---\n<p>没有。</p>');
  folder.write('藏.md', '---\ntitle: 藏\ncategories: 内部\ntags: [甲, 乙]\n---\n<p>藏着。</p>');
  const site = {
    ...DEFAULT_SETTINGS,
    hidden: ['内部'],
    takenDown: [{ article: '撤下.md', reason: '来信要求' }],
  };
  await buildArchive({ contentDir: join(folder.root, 'content'), outDir: folder.outDir, site });
  expect(readTitles(folder, '甲')).toEqual(['可见']);
  expect(readCatalogue(folder).tags?.count).toBe(1);
});

test('tags are of one build, equal with the cache and without, and moved articles are known by former ids', async () => {
  const folder = makeFolder();
  writeTagged(folder, '甲', ['港口', '航运']);
  writeTagged(folder, '乙', ['港口']);
  await folder.build();
  const first = readFileOf(folder, '港口').build;
  expect(first).toBe(readCatalogue(folder).build);
  const { 甲: formerId } = folder.readIds();

  folder.remove('甲.md');
  folder.write(
    '搬走/甲.md',
    '---\ntitle: 甲\ndate: 2022-05-20 08:00:00\ncategories:\n - 金融\ntags: [港口, 航运]\n---\n<p>甲的正文。</p>\n',
  );
  await folder.build();
  const { build } = readFileOf(folder, '港口');
  expect(build).toBe(readCatalogue(folder).build);
  expect(build).not.toBe(first);
  const { list } = readTag(folder, '航运') as Tag;
  const [row] = JSON.parse(folder.readArchive(`lists/${list}/1.json`)) as ArticleSummary[];
  expect(row?.formerIds).toEqual([formerId]);

  const fresh = join(folder.root, 'fresh');
  const contentDir = join(folder.root, 'content');
  await buildArchive({ contentDir, outDir: fresh, previousDir: folder.outDir });
  for (const path of listFiles(join(folder.outDir, 'archive')))
    expect(readFileSync(join(fresh, 'archive', path), 'utf8'), path).toBe(folder.readArchive(path));
});

test('an archive without tags has no files of tags; a name of dots alone is none', async () => {
  const folder = makeFolder();
  writeTagged(folder, '甲', ['..', '.', '．']);
  await folder.build();
  expect(readCatalogue(folder).tags).toBeUndefined();
  expect(readdirSync(join(folder.outDir, 'archive'))).not.toContain('tags');
});

test('development answers the same paths', async () => {
  const folder = makeFolder();
  writeTagged(folder, '甲', ['AI', '港口']);
  writeTagged(folder, '乙', ['ai', 'AI/芯片']);
  for (let i = 0; i < 101; i++) writeTagged(folder, `第${i}篇`, ['长']);
  await folder.build();
  const archive = new DevArchive(join(folder.root, 'content'), join(folder.root, 'images'));
  const { build: _, ...file } = readFileOf(folder, 'AI');
  for (const tag of file.tags) delete tag.hashes;
  expect(JSON.parse(String(archive.answer('archive/tags/0.json')))).toEqual(file);
  expect(archive.answer('archive/tags/1.json')).toBeUndefined();
  expect(archive.answer('archive/tags/00.json')).toBeUndefined();
  for (const { list, ids } of file.tags) {
    for (const path of [`lists/${list}/1.json`, ...(ids ? [`lists/${list}/ids-${ids}.json`] : [])])
      expect(archive.answer(`archive/${path}`)).toBe(folder.readArchive(path));
  }
});
