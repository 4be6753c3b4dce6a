// @vitest-environment jsdom
/** What a book is made of, without epubcheck: files, order, contents, notes. The drill asks epubcheck, too. */
import { expect, test } from 'vitest';
import { buildNote } from '../reader/buildNote.ts';
import { bindTestEpub, type TestArticle } from './bindTestBook.ts';
import { checkStructure } from './checkStructure.ts';
import { hostileBodies } from './hostileBodies.ts';

const articles: TestArticle[] = [
  {
    id: 'aaaaaaaaaaaa',
    html: '<h2>节</h2><p>一</p>',
    publishedAt: '2022-04-30T20:00:00Z',
    category: '港口/公告',
  },
  {
    id: 'bbbbbbbbbbbb',
    html: '<p>二<a href="a/aaaaaaaaaaaa">见</a></p>',
    publishedAt: '2022-05-20T05:00:00Z',
    category: '港口/公告',
  },
  {
    id: 'cccccccccccc',
    html: undefined,
    publishedAt: '2022-06-01T00:00:00Z',
    category: '港口/公告',
  },
  {
    id: 'dddddddddddd',
    html: '<p>三 12 月</p>',
    category: '旧闻',
    notes: [buildNote('n1', { articleId: 'dddddddddddd', text: '我的 & 话' })],
  },
];

async function readPage(files: Map<string, string | Blob>, name: string): Promise<Document> {
  const type = name.endsWith('.xhtml') ? 'application/xhtml+xml' : 'application/xml';
  return new DOMParser().parseFromString(String(files.get(`OEBPS/${name}`)), type);
}

/** The contents as lines, deeper ones indented. */
function readLines(list: Element | null | undefined, depth = 0): string[] {
  return [...(list?.children ?? [])].flatMap((item) => [
    `${' '.repeat(depth)}${item.querySelector('a')?.textContent}`,
    ...readLines(item.querySelector(':scope > ol'), depth + 1),
  ]);
}

test.each([false, true])('hostile bodies make a sound book (vertical: %s)', async (isVertical) => {
  const book = [...hostileBodies, undefined].map((html, index) => ({ id: `x${index}`, html }));
  expect(await checkStructure(await bindTestEpub(book, { isVertical }))).toEqual([]);
});

test('a sound book has contents by category, month and day, and by date', async () => {
  const files = await bindTestEpub(articles);
  expect(await checkStructure(files)).toEqual([]);
  const nav = await readPage(files, 'nav.xhtml');
  expect(readLines(nav.querySelector('nav > ol'))).toEqual([
    '书名页',
    '按日期',
    '港口／公告',
    ' 2022年5月',
    '  5月1日 题目“aaaaaaaaaaaa” & <b>',
    '  5月20日 题目“bbbbbbbbbbbb” & <b>',
    ' 2022年6月',
    '  6月1日 题目“cccccccccccc” & <b>',
    '旧闻',
    ' 题目“dddddddddddd” & <b>',
    '笔记',
    '没有取到的内容',
  ]);
  const dates = await readPage(files, 'dates.xhtml');
  expect([...dates.querySelectorAll('h2')].map((each) => each.textContent)).toEqual([
    '2022年5月',
    '2022年6月',
    '日期不详',
  ]);
});

test('the order of reading is that of the contents', async () => {
  const files = await bindTestEpub(articles);
  const book = await readPage(files, 'package.opf');
  const hrefs = new Map(
    [...book.querySelectorAll('item')].map((item) => [item.id, item.getAttribute('href')]),
  );
  const order = [...book.querySelectorAll('itemref')].map((each) =>
    hrefs.get(each.getAttribute('idref') ?? ''),
  );
  const nav = await readPage(files, 'nav.xhtml');
  const leads = [...nav.querySelectorAll('nav a')].map((link) => link.getAttribute('href'));
  expect([...new Set(leads)]).toEqual(order);
  const ncx = await readPage(files, 'toc.ncx');
  const places = [...ncx.querySelectorAll('content')].map((each) => each.getAttribute('src'));
  expect(places).toEqual(leads);
});

test('what could not be had is said where it would stand, and at the end', async () => {
  const files = await bindTestEpub(articles);
  const chapter = (await readPage(files, 'a-cccccccccccc.xhtml')).body.textContent;
  expect(chapter).toContain('正文没有取到：网络不通。');
  expect(chapter).toContain('摘要 & <i>');
  expect((await readPage(files, 'missing.xhtml')).body.textContent).toContain('题目“cccccccccccc”');
  expect((await bindTestEpub(articles.slice(0, 2))).has('OEBPS/missing.xhtml')).toBe(false);
});

test('notes stand at the end, and each article leads to its own', async () => {
  const files = await bindTestEpub(articles);
  const notes = await readPage(files, 'notes.xhtml');
  expect(notes.querySelector('blockquote')?.textContent).toBe('原来的话');
  expect(notes.body.textContent).toContain('我的 & 话');
  const chapter = await readPage(files, 'a-dddddddddddd.xhtml');
  expect(chapter.querySelector('a[href="notes.xhtml#n-dddddddddddd"]')).not.toBe(null);
});

test('articles of the book lead to each other, and to the site', async () => {
  const files = await bindTestEpub(articles);
  const page = await readPage(files, 'a-bbbbbbbbbbbb.xhtml');
  const leads = [...page.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  expect(leads).toEqual(['a-aaaaaaaaaaaa.xhtml', 'https://news.example/a/bbbbbbbbbbbb']);
});

test('vertical books turn their pages the other way, and set short numbers upright', async () => {
  for (const isVertical of [false, true]) {
    const files = await bindTestEpub(articles, { isVertical });
    const spine = (await readPage(files, 'package.opf')).querySelector('spine');
    expect(spine?.getAttribute('page-progression-direction')).toBe(isVertical ? 'rtl' : 'ltr');
    const style = String(files.get('OEBPS/style.css'));
    expect(style.includes('writing-mode:vertical-rl')).toBe(isVertical);
    const page = await readPage(files, 'a-dddddddddddd.xhtml');
    expect(page.querySelector('.upright')?.textContent).toBe(isVertical ? '12' : undefined);
  }
});
