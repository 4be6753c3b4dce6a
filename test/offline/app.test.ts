/** The app itself: kept whole after the first visit, opens with the server gone, also at other addresses. */
import { expect, test } from 'vitest';
import { findRow } from './findRow.ts';
import { setUpOffline } from './setUpOffline.ts';
import { buildTitle, savedCategory } from './writeOfflineContent.ts';

const world = setUpOffline();

test('after the first visit that says so all opens without the server, but for an article that is not saved', async () => {
  const reader = await world.newLastingReader();
  const address = `c/${encodeURI(savedCategory)}`;
  const page = await reader.open('offline');
  await page.getByText('没有网络也能打开').waitFor();
  // Kept for the next start is what has an address, and nothing else is asked for.
  await reader.open();
  await findRow(page, 39).waitFor();
  await page.waitForLoadState('networkidle');
  expect(world.server.requests.filter((path) => path.includes('//'))).toEqual([]);
  await reader.open(address);
  await findRow(page, 39).waitFor();
  await world.goOffline();
  await reader.restart();

  await reader.open();
  await findRow(reader.page, 39).waitFor();
  await reader.page.getByRole('link', { name: '收藏夹' }).click();
  await reader.page.getByRole('heading', { level: 1, name: '收藏夹' }).waitFor();
  await reader.open('offline');
  await reader.page.getByText('没有网络也能打开').waitFor();

  // A category that was opened before opens again; of an article it is said why not.
  await reader.open(address);
  await findRow(reader.page, 39).click();
  await reader.page.getByRole('alert').getByText('网络不通').waitFor();
  expect(await reader.page.getByRole('heading', { level: 1 }).textContent()).toBe(buildTitle(39));
});
