/** Articles are taken along as a file: by mouse, touch and keyboard; cancelled; with what can't be had said. */
import { readFile } from 'node:fs/promises';
import { JSDOM } from 'jsdom';
import type { Download, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { checkEpub, hasEpubcheck } from '../books/checkEpub.ts';
import { checkStructure } from '../books/checkStructure.ts';
import { isDrill } from '../support/isDrill.ts';
import { readZip } from '../support/readZip.ts';
import { findOnPage, hasFocus } from './findOnPage.ts';
import { findViolations } from './findViolations.ts';
import { tabTo } from './keyboardReader.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';

const journey = setUpJourney();
const CHANNEL = '金融/新浪财经/新浪财经－国內';

beforeAll(() => {
  globalThis.DOMParser = new JSDOM('').window.DOMParser;
});

const findButton = (page: Page) => page.getByRole('button', { name: '导出', exact: true });
const findDialog = (page: Page) => page.getByRole('dialog', { name: '导出' });
const findItem = (page: Page, name: string) =>
  findDialog(page).getByRole('menuitem', { name, exact: true });

async function openChooser(page: Page): Promise<void> {
  await findButton(page).click();
  await findItem(page, 'EPUB').waitFor();
}

async function readEpub(download: Download): Promise<Map<string, string | Blob>> {
  const files = readZip(await readFile(await download.path()));
  return new Map(
    files.map(({ name, content }) => [
      name,
      /\.(?:jpg|png)$/.test(name) ? new Blob([new Uint8Array(content)]) : content.toString(),
    ]),
  );
}

/** What the file is called. A browser in a system without Chinese gives the download itself another name. */
async function waitForName(page: Page, name: RegExp): Promise<void> {
  const told = new RegExp(`^已导出：${name.source}`);
  await findDialog(page).getByRole('status').getByText(told).waitFor();
}

function listChapters(files: Map<string, unknown>): string[] {
  return [...files.keys()].filter((name) => name.startsWith('OEBPS/a-'));
}

test('by mouse: a month of a channel becomes a book with its pictures', async () => {
  const page = await journey.visit(`c/${encodeURI(CHANNEL)}`);
  await openChooser(page);
  const month = findDialog(page).getByRole('combobox', { name: '月份' });
  const [, , option] = await month.getByRole('option').allTextContents();
  const count = Number(/（(\d+) 篇）/.exec(option ?? '')?.[1]);
  await month.selectOption({ label: option ?? '' });
  expect(await findViolations(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    findItem(page, 'EPUB').click(),
  ]);
  await waitForName(page, /新浪财经－国內 \d{4}年\d+月 \d{4}-\d\d-\d\d\.epub$/);
  const files = await readEpub(download);
  expect(await checkStructure(files)).toEqual([]);
  if (isDrill && hasEpubcheck()) expect(checkEpub(await download.path())).toEqual([]);
  expect(listChapters(files)).toHaveLength(count);
  await findDialog(page).getByText(`${count} 篇，`).waitFor();
  expect(await findViolations(page)).toEqual([]);
});

test('by keyboard: arrows choose the form, the focus goes on, Escape leads back', async () => {
  const page = await journey.visit('');
  await tabTo(page, findButton(page));
  await page.keyboard.press('Enter');
  await findItem(page, 'EPUB').waitFor();
  await tabTo(page, findItem(page, 'EPUB'));
  await page.keyboard.press('ArrowDown');
  expect(await hasFocus(findItem(page, 'Markdown'))).toBe(true);
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.keyboard.press('Enter'),
  ]);
  await waitForName(page, /全部文章 .*\.md$/);
  const text = await readFile(await download.path(), 'utf8');
  for (const { title } of journey.archive.articles)
    expect(text).toContain(title.replace(/[[\]*_<>]/g, '\\$&'));
  const again = findDialog(page).getByRole('button', { name: '再下载一次' });
  await eventually(() => hasFocus(again)).toBe(true);
  await page.keyboard.press('Escape');
  await eventually(() => hasFocus(findButton(page))).toBe(true);
});

test('by touch: a few articles are chosen, and come as one page', async () => {
  const page = await journey.visit('', { size: 'phone', hasTouch: true });
  await page.getByRole('button', { name: '更多' }).tap();
  await findButton(page).tap();
  await findDialog(page).getByText('只导出选中的几篇').tap();
  const list = findDialog(page).getByRole('list', { name: '要导出的文章' });
  await list.getByRole('checkbox').first().waitFor();
  expect(await findItem(page, 'HTML').getAttribute('aria-disabled')).toBe('true');
  await list.getByRole('checkbox').nth(1).tap();
  await list.getByRole('checkbox').nth(2).tap();
  await findDialog(page).getByText(`已选 2 / ${journey.archive.articles.length} 篇`).waitFor();
  expect(await findViolations(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    findItem(page, 'HTML').tap(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.match(/<article /g)).toHaveLength(2);
});

test('it says how far it is, and can be cancelled', async () => {
  const page = await journey.visit('');
  await openChooser(page);
  journey.server.setFault((path) => (path.includes('/articles/') ? { delay: 400 } : undefined));
  let downloads = 0;
  page.on('download', () => (downloads += 1));
  await findItem(page, 'EPUB').click();
  const all = journey.archive.articles.length;
  await findDialog(page)
    .getByText(new RegExp(`^[1-9]\\d* / ${all} 篇$`))
    .waitFor();
  expect(await findDialog(page).getByRole('progressbar').getAttribute('max')).toBe(String(all));
  expect(await findViolations(page)).toEqual([]);
  await findDialog(page).getByRole('button', { name: '取消导出' }).click();
  await findDialog(page).getByRole('status').getByText('导出已取消。').waitFor();
  await eventually(() => hasFocus(findItem(page, 'EPUB'))).toBe(true);
  const asked = journey.server.requests.length;
  await page.waitForTimeout(800);
  // What was on its way is given up, and nothing follows it.
  expect(journey.server.requests.length).toBe(asked);
  expect(await findItem(page, 'EPUB').isVisible()).toBe(true);
  expect(downloads).toBe(0);
});

test('closed, it goes on; what could not be had is said, and is in the book', async () => {
  const page = await journey.visit(`c/${encodeURI(CHANNEL)}`, { mayFail: /articles/ });
  const [lost] = journey.archive.listArticles(CHANNEL);
  await openChooser(page);
  journey.server.setFault((path) =>
    path.includes(`/articles/${lost?.id}`) ? { status: 500 } : { delay: 30 },
  );
  const waiting = page.waitForEvent('download', { timeout: 60_000 });
  await findItem(page, 'EPUB').click();
  await page.keyboard.press('Escape');
  await findDialog(page).waitFor({ state: 'detached' });
  const files = await readEpub(await waiting);
  expect(await checkStructure(files)).toEqual([]);
  expect(files.get(`OEBPS/a-${lost?.id}.xhtml`)).toContain('正文没有取到');
  await findButton(page).click();
  await findDialog(page).getByText(`《${lost?.title}》的正文：网络不通`).waitFor();
  expect(await findViolations(page)).toEqual([]);
  await findDialog(page).getByRole('button', { name: '导出别的' }).click();
  await findItem(page, 'EPUB').waitFor();
});

test('a part of the program that can not be had is said, and can be asked for again', async () => {
  const page = await journey.visit(`c/${encodeURI(CHANNEL)}`, {
    mayFail: /lists|zipWorker|articles/,
  });
  await openChooser(page);
  journey.server.setFault((path) => (/assets\/zipWorker/.test(path) ? 'close' : undefined));
  await findItem(page, 'EPUB').click();
  await findDialog(page).getByRole('alert').getByText('导出没有完成').waitFor();
  expect(await findViolations(page)).toEqual([]);
  journey.server.setFault();
  await findDialog(page).getByRole('button', { name: '重试' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    findItem(page, 'EPUB').click(),
  ]);
  expect(await checkStructure(await readEpub(download))).toEqual([]);
});

test('a search result comes as a table, too', async () => {
  const page = await journey.visit(`search?q=${encodeURIComponent('增长')}`);
  await findOnPage.row(page).first().waitFor();
  await page.getByText('筛选', { exact: true }).click();
  await openChooser(page);
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    findItem(page, 'CSV').click(),
  ]);
  await waitForName(page, /搜索 增长 .*\.csv$/);
  const rows = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(rows[0]).toContain('"date","title"');
  expect(rows.length).toBeGreaterThan(2);
});

test('chosen bookmarks come alone', async () => {
  const articles = journey.archive.articles.slice(0, 3);
  const titles = articles.map(({ title }) => title);
  // There before the page.
  const localStorage = articles.map(({ id, title, category, source, publishedAt, excerpt }) => {
    const bookmarkedAt = '2026-01-30T00:00:00.000Z';
    const bookmark = { v: 1, bookmarkedAt, title, category, source, publishedAt, excerpt };
    return { name: `cangbao:bookmark:${id}`, value: JSON.stringify(bookmark) };
  });
  const { origin } = new URL(journey.server.url);
  const storageState = { cookies: [], origins: [{ origin, localStorage }] };
  const page = await journey.visit('saved', { storageState });
  await page.getByRole('button', { name: '选择', exact: true }).click();
  for (const title of titles.slice(1))
    await page.getByRole('checkbox', { name: `选择 ${title}`, exact: true }).check();
  const bar = page.getByRole('toolbar', { name: '选中的收藏' });
  await bar.getByRole('button', { name: '导出', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    findItem(page, 'HTML').click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.match(/<article /g)).toHaveLength(2);
  expect(text).not.toContain(titles[0]);
});
