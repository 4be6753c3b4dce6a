/** What is wrong with an article's file costs that article; a sound copy outlives what the host does. */
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { hasFocus } from '../journey/findOnPage.ts';
import { findRow } from './findRow.ts';
import { findLies, readStore } from './inspectStore.ts';
import { deleteSavedCopies, findSavedCache } from './savedCaches.ts';
import { setUpOffline } from './setUpOffline.ts';
import { buildSentence, buildTitle, fiveArticles, savedCategory } from './writeOfflineContent.ts';

const world = setUpOffline('five', fiveArticles);

/** Gives the path of an article's file. */
function findFile(article: number): string {
  const folder = join(world.folder, 'archive/articles');
  const name = readdirSync(folder).find((file) =>
    readFileSync(join(folder, file), 'utf8').includes(`"title":"${buildTitle(article)}"`),
  );
  return `/archive/articles/${name}`;
}

function readFile(path: string): string {
  return readFileSync(join(world.folder, path), 'utf8');
}

async function openDialogAndSave(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '保存这个列表' });
  await dialog.getByRole('button', { name: '开始保存' }).click();
  await expect
    .poll(async () => (await readStore(page)).records.map(({ queuedAt }) => queuedAt), {
      timeout: 10_000,
    })
    .toEqual(Array.from({ length: 5 }, () => undefined));
}

test('wrong answers are told, the others are saved, and trying again mends them', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  const bodies: Record<string, string> = {
    [findFile(0)]: '<!doctype html><title>404</title>',
    [findFile(1)]: readFile(findFile(1)).slice(0, -30),
    [findFile(2)]: readFile(findFile(4)),
    [findFile(3)]: readFile(findFile(3)).replace('独有', '别的'),
  };
  await reader.open(`c/${encodeURI(savedCategory)}`);
  await findRow(page, 4).waitFor();
  world.server.setFault((path) => (bodies[path] ? { body: bodies[path] } : undefined));
  await openDialogAndSave(page);
  await expect.poll(() => page.getByText('未能保存').count()).toBe(4);
  await page.getByText('已可离线阅读').first().waitFor({ state: 'attached' });
  const stored = await readStore(page);
  expect(findLies(stored)).toEqual([]);
  const reasons = stored.records
    .sort((a, b) => a.summary.title.localeCompare(b.summary.title))
    .map(({ text }) => text.reason);
  expect(reasons).toEqual(['missing', 'damaged', 'damaged', 'damaged', undefined]);

  world.server.setFault();
  await reader.open('offline');
  await page.getByRole('button', { name: '修复 4 篇' }).click();
  await page.getByRole('button', { name: '修复' }).waitFor({ state: 'detached' });
  expect((await readStore(page)).records.map(({ text }) => text.state)).toEqual(
    Array.from({ length: 5 }, () => 'saved'),
  );
});

test('the copy opens without a network, the browser’s caches switched off, and when the archive has lost the article', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  // Whatever watches a page's requests switches the browser's caches off: the page asks as with `cache: 'reload'`.
  await reader.context.route('**/nothing', (route) => route.abort());
  await reader.open();
  await findRow(page, 4).click();
  await page.getByRole('button', { name: '收藏' }).click();
  await page.getByText('已可离线阅读').first().waitFor();
  await world.goOffline();
  await reader.open('saved');
  await findRow(page, 4).click();
  await page.locator('.article-body').getByText(buildSentence(4)).waitFor();

  await reader.context.unrouteAll();
  await world.goOnline();
  const next = `${world.folder}-without`;
  cpSync(world.folder, next, { recursive: true });
  rmSync(join(next, findFile(4)));
  world.server.setFolder(next);
  await reader.open('saved');
  await findRow(page, 4).click();
  await page.locator('.article-body').getByText(buildSentence(4)).waitFor();
});

test('a check finds copies that were changed or lost, a repair fetches only those; one can be removed, and all', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open(`c/${encodeURI(savedCategory)}`);
  await openDialogAndSave(page);
  const [changed = '', lost = ''] = [findFile(0), findFile(1)];
  const picture = 'https://pictures.test/cors/2.png';
  const address = new URL(changed, world.server.url).href;
  await page.evaluate(
    async ([address, own, picture, pictures]) => {
      const cache = await caches.open(own);
      const text = await (await cache.match(address))?.text();
      await cache.put(address, new Response(text?.replace('独有', '别的')));
      await (await caches.open(pictures)).put(picture, new Response('not these bytes'));
    },
    [address, findSavedCache(address), picture, findSavedCache(picture)] as const,
  );
  expect(await deleteSavedCopies(page, new RegExp(lost))).toBe(1);
  await reader.open('offline');
  await page.getByRole('button', { name: '检查', exact: true }).click();
  // The lost one was noticed when the page started: there is nothing of it to look at.
  await page.getByText('检查了 4 篇，其中 2 篇有缺损，可以修复。另有 1 篇没有存下来').waitFor();
  const check = page.getByRole('button', { name: '检查', exact: true });
  expect(await hasFocus(check)).toBe(true);
  world.pictures.requests.length = 0;
  world.server.requests.length = 0;
  await page.getByRole('button', { name: '修复 3 篇' }).click();
  await page.getByRole('button', { name: '修复' }).waitFor({ state: 'detached' });
  expect(world.pictures.requests.map(({ path }) => path)).toEqual(['/cors/2.png']);
  expect(world.server.requests.filter((path) => path.includes('/articles/')).sort()).toEqual(
    [changed, lost].sort(),
  );
  expect(await hasFocus(check)).toBe(true);
  await check.click();
  await page.getByText('检查了 5 篇，全部完好').waitFor();

  // All only after being asked twice; the focus goes to what is left.
  await page.locator('summary').click();
  const buttons = page.getByRole('button', { name: /^删除《/ });
  const second = await buttons.nth(1).getAttribute('aria-label');
  await buttons.first().click();
  await expect.poll(() => buttons.count()).toBe(4);
  expect(await hasFocus(page.getByRole('button', { name: second ?? '' }))).toBe(true);
  await page.getByRole('button', { name: '全部删除' }).click();
  expect((await readStore(page)).records).toHaveLength(4);
  await page.getByRole('button', { name: '真的全部删除？' }).click();
  await page.getByText('还没有保存文章').waitFor();
  expect(await hasFocus(page.getByRole('heading', { level: 1 }))).toBe(true);
  // As long as it can be taken back, the copies are there.
  const notice = page.getByRole('status').filter({ hasText: '已删除 4 篇的离线内容。' });
  await notice.getByRole('button', { name: '知道了' }).click();
  await expect
    .poll(() => readStore(page), { timeout: 10_000 })
    .toEqual({ records: [], copies: [], pages: [] });
});
