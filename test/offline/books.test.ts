/**
 * Books out of a browser. Without a network they are made of saved copies. `npm run drill -- books` makes one of each
 * kind of selection, horizontal and vertical, and asks epubcheck; where it isn't installed that is said.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { checkEpub, hasEpubcheck } from '../books/checkEpub.ts';
import { isDrill } from '../support/isDrill.ts';
import { readZip } from '../support/readZip.ts';
import { exportBook, findDialog, openChooser } from './exportBook.ts';
import { findRow } from './findRow.ts';
import { setUpOffline } from './setUpOffline.ts';
import { buildSentence, buildTitle, savedCategory } from './writeOfflineContent.ts';

const world = setUpOffline();
async function bookmark(page: Page, article: number): Promise<void> {
  await findRow(page, article).click();
  await page.locator('.article-body').getByText(buildSentence(article)).waitFor();
  await page.getByRole('button', { name: '收藏', pressed: false }).click();
  await page.locator('.save-status').getByText('已可离线阅读').waitFor();
}

test('without a network, a book is made of the saved copies', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open();
  await bookmark(page, 39);
  await bookmark(page, 38);
  await reader.open('saved');
  await openChooser(page);
  // Whatever comes with the first export has come by now.
  await exportBook(page);
  await findDialog(page).getByRole('button', { name: '导出别的' }).click();
  await world.goOffline();
  const files = readZip(await readFile(await exportBook(page)));
  const names = files.map(({ name }) => name);
  expect(names.filter((name) => name.startsWith('OEBPS/a-'))).toHaveLength(2);
  // 38 has two pictures; the only one of 39 may be shown and not be read.
  expect(names.filter((name) => /\/p-\d\.png$/.test(name))).toHaveLength(2);
  const text = files.map(({ content }) => content.toString()).join();
  expect(text).toContain(buildSentence(39));
  await findDialog(page)
    .getByText(`《${buildTitle(39)}》的 1 张图片：`)
    .waitFor();
});

const selections: [name: string, open: (page: Page) => Promise<void>][] = [
  [
    'a category',
    async (page) => {
      await page.goto(`${world.server.url}c/${encodeURI(savedCategory)}`);
      await openChooser(page);
    },
  ],
  [
    'a selection',
    async (page) => {
      await page.goto(world.server.url);
      await openChooser(page);
      await findDialog(page).getByText('只导出选中的几篇').click();
      for (const row of [1, 2, 5, 40])
        await findDialog(page).getByRole('checkbox').nth(row).check();
    },
  ],
  [
    'the bookmarks',
    async (page) => {
      await page.goto(world.server.url);
      await bookmark(page, 38);
      await bookmark(page, 37);
      await page.goto(`${world.server.url}saved`);
      await openChooser(page);
    },
  ],
  [
    'a search result',
    async (page) => {
      await page.goto(`${world.server.url}search?q=${encodeURIComponent('号离线文章')}`);
      await page.getByText('筛选', { exact: true }).click();
      await openChooser(page);
    },
  ],
  [
    'the articles of notes',
    async (page) => {
      await page.goto(`${world.server.url}c/${encodeURI(savedCategory)}`);
      const row = findRow(page, 36);
      const id = (await row.getAttribute('href'))?.split('/').at(-1) ?? '';
      await page.evaluate(leaveNote, [id, buildTitle(36), buildSentence(36)] as const);
      await page.goto(`${world.server.url}notes`);
      await openChooser(page);
      await findDialog(page).getByText('只要笔记').click();
    },
  ],
];

/** Puts a note where the app keeps the second copy of each. */
function leaveNote([articleId, articleTitle, exact]: readonly [string, string, string]): void {
  const now = new Date().toISOString();
  const note = {
    ...{ v: 1, id: 'n1', articleId, articleTitle, color: 'yellow', text: '我的 & 话', tags: [] },
    ...{ quote: { exact, prefix: '', suffix: '' }, position: { start: 0, end: exact.length } },
    ...{ createdAt: now, changedAt: now },
  };
  localStorage.setItem(`cangbao:note:${note.id}`, JSON.stringify(note));
}

test.runIf(isDrill).each(selections)('epubcheck: %s', { timeout: 600_000 }, async (_name, open) => {
  const reader = await world.newReader();
  await open(reader.page);
  for (const writing of ['横排', '竖排']) {
    await findDialog(reader.page).getByRole('radio', { name: writing }).check();
    const file = await exportBook(reader.page, 120_000);
    const pages = readZip(await readFile(file)).filter(({ name }) => name.includes('/a-'));
    expect(pages.length).toBeGreaterThan(0);
    if (hasEpubcheck()) expect(checkEpub(file)).toEqual([]);
    else process.stdout.write('epubcheck is not installed: nothing was asked\n');
    await findDialog(reader.page).getByRole('button', { name: '导出别的' }).click();
  }
});
