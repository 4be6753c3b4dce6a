/**
 * The app's notes on what it keeps: each loss is told, and that something was removed is forgotten when it has gone.
 */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findRow } from './findRow.ts';
import { findLies, readStore } from './inspectStore.ts';
import { type Reader, setUpOffline } from './setUpOffline.ts';
import { buildSentence, fiveArticles, savedCategory } from './writeOfflineContent.ts';

const world = setUpOffline('five', fiveArticles);
const address = `c/${encodeURI(savedCategory)}`;

async function bookmark({ page }: Reader, article: number): Promise<void> {
  await findRow(page, article).click();
  await page.locator('.article-body').getByText(buildSentence(article)).waitFor();
  await page.getByRole('button', { name: '收藏', pressed: false }).click();
  await page.locator('.save-status').getByText('已可离线阅读').waitFor();
}

function emptyRecords(page: Page): Promise<unknown> {
  return page.evaluate(
    () =>
      new Promise((done) => {
        indexedDB.open('cangbao').onsuccess = ({ target }) => {
          const database = (target as IDBOpenDBRequest).result;
          const transaction = database.transaction('saved', 'readwrite');
          transaction.objectStore('saved').clear();
          transaction.oncomplete = done;
          database.close();
        };
      }),
  );
}

test('a start that finds two losses tells of both', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open(address);
  await bookmark(reader, 4);
  await page.goto(`${world.server.url}icon.svg`);
  await page.evaluate(() => localStorage.clear());
  await emptyRecords(page);
  await reader.open('offline');
  await page.getByText(/^1 篇，/).waitFor();
  await page.getByText('离线文章的记录被清除了').waitFor();
  await page.getByText('已从备份里恢复').waitFor();
  await page.getByRole('button', { name: '知道了' }).first().click();
  await page.getByRole('button', { name: '知道了' }).click();
  await page.getByText(/被清除了|已从备份里恢复/).waitFor({ state: 'detached' });
});

test('what was removed once and saved again is like any other: without its record it is not taken for removed', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open(address);
  await bookmark(reader, 4);
  await page.getByRole('button', { name: '收藏', pressed: true }).click();
  await page.locator('.save-status').waitFor({ state: 'detached' });
  // Until then it could be taken back, and the copies stand.
  await page.getByRole('button', { name: '知道了' }).click();
  await expect.poll(async () => (await readStore(page)).copies).toEqual([]);
  await page.getByRole('button', { name: '收藏', pressed: false }).click();
  await page.locator('.save-status').getByText('已可离线阅读').waitFor();
  await page.goto(`${world.server.url}icon.svg`);
  world.server.requests.length = 0;
  await emptyRecords(page);
  await reader.open('offline');
  await page.getByText(/^1 篇，/).waitFor();
  expect(world.server.requests.filter((path) => path.includes('/articles/'))).toEqual([]);
});

test('a list that is being saved stays pinned though the last saved article goes meanwhile', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open(address);
  await bookmark(reader, 4);
  // The list is pinned, and none of its articles is queued yet.
  world.server.setFault((path) => (path.includes('/ids-') ? { delay: 3000 } : undefined));
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '开始保存' }).click();
  await expect.poll(async () => (await readStore(page)).pages.length).toBe(1);
  await page.getByRole('button', { name: '收藏', pressed: true }).click();
  await page.locator('.save-status').waitFor({ state: 'detached' });
  await expect
    .poll(async () => (await readStore(page)).records.filter(({ savedAt }) => savedAt).length)
    .toBe(5);
  const stored = await readStore(page);
  expect(findLies(stored)).toEqual([]);
  expect(stored.pages).toHaveLength(1);
});
