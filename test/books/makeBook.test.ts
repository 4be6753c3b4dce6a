// @vitest-environment jsdom
/** From summaries to a file: what is read, what can't be had, what stands in HTML and Markdown. */
import { Blob as NodeBlob } from 'node:buffer';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Article } from '../../src/model/Article.ts';
import type { Binder } from '../../src/reader/books/Book.ts';
import { bindHtml } from '../../src/reader/books/bindHtml.ts';
import { bindMarkdownFile, bindMarkdownFolder } from '../../src/reader/books/bindMarkdown.ts';
import { buildFileName, createNamer } from '../../src/reader/books/buildFileName.ts';
import { type BookOrder, makeBook } from '../../src/reader/books/makeBook.ts';
import { buildNote } from '../reader/buildNote.ts';
import { buildArticle, buildSummary } from '../reader/setUpReader.tsx';
import { buildPng } from '../support/buildPng.ts';
import { facts, rememberZip } from './bindTestBook.ts';

const NOTES =
  '<p>文<a id="note-1" href="#note-2">1</a></p><ol><li><a id="note-2" href="#note-1">↩</a>注</li></ol>';
const PICTURES =
  '<figure><img src="https://p.example/one.png" alt="一"><figcaption>图注一</figcaption></figure>' +
  '<figure><img src="https://p.example/lost.png" alt="二"><figcaption>图注二</figcaption></figure>';

const articles: Article[] = [
  buildArticle(buildSummary(1, '港口'), {
    html: `<h2>节</h2>${NOTES}${PICTURES}`,
    tags: ['旧 闻', '船'],
  }),
  buildArticle(buildSummary(2, '港口'), {
    html: `${NOTES}${PICTURES}<p><a href="a/aaaaaaaaaaaa">外</a></p>`,
  }),
];
const lost = buildSummary(3, '港口');
let asked: string[];

beforeEach(() => {
  asked = [];
  // What Node's answers hold is no part of jsdom's.
  vi.stubGlobal('Blob', NodeBlob);
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    const article = articles.find(({ id }) => address.endsWith(`articles/${id}.json`));
    if (article) return new Response(JSON.stringify(article));
    if (address.endsWith('one.png'))
      return new Response(new Uint8Array(buildPng('one')), {
        headers: { 'content-type': 'image/png' },
      });
    return new Response('nothing', { status: 404 });
  });
});
afterEach(() => vi.unstubAllGlobals());

function make(
  binder: Binder,
  change: Partial<BookOrder> = {},
  signal = new AbortController().signal,
) {
  const order: BookOrder = {
    summaries: [...articles, lost],
    notes: [buildNote('n', { articleId: articles[0]?.id ?? '', text: '我的话', tags: ['要 紧'] })],
    hasPictures: true,
    cache: undefined,
    listNames: (path) => [path],
    ...change,
  };
  return makeBook(order, binder, signal, () => undefined);
}

async function readText(binder: Binder, change?: Partial<BookOrder>): Promise<string> {
  vi.stubGlobal(
    'FileReader',
    class {
      result = 'data:image/png;base64,AAAA';
      onload = () => undefined;
      readAsDataURL() {
        setTimeout(() => this.onload());
      }
    },
  );
  return (await make(binder, change)).file.text();
}

describe('one page of HTML', () => {
  test('holds each id once, and each note leads to its own article', async () => {
    const body = document.createElement('div');
    body.innerHTML = await readText(bindHtml(facts, ''));
    const ids = [...body.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(6);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of body.querySelectorAll('ol a[href^="#"], p a[href^="#"]'))
      expect(link.closest('article')?.querySelector(link.getAttribute('href') ?? '')).not.toBe(
        null,
      );
  });

  test('loads nothing, and says what is not in it', async () => {
    const text = await readText(bindHtml(facts, '一句话'), { hasPictures: false });
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/<img|<script/);
    expect(text).toContain('图注二');
    expect(text).toContain('这张图片不能装进文件');
    expect(text).toContain('正文没有取到：服务器上没有这个文件。');
    expect(text).toContain('<p class="note">一句话</p>');
    expect(text).toContain('<h3>节</h3>');
    expect(text).toContain('我的话');
  });

  test('has its pictures in it', async () => {
    const text = await readText(bindHtml(facts, ''));
    expect(text.match(/src="data:image\/png/g)).toHaveLength(2);
    expect(text.match(/这张图片不能装进文件/g)).toHaveLength(2);
  });
});

describe('Markdown', () => {
  test('in one file: head, articles, notes', async () => {
    const text = await readText(bindMarkdownFile(facts));
    expect(text).toMatch(/^---\ntitle: "港口 & <旧闻>"\nsite: "码头旧报"\nexported: 2026-05-05\n/);
    expect(text).toContain('# 第1号文章\n\n示例社 · 2022年4月1日 14:00');
    expect(text).toContain('![一](https://p.example/one.png)\n\n*图注一*');
    // Markdown has no places to lead to: the number stays as a word.
    expect(text).toContain('文1\n');
    expect(text).toContain('[外](http://localhost:3000/a/aaaaaaaaaaaa)');
    expect(text).toContain('> [!quote] 2026-01-01\n> 原来的话\n\n我的话\n#要-紧');
    expect(text).toContain('*正文没有取到：服务器上没有这个文件。下面只有摘要。*');
  });

  test('in a folder: a file for each article, one for each picture', async () => {
    const zip = rememberZip();
    await make(bindMarkdownFolder(facts, zip, [...articles, lost]));
    expect([...zip.files.keys()].sort()).toEqual([
      '港口 & 旧闻/2022-04-01 第1号文章.md',
      '港口 & 旧闻/2022-04-01 第2号文章.md',
      '港口 & 旧闻/2022-04-02 第3号文章.md',
      '港口 & 旧闻/图片/1.png',
    ]);
    const text = String(zip.files.get('港口 & 旧闻/2022-04-01 第1号文章.md'));
    expect(text).toMatch(/^---\ntitle: "第1号文章"\ndate: 2022-04-01T14:00:00\nsource: "示例社"\n/);
    expect(text).toContain('tags:\n  - "旧-闻"\n  - "船"\n---\n\n# 第1号文章');
    expect(text).toContain('![一](图片/1.png)');
    expect(text).toContain('图注二');
  });
});

test('what could not be had is told by article and reason; a picture is asked for once', async () => {
  const { articles: count, missing } = await make(
    bindMarkdownFolder(facts, rememberZip(), [...articles, lost]),
  );
  const reason = '服务器上已经没有这个文件。';
  expect(count).toBe(2);
  expect(asked.filter((address) => address.endsWith('.png'))).toHaveLength(2);
  expect(missing).toEqual([
    { id: 'id0001', title: '第1号文章', pictures: 1, reason },
    { id: 'id0002', title: '第2号文章', pictures: 1, reason },
    { id: 'id0003', title: '第3号文章', reason: '服务器上没有这个文件。' },
  ]);
});

test('saved copies are read before the host is asked', async () => {
  const match = async (request: RequestInfo | URL) => {
    if (String(request).endsWith('one.png')) return new Response(new Uint8Array(buildPng('one')));
    return undefined;
  };
  await make(bindMarkdownFolder(facts, rememberZip(), articles), {
    cache: { match },
    summaries: articles,
  });
  expect(asked.some((address) => address.endsWith('one.png'))).toBe(false);
  expect(asked.some((address) => address.endsWith('lost.png'))).toBe(true);
});

test('notes alone ask for nothing', async () => {
  const text = await readText(bindMarkdownFile(facts), { isNotesOnly: true });
  expect(asked).toEqual([]);
  expect(text).toContain('# 第1号文章');
  expect(text).toContain('> 原来的话');
  expect(text).not.toContain('正文没有取到');
});

test('words come in the script that the reader has chosen, code as it is', async () => {
  const change = { summaries: articles, convert: (text: string) => text.replaceAll('图', '圖') };
  const text = await readText(bindMarkdownFile(facts), change);
  expect(text).toContain('*圖注一*');
  expect(text).not.toContain('*图注一*');
});

test('cancelled, it ends and asks for no more', async () => {
  const controller = new AbortController();
  const binder = bindMarkdownFile(facts);
  const many = Array.from({ length: 50 }, (_, n) => buildSummary(n + 100, '港口'));
  const addChapter = binder.addChapter;
  binder.addChapter = async (...chapter) => {
    controller.abort();
    return addChapter(...chapter);
  };
  await expect(make(binder, { summaries: many }, controller.signal)).rejects.toThrow('aborted');
  expect(asked.length).toBeLessThan(10);
});

test.each([
  ['a/b:c*?"<>|\\', 'a b c'],
  ['..隐藏. ', '隐藏'],
  ['CON', 'CON_'],
  ['', '_'],
  ['长'.repeat(200), '长'.repeat(70)],
])('%s is a name for a file', (text, name) => expect(buildFileName(text)).toBe(name));

test('equal names get numbers', () => {
  const giveName = createNamer();
  expect(['a', 'A', 'b', 'a'].map(giveName)).toEqual(['a', 'A 2', 'b', 'a 3']);
});
