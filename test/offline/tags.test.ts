/** The list of a tag without a network: as that of a category, it is there where it was opened before. */
import { expect, test } from 'vitest';
import { findRow } from './findRow.ts';
import { setUpOffline } from './setUpOffline.ts';
import { buildSentence, buildTitle, fortyArticles } from './writeOfflineContent.ts';

/** Every third article has the first tag, another one the second. */
const world = setUpOffline('tagged', {
  ...fortyArticles,
  listTags: (article) => (article % 3 === 0 ? ['港口'] : article === 38 ? ['航运'] : []),
});

const openTag = (name: string) => `t/${encodeURIComponent(name)}`;

test('a tag that was opened is there without a network; of another one it is said why not', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open('offline');
  await page.getByText('没有网络也能打开').waitFor();
  await reader.open(openTag('港口'));
  await findRow(page, 39).click();
  await page.locator('.article-body').getByText(buildSentence(39)).waitFor();
  await page.getByRole('button', { name: '收藏', exact: true }).click();
  await page.locator('.save-status').getByText('已可离线阅读').waitFor();

  await world.goOffline();
  await reader.open(openTag('港口'));
  await page.getByRole('heading', { level: 1, name: '标签：港口' }).waitFor();
  await page.getByText('共 14 篇').waitFor();
  await findRow(page, 36).waitFor();
  await findRow(page, 39).click();
  await page.locator('.article-body').getByText(buildSentence(39)).waitFor();
  await page
    .getByRole('link', { name: '下一篇' })
    .filter({ hasText: buildTitle(36) })
    .waitFor();
  await page
    .getByRole('list', { name: '标签', exact: true })
    .getByRole('link', { name: '港口' })
    .click();
  await page.getByRole('heading', { level: 1, name: '标签：港口' }).waitFor();

  await reader.open(openTag('航运'));
  const alert = page.getByRole('alert').filter({ hasText: '网络不通，或者服务器没有回应。' });
  await alert.waitFor();
  await world.goOnline();
  await alert.getByRole('button', { name: '重试' }).click();
  await findRow(page, 38).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
}, 120_000);
