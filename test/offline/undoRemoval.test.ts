/** What the reader has removed comes back without a network, as long as it can be taken back; then it is gone. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findRow } from './findRow.ts';
import { readStore } from './inspectStore.ts';
import { type Reader, setUpOffline } from './setUpOffline.ts';
import { buildSentence, buildTitle, fiveArticles, savedCategory } from './writeOfflineContent.ts';

const world = setUpOffline('five', fiveArticles);
const address = `c/${encodeURI(savedCategory)}`;
const title = buildTitle(4);

async function bookmark({ page }: Reader): Promise<void> {
  await findRow(page, 4).click();
  await page.locator('.article-body').getByText(buildSentence(4)).waitFor();
  await page.getByRole('button', { name: '收藏', pressed: false }).click();
  await page.locator('.save-status').getByText('已可离线阅读').waitFor();
}

async function openRows(page: Page): Promise<void> {
  await page.getByRole('link', { name: '离线', exact: true }).first().click();
  await page.locator('summary').filter({ hasText: '1 篇，' }).click();
}

const undo = (page: Page) => page.getByRole('button', { name: '撤销' }).click();

async function saveAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '开始保存' }).click();
  await page.getByText('5 篇已经保存').waitFor();
}

async function removeAll(page: Page): Promise<void> {
  await page.getByRole('link', { name: '离线', exact: true }).first().click();
  await page.getByRole('button', { name: '全部删除' }).click();
  await page.getByRole('button', { name: '真的全部删除？' }).click();
  await page.getByText('已删除 5 篇的离线内容。').waitFor();
}

test('a saved article whose copy was removed comes back whole, offline, for the next visit, too, and a bookmark with its copy', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open(address);
  await bookmark(reader);
  const before = await readStore(page);
  expect(before.copies.length).toBe(1 + fiveArticles.listPictures(4).length);
  await openRows(page);
  await world.goOffline();
  await page.getByRole('button', { name: `删除《${title}》的离线内容` }).click();
  await page.getByText('还没有保存文章').waitFor();
  expect((await readStore(page)).records).toEqual([]);
  await page.getByText('已删除 1 篇的离线内容。').waitFor();
  await undo(page);
  await expect.poll(async () => (await readStore(page)).records).toEqual(before.records);
  await reader.open(`a/${before.records[0]?.id}`);
  await page.locator('.article-body').getByText(buildSentence(4)).waitFor();
  expect((await readStore(page)).copies.sort()).toEqual(before.copies.sort());

  await page.getByRole('button', { name: '收藏', pressed: true }).click();
  await expect.poll(async () => (await readStore(page)).records).toEqual([]);
  await undo(page);
  await expect.poll(async () => (await readStore(page)).records).toEqual(before.records);
  await page.locator('.save-status').getByText('已可离线阅读').waitFor();
}, 120_000);

test('all that was removed comes back, its lists too; for good it goes when dismissed, or when the page is left', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open(address);
  await saveAll(page);
  const before = await readStore(page);
  await removeAll(page);
  await world.goOffline();
  await undo(page);
  await expect.poll(async () => (await readStore(page)).records).toEqual(before.records);
  const after = await readStore(page);
  expect(after.copies.sort()).toEqual(before.copies.sort());
  expect(after.pages).toEqual(before.pages);
  expect(after.pages).not.toEqual([]);
  await reader.open(address);
  await findRow(page, 4).waitFor();

  await world.goOnline();
  for (const leave of [
    () =>
      page
        .getByRole('status')
        .filter({ hasText: '已删除' })
        .getByRole('button', { name: '知道了' })
        .click(),
    () => page.reload({ waitUntil: 'commit' }),
  ]) {
    if ((await readStore(page)).records.length === 0) {
      await reader.open(address);
      await saveAll(page);
    }
    await removeAll(page);
    expect((await readStore(page)).copies.length).toBeGreaterThan(5);
    await leave();
    await expect.poll(async () => (await readStore(page)).copies).toEqual([]);
    expect((await readStore(page)).records).toEqual([]);
  }
}, 120_000);

test('another tab that starts meanwhile takes nothing out: offline, the removal is taken back whole', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open(address);
  await bookmark(reader);
  const before = await readStore(page);
  await openRows(page);
  await page.getByRole('button', { name: `删除《${title}》的离线内容` }).click();
  await page.getByText('已删除 1 篇的离线内容。').waitFor();
  const other = await reader.context.newPage();
  await reader.open('offline', other);
  await other.getByText('还没有保存文章').waitFor();
  await world.goOffline();
  await undo(page);
  await expect.poll(async () => (await readStore(page)).records).toEqual(before.records);
  expect((await readStore(page)).copies.sort()).toEqual(before.copies.sort());
}, 120_000);

test('another tab that hears of a removed bookmark first keeps the copy as long as this one offers it', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open(address);
  await bookmark(reader);
  const before = await readStore(page);
  const other = await reader.context.newPage();
  await reader.open('', other);
  await other.locator('.row-title').first().waitFor();
  await openRows(other);
  // This tab is busy while the other one takes the record.
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('button[aria-keyshortcuts="b"]')?.click();
    for (const end = performance.now() + 600; performance.now() < end; );
  });
  await expect.poll(async () => (await readStore(page)).records).toEqual([]);
  await world.goOffline();
  await page.waitForTimeout(4000);
  await undo(page);
  await page.locator('.save-status').getByText('已可离线阅读').waitFor();
  expect((await readStore(page)).copies.sort()).toEqual(before.copies.sort());
}, 120_000);

test('a page that dies right after a removal has told the other tabs: none of them says 已可离线阅读 any more', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open(address);
  await bookmark(reader);
  const other = await reader.context.newPage();
  await reader.open('', other);
  await openRows(other);
  await other.getByRole('button', { name: `删除《${title}》的离线内容` }).click();
  await expect.poll(async () => (await readStore(page)).records, { interval: 5 }).toEqual([]);
  await other.close();
  await expect.poll(() => page.locator('.save-status').allTextContents()).toEqual([]);
}, 120_000);
