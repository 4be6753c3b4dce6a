/** What the reader has removed comes back without a network, as long as it can be taken back; then it is gone. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findRow } from './findRow.ts';
import { readStore } from './inspectStore.ts';
import { type Reader, setUpOffline } from './setUpOffline.ts';
import { buildSentence, buildTitle, fortyArticles, savedCategory } from './writeOfflineContent.ts';

const world = setUpOffline();
const address = `c/${encodeURI(savedCategory)}`;
const title = buildTitle(37);

async function bookmark({ page }: Reader): Promise<void> {
  await findRow(page, 37).click();
  await page.locator('.article-body').getByText(buildSentence(37)).waitFor();
  await page.getByRole('button', { name: '收藏', pressed: false }).click();
  await page.locator('.save-status').getByText('已可离线阅读').waitFor();
}

async function openRows(page: Page): Promise<void> {
  await page.getByRole('link', { name: '离线', exact: true }).first().click();
  await page.locator('summary').filter({ hasText: '1 篇，' }).click();
}

const undo = (page: Page) => page.getByRole('button', { name: '撤销' }).click();

test('a saved article whose copy was removed comes back whole, offline, and stays for the next visit', async () => {
  const reader = await world.newReader();
  await reader.open(address);
  await bookmark(reader);
  const before = await readStore(reader.page);
  expect(before.copies.length).toBe(1 + fortyArticles.listPictures(37).length);
  await openRows(reader.page);
  await world.goOffline();
  await reader.page.getByRole('button', { name: `删除《${title}》的离线内容` }).click();
  await reader.page.getByText('还没有保存文章').waitFor();
  expect((await readStore(reader.page)).records).toEqual([]);
  await reader.page.getByText('已删除 1 篇的离线内容。').waitFor();
  await undo(reader.page);
  await expect.poll(async () => (await readStore(reader.page)).records).toEqual(before.records);
  await reader.restart();
  await reader.open(`a/${before.records[0]?.id}`);
  await reader.page.locator('.article-body').getByText(buildSentence(37)).waitFor();
  expect((await readStore(reader.page)).copies.sort()).toEqual(before.copies.sort());
}, 120_000);

test('a removal that is not taken back is one: when it is dismissed, and when the page is left', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  for (const leave of [
    () =>
      page
        .getByRole('status')
        .filter({ hasText: '已删除' })
        .getByRole('button', { name: '知道了' })
        .click(),
    () => page.reload({ waitUntil: 'commit' }),
  ]) {
    await reader.open(address);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('button', { name: '开始保存' }).click();
    await page.getByText('40 篇已经保存').waitFor();
    await page.getByRole('link', { name: '离线', exact: true }).first().click();
    await page.getByRole('button', { name: '全部删除' }).click();
    await page.getByRole('button', { name: '真的全部删除？' }).click();
    await page.getByText('已删除 40 篇的离线内容。').waitFor();
    expect((await readStore(page)).copies.length).toBeGreaterThan(40);
    await leave();
    await expect.poll(async () => (await readStore(page)).copies).toEqual([]);
    expect((await readStore(page)).records).toEqual([]);
  }
}, 120_000);

test('all that was removed comes back, its lists too', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open(address);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '开始保存' }).click();
  await page.getByText('40 篇已经保存').waitFor();
  const before = await readStore(page);
  await page.getByRole('link', { name: '离线', exact: true }).first().click();
  await page.getByRole('button', { name: '全部删除' }).click();
  await page.getByRole('button', { name: '真的全部删除？' }).click();
  await world.goOffline();
  await undo(page);
  await expect.poll(async () => (await readStore(page)).records).toEqual(before.records);
  expect((await readStore(page)).copies.sort()).toEqual(before.copies.sort());
  await reader.restart();
  await reader.open(address);
  await findRow(reader.page, 37).waitFor();
}, 120_000);

test('a bookmark that is taken back has its copy, offline, too', async () => {
  const reader = await world.newReader();
  await reader.open(address);
  await bookmark(reader);
  const before = await readStore(reader.page);
  await world.goOffline();
  await reader.page.getByRole('button', { name: '收藏', pressed: true }).click();
  await expect.poll(async () => (await readStore(reader.page)).records).toEqual([]);
  await undo(reader.page);
  await expect.poll(async () => (await readStore(reader.page)).records).toEqual(before.records);
  await reader.page.locator('.save-status').getByText('已可离线阅读').waitFor();
}, 120_000);
