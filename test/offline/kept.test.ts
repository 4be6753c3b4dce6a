/**
 * What is the reader's own goes by the reader's word alone: not because a store was emptied, damaged, or written by
 * a later version.
 */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findRow } from './findRow.ts';
import { findLies, readStore, readTitles } from './inspectStore.ts';
import { deleteSavedCaches } from './savedCaches.ts';
import { type Reader, setUpOffline } from './setUpOffline.ts';
import { buildSentence, buildTitle, fiveArticles, savedCategory } from './writeOfflineContent.ts';

const world = setUpOffline('five', fiveArticles);
const address = `c/${encodeURI(savedCategory)}`;
const RESTORED = '已从备份里恢复';

async function bookmark({ page }: Reader, article: number): Promise<void> {
  await findRow(page, article).click();
  await page.locator('.article-body').getByText(buildSentence(article)).waitFor();
  await page.getByRole('button', { name: '收藏', pressed: false }).click();
  await page.locator('.save-status').getByText('已可离线阅读').waitFor();
}

/** Opens another page of the same origin, which is none of the reader's. */
async function openNeighbour({ context }: Reader): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${world.server.url}icon.svg`);
  return page;
}

/** Texts under keys of bookmarks, but for those that say that one was removed. */
function readTexts(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(
      Object.entries(localStorage).filter(
        ([key, text]) => key.startsWith('cangbao:bookmark:') && !text.includes('removedAt'),
      ),
    ),
  );
}

test('another page empties localStorage while a reader is open: all is back at once, and it is told', async () => {
  const reader = await world.newReader();
  await reader.open(address);
  await bookmark(reader, 4);
  const before = await readTexts(reader.page);
  const neighbour = await openNeighbour(reader);
  await neighbour.evaluate(() => localStorage.clear());
  await reader.page.getByText(RESTORED).waitFor();
  expect(await readTexts(reader.page)).toEqual(before);
  await reader.open('saved');
  await findRow(reader.page, 4).waitFor();
  const titles = [buildTitle(4)];
  expect(await readTitles(reader.page)).toEqual({ mirror: titles, saved: titles });
  expect(findLies(await readStore(reader.page))).toEqual([]);
});

test('a damaged bookmark comes back from the mirror, one of a later version stays; neither costs a copy', async () => {
  const reader = await world.newReader();
  await reader.open(address);
  await bookmark(reader, 4);
  await bookmark(reader, 3);
  const keys = Object.entries(await readTexts(reader.page));
  const later = '{"v":99,"bookmarkedAt":"2040-01-01T00:00:00Z"}';
  const findKey = (title: string) => keys.find(([, text]) => text.includes(title))?.[0] ?? '';
  const [damagedKey, laterKey] = [findKey(buildTitle(4)), findKey(buildTitle(3))];
  await reader.page.goto(`${world.server.url}icon.svg`);
  await reader.page.evaluate(
    ([damaged = '', key = '', text = '']) => {
      localStorage.setItem(damaged, '{"v":1,"title":');
      localStorage.setItem(key, text);
    },
    [damagedKey, laterKey, later],
  );
  await reader.open('saved');
  await reader.page.getByText(RESTORED).waitFor();
  await findRow(reader.page, 4).waitFor();
  const texts = await reader.page.evaluate(() => ({ ...localStorage }));
  expect(texts[laterKey]).toBe(later);
  expect(texts[`cangbao:damaged:${damagedKey}`]).toBe('{"v":1,"title":');
  // After the next start, too.
  await reader.open('offline');
  await reader.page.getByText('2 篇', { exact: false }).first().waitFor();
  const titles = [buildTitle(3), buildTitle(4)];
  expect(await readTitles(reader.page)).toEqual({ mirror: titles, saved: titles });
});

test('what the reader removes is gone everywhere, in other tabs and after the next start', async () => {
  const reader = await world.newReader();
  await reader.open(address);
  await bookmark(reader, 4);
  const other = await reader.open('saved', await reader.context.newPage());
  await findRow(other, 4).waitFor();
  await reader.page.getByRole('button', { name: '收藏', pressed: true }).click();
  await findRow(other, 4).waitFor({ state: 'detached' });
  await expect.poll(() => readTitles(other)).toEqual({ mirror: [], saved: [] });
  await reader.open('saved');
  await reader.page.getByText('共 0 篇收藏').waitFor();
  await expect.poll(() => readTitles(reader.page)).toEqual({ mirror: [], saved: [] });
  expect(await readTexts(reader.page)).toEqual({});
});

test('what an earlier version has saved in its one cache is read, and goes when it is removed', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open(address);
  await bookmark(reader, 3);
  await bookmark(reader, 4);
  const before = await readStore(page);
  await page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('cangbao-saved#'));
    const first = await caches.open('cangbao-saved');
    for (const name of names) {
      const cache = await caches.open(name);
      for (const key of await cache.keys())
        await first.put(key, (await cache.match(key)) ?? new Response());
      await caches.delete(name);
    }
  });
  await world.goOffline();
  const own = before.records.find(({ summary }) => summary.title === buildTitle(4));
  const other = before.records.find((record) => record !== own);
  await reader.open(`a/${own?.id}`);
  await page.locator('.article-body').getByText(buildSentence(4)).waitFor();
  await page.locator('.save-status').getByText('已可离线阅读').waitFor();
  expect((await readStore(page)).copies.sort()).toEqual(before.copies.sort());
  await page.getByRole('button', { name: '收藏', pressed: true }).click();
  await page.getByRole('button', { name: '知道了' }).click();
  await expect
    .poll(async () => (await readStore(page)).copies.sort())
    .toEqual([...(other?.addresses ?? [])].sort());
});

test('the cache is deleted while a page is open: a bookmark is saved all the same, and what is opened is mended', async () => {
  const reader = await world.newReader();
  await reader.open(address);
  await bookmark(reader, 4);
  const neighbour = await openNeighbour(reader);
  await deleteSavedCaches(neighbour);
  await bookmark(reader, 3);
  const { records, copies } = await readStore(reader.page);
  const own = records.find(({ summary }) => summary.title === buildTitle(3));
  expect(copies.sort()).toEqual([...(own?.addresses ?? [])].sort());
  // The other one says so, and is mended, as soon as it is opened.
  await findRow(reader.page, 4).click();
  await expect.poll(async () => findLies(await readStore(reader.page))).toEqual([]);
  await expect
    .poll(
      async () =>
        (await readStore(reader.page)).records.filter(({ text }) => text.state === 'saved').length,
    )
    .toBe(2);
});

test('what waits counts neither as saved nor as checked', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open(address);
  await bookmark(reader, 4);
  // The host is silent: all that is saved now goes on waiting.
  world.server.setFault((path) => (path.includes('/articles/') ? { delay: 60_000 } : undefined));
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '开始保存' }).click();
  await page.getByText('正在保存 0/4 篇').waitFor();
  await page.getByRole('button', { name: '暂停' }).click();
  world.server.setFault();
  await page.getByRole('link', { name: '离线', exact: true }).click();
  await page.getByText(/^1 篇，[\d.]+ \w+，等待 4 篇$/).waitFor();
  await page.getByRole('button', { name: '检查', exact: true }).click();
  await page.getByText('检查了 1 篇，全部完好。还有 4 篇等待保存，没有检查。').waitFor();
});

async function saveCategory({ page }: Reader): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '开始保存' }).click();
  const isWhole = ({ savedAt }: { savedAt?: string }) => savedAt !== undefined;
  await expect
    .poll(async () => (await readStore(page)).records.filter(isWhole).length, { timeout: 30_000 })
    .toBe(5);
}

test('a saved category loses its database and not its copies: records and list are made anew, and it is told', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open(address);
  await saveCategory(reader);
  const before = await readStore(page);
  await page.goto(`${world.server.url}icon.svg`);
  await page.evaluate(
    () =>
      new Promise((done) => {
        indexedDB.deleteDatabase('cangbao').onsuccess = done;
      }),
  );
  world.server.requests.length = 0;
  await reader.open('offline');
  await page.getByText('已从留下的文章里重建').waitFor();
  await page.getByText(/^5 篇，/).waitFor();
  const after = await readStore(page);
  expect(findLies(after)).toEqual([]);
  expect(after.copies.sort()).toEqual(before.copies.sort());
  expect(after.pages.sort()).toEqual([...new Set(before.pages)].sort());
  expect(world.server.requests.filter((path) => path.includes('/articles/'))).toEqual([]);
  await world.goOffline();
  await reader.open(address);
  await findRow(reader.page, 4).click();
  await reader.page.locator('.article-body').getByText(buildSentence(4)).waitFor();
});

test('the database is deleted while a page is open: it is told, and the next page goes on', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open(address);
  await bookmark(reader, 4);
  const neighbour = await openNeighbour(reader);
  await neighbour.evaluate(
    () =>
      new Promise((done) => {
        indexedDB.deleteDatabase('cangbao').onsuccess = done;
      }),
  );
  await page.getByText('保存离线文章的数据库关闭了').waitFor();
  await findRow(page, 3).click();
  await page.locator('.article-body').getByText(buildSentence(3)).waitFor();
  await page.getByRole('button', { name: '收藏', pressed: false }).click();
  await page.getByRole('button', { name: '重新打开' }).click();
  await page.locator('.save-status').getByText('已可离线阅读').waitFor();
  const titles = [buildTitle(3), buildTitle(4)];
  await expect.poll(() => readTitles(page)).toEqual({ mirror: titles, saved: titles });
});

test('what is pressed after the database was closed is not done, without an error and without a false word', async () => {
  const reader = await world.newReader();
  const { page, troubles } = reader;
  await reader.open(address);
  await bookmark(reader, 4);
  // The host is silent: something is being saved all the time.
  world.server.setFault((path) => (path.includes('/articles/') ? { delay: 60_000 } : undefined));
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '开始保存' }).click();
  await page.getByText('正在保存 0/4 篇').waitFor();
  await page.getByRole('link', { name: '离线', exact: true }).click();
  await page.locator('summary').filter({ hasText: '示例报－財經' }).click();
  const neighbour = await openNeighbour(reader);
  await neighbour.evaluate(() => void indexedDB.deleteDatabase('cangbao'));
  await page.getByText('保存离线文章的数据库关闭了').waitFor();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.getByRole('button', { name: '检查', exact: true }).click();
  await page
    .getByRole('button', { name: /^删除《/ })
    .first()
    .click();
  await page.getByRole('button', { name: '全部删除' }).click();
  await page.getByRole('button', { name: '真的全部删除？' }).click();
  await page.waitForTimeout(1000);
  expect(await page.getByRole('region', { name: '保存进度' }).count()).toBe(0);
  expect(troubles).toEqual([]);
});
