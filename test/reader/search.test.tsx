// @vitest-environment jsdom
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { forgetSearchService } from '../../src/reader/search/findSearchService.ts';
import { buildSearchable, makeFolder, type Searchable } from '../search/setUpSearch.ts';
import { renderReader, setUpReader, setWidth } from './setUpReader.tsx';

setUpReader();

let archive: Searchable;
/** Paths that the host does not answer. */
let broken: RegExp | undefined;
const removals: (() => void)[] = [];

beforeAll(async () => {
  const scratch = makeFolder((remove) => removals.push(remove));
  archive = await buildSearchable(scratch, resolve(import.meta.dirname, '../../content'));
});
afterAll(() => {
  for (const remove of removals) remove();
});
beforeEach(() => {
  forgetSearchService();
  broken = undefined;
  vi.stubGlobal('fetch', async (address: string) => {
    const path = address.replace(/^\//, '');
    if (broken?.test(path)) throw new TypeError('Failed to fetch');
    const bytes = await readFile(join(archive.outDir, path)).catch(() => undefined);
    return bytes ? new Response(bytes) : new Response('', { status: 404 });
  });
});

/** A word of the sample that some of its articles hold, and which. */
const WORD = '公里';
const findTitles = () =>
  archive.articles
    .filter(({ title, html }) => (title + html.replace(/<[^>]*>/g, '')).includes(WORD))
    .map(({ title }) => title)
    .sort();

async function findRows(): Promise<string[]> {
  const list = await screen.findByRole('list', { name: '文章列表' });
  await waitFor(() => expect(list.querySelectorAll('.bone')).toHaveLength(0));
  return within(list)
    .getAllByRole('link')
    .map((link) => link.textContent ?? '')
    .sort();
}

test('one types, and finds the articles that hold the word, marked in a piece of their text', async () => {
  const titles = findTitles();
  expect(titles.length).toBeGreaterThan(0);
  renderReader('/search');
  await userEvent.type(await screen.findByRole('searchbox', { name: '搜索文章' }), WORD);
  expect(await screen.findByText(`共 ${titles.length} 篇`)).toBeTruthy();
  expect(await findRows()).toEqual(titles);
  expect(window.location.search).toBe(`?q=${encodeURIComponent(WORD)}`);
  const marks = [...document.querySelectorAll('mark')].map((mark) => mark.textContent);
  expect(new Set(marks)).toEqual(new Set([WORD]));
});

test('an order that is chosen before the pause of typing is over stays', async () => {
  renderReader(`/search?q=${encodeURIComponent(WORD)}`);
  await findRows();
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: `${WORD} 中国` } });
  fireEvent.change(screen.getByRole('combobox', { name: '排序' }), { target: { value: 'oldest' } });
  await waitFor(() =>
    expect(Object.fromEntries(new URLSearchParams(window.location.search))).toEqual({
      q: `${WORD} 中国`,
      sort: 'oldest',
    }),
  );
});

test('nothing is searched for before an input method has composed', async () => {
  renderReader('/search');
  const box = await screen.findByRole('searchbox');
  fireEvent.compositionStart(box);
  fireEvent.input(box, { target: { value: 'gong li' }, isComposing: true });
  await act(() => new Promise((resolve) => setTimeout(resolve, 400)));
  expect(window.location.search).toBe('');
  fireEvent.input(box, { target: { value: WORD }, isComposing: true });
  fireEvent.compositionEnd(box);
  await waitFor(() => expect(window.location.search).toBe(`?q=${encodeURIComponent(WORD)}`));
});

test('the address holds the whole question', async () => {
  const inTitle = archive.articles.find(({ title }) => title.length > 4);
  if (!inTitle) throw new Error('an article with a title');
  const word = inTitle.title.slice(0, 3);
  renderReader(`/search?q=${encodeURIComponent(`标题:"${word}"`)}&sort=oldest`);
  expect(await findRows()).toContain(inTitle.title);
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe(`标题:"${word}"`);
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: '排序' }).value).toBe('oldest');
});

test('what is nowhere is not found, and that is said', async () => {
  renderReader('/search?q=%E9%BE%98%E9%BE%98%E9%BE%98');
  expect(await screen.findByText('没有找到。')).toBeTruthy();
  expect(screen.getByText('共 0 篇')).toBeTruthy();
});

test('without network the search says so, and can be tried again', async () => {
  broken = /search\/plan/;
  renderReader(`/search?q=${WORD}`);
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('搜索没有完成');
  broken = undefined;
  await userEvent.click(within(alert).getByRole('button', { name: '重试' }));
  expect(await findRows()).toEqual(findTitles());
});

test('a part of the index that is out of reach is said', async () => {
  broken = /search\/\d+\.bin/;
  renderReader(`/search?q=${WORD}`);
  expect((await screen.findByRole('alert')).textContent).toContain(`“${WORD}”的结果可能不全`);
});

test('an archive without index says that it has none', async () => {
  vi.stubGlobal('fetch', async (address: string) => {
    const path = address.replace(/^\//, '');
    if (path.startsWith('archive/search')) return new Response('', { status: 404 });
    return new Response(await readFile(join(archive.outDir, path)));
  });
  renderReader(`/search?q=${WORD}`);
  expect((await screen.findByRole('alert')).textContent).toContain('没有带上搜索索引');
});

test('an article opened from the search has its hits marked, and leads from one to the next', async () => {
  setWidth(412);
  renderReader(`/search?q=${WORD}`);
  const list = await screen.findByRole('list', { name: '文章列表' });
  await userEvent.click((await within(list).findAllByRole('link'))[0] as HTMLElement);
  const hits = await screen.findByRole('group', { name: '搜索命中' });
  expect(window.location.search).toBe(`?q=${encodeURIComponent(WORD)}`);
  const marks = () => [...document.querySelectorAll('.article-body mark.search-hit')];
  expect(new Set(marks().map((mark) => mark.textContent))).toEqual(new Set([WORD]));
  const count = marks().length;
  expect(hits.querySelector('.hit-count')?.textContent).toBe(`1 / ${count}`);
  expect(marks()[0]?.classList.contains('search-current')).toBe(true);
  await userEvent.click(within(hits).getByRole('button', { name: '上一处' }));
  expect(hits.querySelector('.hit-count')?.textContent).toBe(`${count} / ${count}`);
  await userEvent.click(within(hits).getByRole('button', { name: '不再标出' }));
  await waitFor(() => expect(marks()).toHaveLength(0));
  await userEvent.click(screen.getByRole('link', { name: '返回' }));
  expect(await screen.findByRole('searchbox')).toBeTruthy();
});

test('“/” leads to the search box', async () => {
  renderReader('/');
  await screen.findByRole('list', { name: '文章列表' });
  await userEvent.keyboard('/');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('searchbox')));
});

test('one types on beside an open article, and keeps the focus', async () => {
  renderReader(`/search?q=${WORD}`);
  const list = await screen.findByRole('list', { name: '文章列表' });
  await userEvent.click((await within(list).findAllByRole('link'))[0] as HTMLElement);
  await screen.findByRole('group', { name: '搜索命中' });
  const box = screen.getByRole('searchbox');
  await userEvent.type(box, '，');
  await waitFor(() => expect(window.location.pathname).toBe('/search'));
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(document.activeElement).toBe(box);
});

const build = (text: string, more = '') => `/search?q=${encodeURIComponent(text)}${more}`;

/** Two words that some article's title holds, and no text one behind the other. */
function findApart(): { words: [string, string]; title: string } {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  for (const { title } of archive.articles) {
    const words = [...segmenter.segment(title)].map(({ segment }) => segment);
    const [first, , second] = words.filter((word) => /^\p{Script=Han}{2,}$/u.test(word));
    const isApart = !archive.articles.some((each) =>
      (each.title + each.html).includes(`${first}${second}`),
    );
    if (first && second && isApart) return { words: [first, second], title };
  }
  throw new Error('a title of three words');
}

test('what is nowhere as it was typed is found by its words, which is said, and they are marked', async () => {
  const { words, title } = findApart();
  renderReader(build(words.join('')));
  expect(await findRows()).toContain(title);
  expect(screen.getByText(/^没有连在一起的/).textContent).toContain(`“${words.join('')}”，按 `);
  const marks = [...document.querySelectorAll('mark')].map((mark) => mark.textContent);
  expect(marks).toContain(words[0]);
  const link = screen.getByRole('link', { name: title });
  expect(new URL(link.getAttribute('href') ?? '', 'http://x').searchParams.get('q')).toContain(' ');
});

test('a near miss is offered, and is found by a press', async () => {
  renderReader(build('公理', '&sort=newest'));
  await userEvent.click(await screen.findByRole('link', { name: WORD }));
  expect(await findRows()).toEqual(findTitles());
  expect(window.location.search).toContain('sort=newest');
});

test('each row says how many hits its article has', async () => {
  renderReader(build(WORD));
  await findRows();
  const [article] = archive.articles.filter(({ title }) => findTitles().includes(title));
  const text = `${article?.title}${article?.html.replace(/<[^>]*>/g, '')}`;
  const row = screen.getByRole('link', { name: article?.title ?? '' }).closest('.row');
  expect(row?.textContent).toContain(`${text.split(WORD).length - 1} 处`);
});

test('filters are chips that are there after Back; one taken away hands the focus to the status', async () => {
  setWidth(412);
  const { source } = archive.articles.find(({ title }) => findTitles().includes(title)) ?? {};
  renderReader(build(WORD, `&source=${encodeURIComponent(source ?? '')}&from=2000-01-01`));
  const list = await screen.findByRole('list', { name: '文章列表' });
  await userEvent.click((await within(list).findAllByRole('link'))[0] as HTMLElement);
  await userEvent.click(await screen.findByRole('link', { name: '返回' }));
  const chips = await screen.findByRole('list', { name: '正在用的筛选条件' });
  await userEvent.click(within(chips).getByRole('button', { name: /^去掉筛选条件：日期/ }));
  await waitFor(() => expect(window.location.search).not.toContain('from='));
  expect(window.location.search).toContain('source=');
  expect(document.activeElement).toBe(document.querySelector('.list-head [role=status]'));
  await userEvent.click(screen.getByRole('button', { name: '清除筛选' }));
  await waitFor(() => expect(window.location.search).toBe(`?q=${encodeURIComponent(WORD)}`));
  expect(screen.queryByRole('list', { name: '正在用的筛选条件' })).toBeNull();
  expect(document.activeElement).toBe(document.querySelector('.list-head [role=status]'));
});

test('a month of the strip hands the focus to the status', async () => {
  renderReader(build('的'));
  await findRows();
  const strip = screen.getByRole('group', { name: '按月份跳转' });
  const [month] = within(strip).getAllByRole('button');
  // jsdom knows no pointer that could be captured.
  fireEvent.click(month as HTMLElement);
  await waitFor(() => expect(window.location.search).toContain('from='));
  const status = document.querySelector('.list-head [role=status]');
  expect(document.activeElement).toBe(status);
  await waitFor(() => expect(status?.textContent).toMatch(/^共 \d+ 篇$/));
});

test('filters that leave nothing say how many there are without them', async () => {
  renderReader(build(WORD, '&from=2100-01-01'));
  expect(await screen.findByText(`去掉筛选条件有 ${findTitles().length} 篇。`)).toBeTruthy();
});

test('a date that is none is said', async () => {
  renderReader(build(`${WORD} 日期:昨天`));
  expect(await screen.findByText('“昨天”不是看得懂的日期，没有按它筛选。')).toBeTruthy();
  expect(await findRows()).toEqual(findTitles());
});

test('the Enter that ends a composition in Safari sends nothing', async () => {
  renderReader('/search');
  const box = await screen.findByRole('searchbox');
  const isSent = (keyCode: number) => fireEvent.keyDown(box, { key: 'Enter', keyCode });
  expect(isSent(229)).toBe(false);
  expect(isSent(13)).toBe(true);
});
