import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { ArchiveError } from '../../src/model/ArchiveError.ts';
import { buildArticlePath, SEARCH_PLAN_PATH } from '../../src/model/archivePaths.ts';
import { createSearchService } from '../../src/search-worker/createSearchService.ts';
import { buildSearchable, makeFolder, type Searchable } from './setUpSearch.ts';
import { stubSavedCopies } from './stubSavedCopies.ts';

/**
 * The search over saved articles: it finds what the index finds among them, and takes its place where that is out of
 * reach.
 */
let archive: Searchable;
const removals: (() => void)[] = [];

beforeAll(async () => {
  const scratch = makeFolder((remove) => removals.push(remove));
  archive = await buildSearchable(scratch, resolve(import.meta.dirname, '../../content'));
});
afterAll(() => {
  for (const remove of removals) remove();
});
afterEach(() => vi.unstubAllGlobals());

const readFromHost = (path: string) => readFile(join(archive.outDir, path));
const readNothing = (path: string) => Promise.reject(new ArchiveError('network', path));

/** Saves these articles, a picture and a page of a list. */
function save(ids: readonly string[], read = readFromHost) {
  const others = ['archive/images/x.png', 'archive/lists/a/1.json'];
  stubSavedCopies([...ids.map(buildArticlePath), ...others], read);
}

const QUERIES = [
  { text: '公里' },
  { text: '2021年' },
  { text: '公里 中国' },
  { text: '公里 -铁路' },
  { text: '標題:铁' },
  { text: '公里|铁路 日期:2021..' },
  { text: '公里 OR 亿元 来源:新浪 分类:金融' },
  { text: '中国公里' },
  { text: '亿元增长公里' },
  { text: '"，"', sort: 'oldest' },
  { text: '亿元', from: '2021-06-01', to: '2022-03-01', sort: 'newest' },
] as const;

test.each(QUERIES)(
  '%j: with all articles saved, the answer is that of the index',
  async (query) => {
    save(archive.articles.map(({ id }) => id));
    const whole = await createSearchService(readFromHost).search(query);
    const saved = await createSearchService(readNothing).search(query);
    expect(whole.savedCount).toBeUndefined();
    expect(saved.savedCount).toBe(archive.articles.length);
    const ids = whole.articles.map((article) => archive.articles[Number(article)]?.id);
    expect(saved.articles).toEqual(ids);
    expect([saved.months, saved.sources]).toEqual([whole.months, whole.sources]);
    expect(ids.length).toBeGreaterThan(0);
  },
);

test('articles of one moment stand in the order of the index, however they were saved', async () => {
  const scratch = makeFolder((remove) => removals.push(remove));
  const folder = join(scratch, 'content');
  await mkdir(folder);
  const texts = Array.from({ length: 6 }, (_, n) => [
    '---',
    `title: 第${n}则`,
    ...(n < 4 ? ['date: 2022-05-01'] : []),
    '---',
    `<p>同一天的第${n}则消息。</p>`,
  ]);
  for (const [n, lines] of texts.entries())
    await writeFile(join(folder, `${n}.md`), lines.join('\n'));
  const { outDir, articles } = await buildSearchable(scratch, folder);
  const ids = articles.map(({ id }) => id);
  const reversed = [...ids].reverse();
  for (const sort of ['newest', 'oldest'] as const) {
    const read = (path: string) => readFile(join(outDir, path));
    const whole = await createSearchService(read).search({ text: '消息', sort });
    save(reversed, read);
    const saved = await createSearchService(readNothing).search({ text: '消息', sort });
    expect(saved.articles).toEqual(whole.articles.map((article) => ids[Number(article)]));
    expect(saved.articles).toHaveLength(6);
  }
});

test('only what is saved is found, and its rows are read from the copies', async () => {
  const [first, second] = archive.articles;
  save([first?.id ?? '']);
  const service = createSearchService(readNothing);
  expect((await service.search({ text: '的' })).articles).toEqual([first?.id]);
  const row = await service.readRow(first?.id ?? '', '的');
  expect(row.summary.title).toBe(first?.title);
  expect(row.excerpt?.ranges.length).toBeGreaterThan(0);
  await expect(service.readRow(second?.id ?? '', '的')).rejects.toThrow('missing');
});

test('with nothing saved, the failure is the answer', async () => {
  save([]);
  await expect(createSearchService(readNothing).search({ text: '的' })).rejects.toThrow('network');
});

test('a site that was published anew while a page is open is read anew', async () => {
  const usual = await createSearchService(readFromHost).search({ text: '公里' });
  let plans = 0;
  // The parts fit the second plan that is read; the first was another build's, whose parts had other sizes.
  const service = createSearchService(async (path) => {
    if (path === SEARCH_PLAN_PATH) plans += 1;
    const bytes = await readFromHost(path);
    return plans === 1 && /\/\d+\.bin$/.test(path) ? bytes.subarray(1) : bytes;
  });
  const answer = await service.search({ text: '公里' });
  expect(answer.articles).toEqual(usual.articles);
  expect(answer.unseen).toEqual([]);
  expect(plans).toBe(2);
});
