/** The search without a network: in what is saved; and saving what a search has found. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { setUpOffline } from './setUpOffline.ts';
import { buildSentence } from './writeOfflineContent.ts';

const world = setUpOffline();

async function saveAll(page: Page) {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '开始保存' }).click();
  const list = page.getByRole('list', { name: '文章列表' });
  await list.getByText('已可离线阅读').first().waitFor({ state: 'attached' });
}

test('what was found is saved, and found again when the network is gone', async () => {
  const reader = await world.newReader();
  const words = encodeURIComponent(buildSentence(7).slice(0, 12));
  await reader.open(`search?q=${words}`);
  const rows = reader.page.getByRole('list', { name: '文章列表' }).getByRole('link');
  await rows.first().waitFor();
  const found = await rows.allTextContents();
  await reader.page.getByText('筛选').click();
  await saveAll(reader.page);

  await world.goOffline();
  await reader.open(`search?q=${words}`);
  const { page } = reader;
  await page.getByText(`只找了已保存的 ${found.length} 篇`).waitFor();
  const again = page.getByRole('list', { name: '文章列表' }).getByRole('link');
  await again.first().waitFor();
  expect(await again.allTextContents()).toEqual(found);
  await again.first().click();
  await page.getByRole('group', { name: '搜索命中' }).waitFor();

  // With the network back, the whole archive is searched again.
  await world.goOnline();
  await reader.open(`search?q=${words}`);
  await page.getByText('只找了已保存的').waitFor({ state: 'detached' });
  await again.first().waitFor();
}, 120_000);
