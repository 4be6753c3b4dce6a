import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildListPagePath } from '../../src/model/archivePaths.ts';
import { collectSummaries, writeCsv } from '../../src/reader/search/exportResults.ts';
import { buildCorpus } from '../../src/search-worker/findTerm.ts';
import { parseQuery, type SearchQuery } from '../../src/search-worker/parseQuery.ts';
import { SearchIndex } from '../../src/search-worker/SearchIndex.ts';
import { searchArticles } from '../../src/search-worker/searchArticles.ts';
import { buildSearchable, folder, makeFolder, type Searchable } from './setUpSearch.ts';

interface Example {
  title: string;
  day?: string;
  /** 2022 where none is named. */
  year?: number;
  channel?: string;
  author?: string;
  body: string;
}

const STOCK = (code: string, name: string) =>
  `<span id="stock_${code}"><a href="https://finance.sina.com.cn/realstock/company/${code}/nc.shtml" class="keyword">${name}</a></span>`;

const EXAMPLES: Example[] = [
  {
    title: '甲：港口吞吐量回升',
    day: '01',
    body: '<p>沿海港口一月完成货物吞吐量。外贸集装箱很多，港口很忙。</p>',
  },
  {
    title: '乙：集装箱紧张',
    day: '02',
    body: '<p>港口缺箱。</p><p>外贸企业说，外贸订单回来了，外贸好转，外贸外贸外贸。</p>',
  },
  {
    title: '丙：白酒股',
    day: '03',
    channel: '股市',
    body: `<p>示例酒厂${STOCK('sh600519', '示例酒业')}涨了3.4%。</p>`,
  },
  {
    title: '丁：另一家',
    day: '04',
    channel: '股市',
    body: '<p>本文没有写名字。</p><!-- news_keyword_pub,stock,sh600519 -->',
  },
  { title: '戊：没有日期', body: '<p>港口与外贸，隔得很近。示例酒业也被提到，没有链接。</p>' },
  {
    title: '己：远隔',
    day: '05',
    author: '另一社',
    body: `<p>港口。${'字'.repeat(400)}外贸。</p>`,
  },
  {
    title: '庚：国內',
    day: '06',
    body: '<p>說「國內」，也说“国内”。<b>跨</b>境电<i>商</i>。</p><p>白酒，白酒，白酒。</p>',
  },
  { title: '辛：灯塔', day: '07', year: 1950, body: '<p>旧报纸说，灯塔亮了。</p>' },
  { title: '壬：灯塔', body: '<p>不知哪一天，灯塔灭了。</p>' },
];

let archive: Searchable;
const removals: (() => void)[] = [];

beforeAll(async () => {
  const scratch = makeFolder((remove) => removals.push(remove));
  const content = join(scratch, 'content');
  mkdirSync(content);
  for (const { title, day, year = 2022, channel = '产经', author = '示例社', body } of EXAMPLES) {
    const date = day ? `date: Sat, ${day} Jan ${year} 05:00:00 GMT\n` : '';
    const header = `title: '${title}'\ncategories:\n - 金融\n - ${channel}\nauthor: ${author}\n${date}`;
    writeFileSync(join(content, `${title}.md`), `\n---\n${header}---\n\n<div>\n${body}\n</div>`);
  }
  archive = await buildSearchable(scratch, content);
});
afterAll(() => {
  for (const remove of removals) remove();
});

async function search(query: SearchQuery, index = archive.index) {
  const result = await searchArticles(
    buildCorpus(index, folder),
    query,
    parseQuery(query.text, folder),
  );
  const found = result.articles
    .map((article) => archive.articles[article]?.title.charAt(0))
    .join('');
  return { ...result, found };
}

const ANSWERS: [query: SearchQuery, found: string][] = [
  [{ text: '集装箱' }, '乙甲'],
  [{ text: '外贸 港口', sort: 'newest' }, '己乙甲戊'],
  [{ text: '外贸 港口', sort: 'oldest' }, '甲乙己戊'],
  [{ text: '外贸 -集装箱', sort: 'newest' }, '己戊'],
  [{ text: '标题:集装箱' }, '乙'],
  [{ text: '"港口缺箱"' }, '乙'],
  [{ text: '箱外贸' }, ''],
  [{ text: '"港口缺箱。"' }, '乙'],
  [{ text: '國內' }, '庚'],
  [{ text: '国内' }, '庚'],
  [{ text: '跨境电商' }, '庚'],
  [{ text: '3.4%' }, '丙'],
  [{ text: '34%' }, ''],
  [{ text: '600519' }, '丁丙'],
  [{ text: 'sh600519' }, '丁丙'],
  [{ text: 'SH600519' }, '丁丙'],
  [{ text: '示例酒业' }, '丁丙戊'],
  [{ text: '"示例酒业"' }, '丙戊'],
  [{ text: '外贸', from: '2022-01-02', to: '2022-01-04' }, '乙'],
  [{ text: '港口', source: '另一社' }, '己'],
  [{ text: '的', category: '金融/股市' }, ''],
  [{ text: '-港口', category: '金融/股市', sort: 'newest' }, '丁丙'],
  [{ text: '-港口', category: '金融', sort: 'newest' }, '庚丁丙辛壬'],
  [{ text: '灯塔', sort: 'newest' }, '辛壬'],
  [{ text: '灯塔', from: '1949-10-01', to: '1969-12-31' }, '辛'],
  [{ text: '灯塔', to: '2022-12-31' }, '辛'],
];

test.each(ANSWERS)('%j finds %s', async (query, found) => {
  expect((await search(query)).found).toBe(found);
});

test('titles come before bodies, then frequency, then nearness, then date', async () => {
  expect((await search({ text: '白酒' })).found).toBe('丙庚');
  expect((await search({ text: '港口' })).found).toBe('甲己乙戊');
  expect((await search({ text: '外贸' })).found[0]).toBe('乙');
  const { found } = await search({ text: '港口 外贸' });
  expect(found.indexOf('戊')).toBeLessThan(found.indexOf('己'));
});

test('a result knows its categories, sources and months', async () => {
  const result = await search({ text: '港口' });
  expect(result.categories).toEqual([['金融/产经', 4]]);
  expect(result.sources).toEqual([
    ['示例社', 3],
    ['另一社', 1],
  ]);
  expect(result.months).toEqual([['2022-01', 3]]);
  expect((await search({ text: '灯塔' })).months).toEqual([['1950-01', 1]]);
  const narrowed = await search({ text: '示例', category: '金融/股市' });
  expect(narrowed.categories).toEqual([
    ['金融/产经', 1],
    ['金融/股市', 1],
  ]);
});

test('a part of the index that can not be had is said, and the rest is found', async () => {
  const index = await SearchIndex.open(async (path) => {
    if (/\/\d+\.bin$/.test(path)) throw new Error('no network');
    return readFile(join(archive.outDir, path));
  });
  const result = await search({ text: '港口 外贸' }, index);
  expect(result.unseen).toEqual(['港口', '外贸']);
  expect(result.articles).toEqual([]);
});

test('results are exported with all their summaries, and no formula is', async () => {
  const result = await search({ text: '港口', sort: 'oldest' });
  const summaries = await collectSummaries(
    result,
    async (list, page) =>
      JSON.parse(await readFile(join(archive.outDir, buildListPagePath(list, page)), 'utf8')),
    () => Promise.reject(new Error('no saved article')),
  );
  expect(summaries.map(({ title }) => title.charAt(0)).join('')).toBe('甲乙己戊');
  const first = summaries[0];
  if (!first) throw new Error('no summary');
  const csv = writeCsv([{ ...first, title: '=1+1,"x"' }], 'https://example.org/');
  expect(csv.startsWith('\ufeff"date","title"')).toBe(true);
  expect(csv).toContain(`"'=1+1,""x""","金融/产经","示例社","https://example.org/a/${first.id}"`);
});
