/** What is not found as it was typed is found by its words, in the index and among saved texts alike. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { ArchiveError } from '../../src/model/ArchiveError.ts';
import { buildArticlePath } from '../../src/model/archivePaths.ts';
import { createSearchService } from '../../src/search-worker/createSearchService.ts';
import type { SearchService } from '../../src/search-worker/SearchService.ts';
import { buildSearchable, makeFolder, type Searchable } from './setUpSearch.ts';
import { stubSavedCopies } from './stubSavedCopies.ts';

const EXAMPLES: [title: string, body: string][] = [
  ['甲：美联储宣布再次加息', '美联储周三说，加息的步子还要继续。市场早有准备。'],
  ['乙：多地公积金政策调整', '公积金贷款利率今天下调，公积金缴存也有变化。今后还会放宽。'],
  ['丙：新能源车一季度销量增长', '新能源车走俏，销量比去年多一半。'],
  ['丁：房贷利率', '银行的房贷利率下调。公积金没有变化。'],
  ['戊：股市收盘', '股市今天收高，三大指数都涨了。'],
  ['己：特斯拉Model3降价', '特斯拉在中国降价，Model3便宜了两万元。'],
];

let archive: Searchable;
const removals: (() => void)[] = [];

beforeAll(async () => {
  const scratch = makeFolder((remove) => removals.push(remove));
  const content = join(scratch, 'content');
  mkdirSync(content);
  EXAMPLES.forEach(([title, body], day) => {
    const header = `title: ${title}\ndate: 2022-01-0${day + 1} 08:00:00`;
    writeFileSync(join(content, `${day}.md`), `---\n${header}\n---\n<p>${body}</p>\n`);
  });
  archive = await buildSearchable(scratch, content);
});
afterAll(() => {
  for (const remove of removals) remove();
});
afterEach(() => vi.unstubAllGlobals());

const readFromHost = (path: string) => readFile(join(archive.outDir, path));

/** The search of someone who has saved everything and has no network. */
function searchOffline(): SearchService {
  stubSavedCopies(
    archive.articles.map(({ id }) => buildArticlePath(id)),
    readFromHost,
  );
  return createSearchService((path) => Promise.reject(new ArchiveError('network', path)));
}

const SERVICES = [
  ['the index', () => createSearchService(readFromHost)],
  ['saved texts', searchOffline],
] as const;

/** What is typed, the words it is searched by ('' where it is found as it is), and which articles are found. */
const QUERIES: [text: string, words: string, found: string][] = [
  ['公积金', '', '丁乙'],
  ['美联储加息', '美联储 加息', '甲'],
  ['公积金下调', '公积金 下调', '丁乙'],
  ['新能源车销量', '新能源车 销量', '丙'],
  ['特斯拉model3降价', '', '己'],
  ['特斯拉降价model3', '特斯拉 降价 model3', '己'],
  ['房贷的利率', '房贷 利率', '丁'],
  ['标题:公积金调整', '公积金 调整', '乙'],
  ['公积金贷款下调 -房贷', '公积金贷款 下调', '乙'],
  ['"美联储加息"', '', ''],
  ['美联储|无此词', '', '甲'],
  ['销量 公积金 利率', '公积金 利率 销量', '丁乙'],
  ['销量 公积金', '', ''],
  ['龘龘龘', '', ''],
  ['公车', '', ''],
  ['加息加息', '加息', '甲'],
];

const name = (article: number | string) =>
  archive.articles
    .find(({ id }, number) => id === article || number === article)
    ?.title.charAt(0) ?? '';

test.each(
  SERVICES.flatMap(([each, open]) => QUERIES.map((query) => [each, ...query, open] as const)),
)('%s: “%s” is searched by “%s” and finds %s', async (_name, text, words, found, open) => {
  const result = await open().search({ text, sort: 'newest' });
  const sorted = (each: readonly string[]) => [...each].sort().join(' ');
  expect(sorted(result.instead?.words ?? [])).toBe(sorted(words.split(' ').filter(Boolean)));
  expect(result.articles.map(name).join('')).toBe(found);
});

test.each(SERVICES)('%s: what was cut is told, and its words are marked', async (_, open) => {
  const service = open();
  const result = await service.search({ text: '美联储加息' });
  expect(result.instead).toMatchObject({ missing: ['美联储加息'], least: 2 });
  const [article = 0] = result.articles;
  const row = await service.readRow(article, result.instead?.text ?? '');
  const [title, text] = [row.summary.title, row.excerpt?.text ?? ''];
  expect(row.titleRanges.map(([from, to]) => title.slice(from, to))).toEqual(['美联储', '加息']);
  expect(row.excerpt?.ranges.map(([from, to]) => text.slice(from, to))).toEqual(['美联储', '加息']);
  expect(row.hitCount).toBe(4);
  const most = await service.search({ text: '销量 公积金 利率' });
  expect(most.instead).toMatchObject({ missing: [], least: 2 });
  const half = await service.search({ text: '销量 龘龘' });
  expect(half.instead).toMatchObject({ missing: [], absent: ['龘龘'], words: ['销量'] });
});

test.each(SERVICES)('%s: filters that leave nothing are no reason to cut', async (_, open) => {
  const result = await open().search({ text: '公积金', from: '2023-01-01' });
  expect(result).toMatchObject({ articles: [], unfiltered: 2 });
  expect(result.instead).toBeUndefined();
});

test.each(SERVICES)('%s: a date that is none is told, and passed over', async (_, open) => {
  const result = await open().search({ text: '公积金 日期:昨天', sort: 'newest' });
  expect(result.misread).toEqual(['昨天']);
  expect(result.articles.map(name).join('')).toBe('丁乙');
});

const NEAR_MISSES: [text: string, meant: string][] = [
  ['公积今', '公积金'],
  ['供积金', '公积金'],
  ['公积全', '公积金'],
  ['公鸡金下调', '公积金下调'],
  ['股式', '股市'],
  ['诗场', '市场'],
  ['gongjijin', '公积金'],
  ['公积今 下调', '公积金 下调'],
  ['标题:公积今 -房贷', '标题:公积金 -房贷'],
];

test.each(
  SERVICES.flatMap(([each, open]) => NEAR_MISSES.map((query) => [each, ...query, open] as const)),
)('%s: “%s” may mean “%s”', async (_name, text, meant, open) => {
  expect((await open().suggest(text))[0]).toBe(meant);
});

test.each(SERVICES)('%s: what sounds like nothing has no near miss', async (_, open) => {
  expect(await open().suggest('龘龘龘')).toEqual([]);
  expect(await open().suggest('qqqq')).toEqual([]);
});

test.each(SERVICES)(
  '%s: a category is found by the name that the owner gave it',
  async (_, open) => {
    const [{ category = '' } = {}] = archive.articles;
    const find = async (text: string) =>
      (await open().search({ text }, { [category]: '财经要闻' })).articles.length;
    expect(await find('公积金 分类:财经要闻')).toBe(2);
    expect(await find(`公积金 分类:${category}`)).toBe(2);
    expect(await find('公积金 分类:体育')).toBe(0);
  },
);
