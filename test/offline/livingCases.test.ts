/**
 * The cases of archives that live, where they are at hand: each folder before and after, as a returning reader meets
 * it.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readStore } from './inspectStore.ts';
import { LivingSite } from './LivingSite.ts';
import { type Reader, setUpOffline } from './setUpOffline.ts';

const CASES = join(import.meta.dirname, '../../../shared/cases/living');
const DAILY = `c/${encodeURIComponent('日报')}`;

const row = (page: Page, title: string) =>
  page.locator('.list-pane').getByRole('link', { name: title, exact: true });
const text = (page: Page, sentence: string) =>
  page.locator('.article-body').getByText(sentence, { exact: true });
const addressOf = (page: Page) => new URL(page.url()).pathname.slice(1);

describe.runIf(existsSync(CASES))('the cases of archives that live', () => {
  const world = setUpOffline();
  let site: LivingSite;
  beforeEach(() => {
    site = new LivingSite(world.folder);
  });
  afterEach(() => site.dispose());

  /** Publishes a case as it was, and lets a reader come who may keep things. Returns the way to what came after. */
  async function meet(name: string): Promise<{ reader: Reader; publish: () => Promise<void> }> {
    const show = async (moment: string) =>
      world.server.setFolder((await site.publish(join(CASES, name, moment))).folder);
    await show('before');
    const reader = await world.newReader();
    await reader.open('offline');
    await reader.page.getByText('没有网络也能打开').waitFor();
    await reader.open(DAILY);
    return { reader, publish: () => show('after') };
  }

  /** Saves the open article by bookmarking it; returns its address. */
  async function save(page: Page): Promise<string> {
    await page.getByRole('button', { name: '收藏', exact: true }).click();
    await page.locator('.save-status').getByText('已可离线阅读').waitFor();
    return addressOf(page);
  }

  test('of three articles of one name each keeps its address', async () => {
    const { reader, publish } = await meet('same-name');
    const { page } = reader;
    await row(page, '早间要闻').last().click();
    await text(page, '五月二十一日的要闻：港口恢复作业。').waitFor();
    const address = await save(page);
    await publish();
    await reader.open(address);
    await text(page, '五月二十一日的要闻：港口恢复作业。').waitFor();
    await reader.open(DAILY);
    await page.getByText('共 3 篇', { exact: true }).waitFor();
    await row(page, '早间要闻').last().click();
    await text(page, '五月二十日的要闻：夏粮开镰。').waitFor();
    expect(addressOf(page)).not.toBe(address);
    expect((await readStore(page)).records.map(({ id }) => `a/${id}`)).toEqual([address]);
  });

  test('全部标为已读 leaves unread what came later, whatever its date', async () => {
    const { reader, publish } = await meet('new-articles');
    const { page } = reader;
    await page.getByRole('button', { name: '全部标为已读' }).click();
    await page.getByText('已把“日报”里的 6 篇标为已读。').waitFor();
    await publish();
    await reader.open(DAILY);
    await page.getByText('共 10 篇', { exact: true }).waitFor();
    await page.getByRole('button', { name: '只看未读' }).click();
    await expect
      .poll(async () => (await page.locator('.list-pane .row-title').allInnerTexts()).sort())
      .toEqual(['同一分钟', '新文', '没有日期', '补录']);
  });

  test('a correction reaches the saved copy', async () => {
    const { reader, publish } = await meet('correction');
    const { page } = reader;
    await row(page, '台风过后的统计').click();
    await text(page, '初步统计，直接损失一百万元。').waitFor();
    const address = await save(page);
    await publish();
    await reader.open(address);
    await text(page, '更正：直接损失一亿元，前稿有误。').waitFor();
    await page.getByText('内容已更新').waitFor();
    await expect.poll(async () => (await readStore(page)).records[0]?.updatedAt).toBe(undefined);
    await world.goOffline();
    await reader.open(address);
    await text(page, '更正：直接损失一亿元，前稿有误。').waitFor();
  });

  test('a renamed article is found at its old address, and its bookmark with it', async () => {
    const { reader, publish } = await meet('renamed');
    const { page } = reader;
    await row(page, '第4篇稿件的标题').click();
    await text(page, '第4篇稿件的正文，各不相同。').waitFor();
    const address = await save(page);
    await publish();
    await reader.open(address);
    await text(page, '第4篇稿件的正文，各不相同。').waitFor();
    await page.getByRole('button', { name: '收藏', exact: true, pressed: true }).waitFor();
    await expect.poll(() => addressOf(page)).not.toBe(address);
    expect(await page.getByText('已经不在档案里').count()).toBe(0);
  });
});
