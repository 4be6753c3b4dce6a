/** What browsers and other tabs do to what is kept: it is noticed, told, and made good where it can be. */
import { expect, test } from 'vitest';
import { isDrill } from '../support/isDrill.ts';
import { findRow } from './findRow.ts';
import { findLies, readStore } from './inspectStore.ts';
import { deleteSavedCaches, deleteSavedCopies } from './savedCaches.ts';
import { type Reader, setUpOffline } from './setUpOffline.ts';
import { buildSentence, otherCategory, savedCategory } from './writeOfflineContent.ts';

const world = setUpOffline();
const address = `c/${encodeURI(savedCategory)}`;

async function saveAll({ page }: Reader): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '保存这个列表' });
  await dialog.getByRole('button', { name: '开始保存' }).click();
}

async function expectAllSaved({ page }: Reader, count: number): Promise<void> {
  await expect
    .poll(
      async () =>
        (await readStore(page)).records.filter(({ text, pictures }) =>
          [text, ...pictures].every(({ state }) => state === 'saved'),
        ).length,
      { timeout: 30_000 },
    )
    .toBe(count);
}

async function bookmark({ page }: Reader, article: number): Promise<void> {
  await findRow(page, article).click();
  await page.locator('.article-body').getByText(buildSentence(article)).waitFor();
  await page.getByRole('button', { name: '收藏', pressed: false }).click();
}

test('half of the copies deleted from outside: it is told, those rows say so, and a repair mends them', async () => {
  const reader = await world.newReader();
  await reader.open(address);
  await saveAll(reader);
  await expectAllSaved(reader, 40);
  const lost = await deleteSavedCopies(reader.page, /^(?!.*\/lists\/)/, { isHalf: true });
  expect(lost).toBeGreaterThan(40);
  await reader.open(address);
  await reader.page
    .getByText(/已被浏览器清除|缺 \d 张图片/)
    .first()
    .waitFor();
  await reader.page.getByText('浏览器清除了一部分保存的内容').waitFor();
  expect(findLies(await readStore(reader.page))).toEqual([]);
  await reader.open('offline');
  await reader.page.getByRole('button', { name: /^修复 \d+ 篇$/ }).click();
  await expectAllSaved(reader, 40);
});

test.runIf(isDrill)('a clock ten years off saves, opens and checks like any other', async () => {
  const reader = await world.newLastingReader();
  await reader.page.clock.install({ time: new Date('2036-05-05T05:05:05Z') });
  await reader.page.clock.resume();
  await reader.open(address);
  await bookmark(reader, 39);
  await expectAllSaved(reader, 1);
  await reader.restart();
  await reader.page.clock.install({ time: new Date('2012-01-01T00:00:00Z') });
  await reader.page.clock.resume();
  await reader.open('offline');
  await reader.page.getByRole('button', { name: '检查', exact: true }).click();
  await reader.page.getByText('检查了 1 篇，全部完好').waitFor();
  await world.goOffline();
  await reader.open('saved');
  await findRow(reader.page, 39).click();
  await reader.page.locator('.article-body').getByText(buildSentence(39)).waitFor();
});

test.runIf(isDrill)('a network that comes and goes ends with everything saved', async () => {
  const reader = await world.newReader();
  await reader.open(address);
  await saveAll(reader);
  for (let turn = 0; turn < 4; turn += 1) {
    await reader.page.waitForTimeout(150);
    await world.goOffline();
    await reader.page.waitForTimeout(150);
    await world.goOnline();
    await reader.page.evaluate(() => window.dispatchEvent(new Event('online')));
  }
  await expectAllSaved(reader, 40);
  expect(findLies(await readStore(reader.page))).toEqual([]);
});

test('two tabs that save and remove the same article leave it whole or gone', async () => {
  const reader = await world.newReader();
  await reader.open(address);
  const other = await reader.open(address, await reader.context.newPage());
  await findRow(reader.page, 38).click();
  await findRow(other, 38).click();
  const buttons = [reader.page, other].map((page) => page.getByRole('button', { name: '收藏' }));
  for (let turn = 0; turn < 10; turn += 1) {
    await buttons[turn % 2]?.click();
    await reader.page.waitForTimeout((turn * 37) % 120);
  }
  const isBookmarked = (await buttons[0]?.getAttribute('aria-pressed')) === 'true';
  // As long as a removal can be taken back its copies are there.
  const dismiss = async () => {
    for (const page of [reader.page, other])
      for (const each of await page.getByRole('button', { name: '知道了' }).all())
        await each.click();
  };
  const expectTruth = () =>
    expect
      .poll(async () => findLies(await readStore(reader.page)), { timeout: 10_000 })
      .toEqual([]);
  await expectAllSaved(reader, isBookmarked ? 1 : 0);
  await dismiss();
  await expectTruth();
  await buttons[0]?.click();
  await expectAllSaved(reader, isBookmarked ? 0 : 1);
  await dismiss();
  await expectTruth();
});

test('bookmarks that the browser cleared come back from the mirror, and cleared copies are fetched again', async () => {
  const reader = await world.newReader();
  await reader.open(address);
  await bookmark(reader, 37);
  await expectAllSaved(reader, 1);
  await reader.page.evaluate(() => localStorage.clear());
  await reader.open('saved');
  await reader.page.getByText('收藏被浏览器或别的页面清除了，已从备份里恢复。').waitFor();
  await findRow(reader.page, 37).waitFor();
  expect((await readStore(reader.page)).records).toHaveLength(1);

  await reader.page.goto(`${world.server.url}icon.svg`);
  await deleteSavedCaches(reader.page);
  await reader.page.evaluate(async () => {
    await new Promise((done) => {
      indexedDB.deleteDatabase('cangbao').onsuccess = done;
    });
  });
  await reader.open('saved');
  await reader.page.getByText('浏览器清除了保存的文章').waitFor();
  await expectAllSaved(reader, 1);
});

test('a saved category of which nothing is left, and no bookmark tells of it, is told as cleared', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open(`c/${encodeURI(otherCategory)}`);
  await saveAll(reader);
  await expectAllSaved(reader, 1);
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('cangbao:saved')))
    .toBe('{"v":1,"count":1}');
  await page.goto(`${world.server.url}icon.svg`);
  const clearAll = async () => {
    await deleteSavedCaches(page);
    await page.evaluate(
      () =>
        new Promise((done) => {
          indexedDB.deleteDatabase('cangbao').onsuccess = done;
        }),
    );
  };
  await clearAll();
  await reader.open('offline');
  await page.getByText('浏览器清除了保存的文章，要离线阅读').waitFor();
  // Told once; and nothing is told where the reader has removed all.
  await page.goto(`${world.server.url}icon.svg`);
  await clearAll();
  await reader.open('offline');
  await page.getByText('没有网络也能打开').waitFor();
  expect(await page.getByText('浏览器清除了保存的文章').count()).toBe(0);
});

test.runIf(isDrill)('a picture that two articles share goes with the last of them', async () => {
  const reader = await world.newReader();
  await reader.open(address);
  await bookmark(reader, 38);
  await bookmark(reader, 37);
  await expectAllSaved(reader, 2);
  expect((await readStore(reader.page)).copies.filter((url) => url.includes('38-0'))).toHaveLength(
    1,
  );
  await reader.page.getByRole('button', { name: '收藏', pressed: true }).click();
  await expectAllSaved(reader, 1);
  // As long as it can be taken back, its copies are there.
  await reader.page.getByRole('button', { name: '知道了' }).click();
  const { records } = await readStore(reader.page);
  await expect
    .poll(async () => (await readStore(reader.page)).copies.sort())
    .toEqual([...(records[0]?.addresses ?? [])].sort());
});
