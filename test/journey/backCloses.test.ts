import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findOnPage, hasFocus, readHeading } from './findOnPage.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';
import { hardTitle, writeLongContent } from './writeLongContent.ts';

/** Back closes what lies over the page before it leaves the page; nothing of that is left in the history. */
const journey = setUpJourney(async () => ({ content: await writeLongContent() }));

const findDialog = (page: Page) => page.getByRole('dialog');

async function openList(size: 'phone' | 'desktop') {
  const page = await journey.visit('', { size });
  await findOnPage.row(page).first().waitFor();
  return page;
}

async function openSettings(page: Page) {
  const button = page.getByRole('button', { name: '阅读设置' });
  await button.click();
  await page.getByRole('dialog', { name: '阅读设置' }).getByText('字号').waitFor();
  return button;
}

test('a sheet over an article closes by Back, and the article stays; the next Back leaves it', async () => {
  const page = await openList('phone');
  await findOnPage.row(page).first().click();
  await eventually(() => hasFocus(findOnPage.heading(page))).toBe(true);
  const address = page.url();
  const button = await openSettings(page);
  await page.goBack();
  await eventually(() => findDialog(page).count()).toBe(0);
  expect(page.url()).toBe(address);
  expect(await hasFocus(button)).toBe(true);
  // Closed by its button, it leaves nothing that Back would have to pass.
  await openSettings(page);
  await page.getByRole('button', { name: '关闭' }).click();
  await eventually(() => page.evaluate(() => window.history.state?.layers)).toBeUndefined();
  await page.goBack();
  await eventually(() => readHeading(page)).toBe('全部文章');
});

test('a category chosen in the sheet takes its place in the history', async () => {
  const page = await openList('phone');
  await page.getByRole('button', { name: '分类' }).click();
  await findDialog(page).getByRole('link', { name: /^每日/ }).click();
  await eventually(() => readHeading(page)).toBe('每日');
  await eventually(() => hasFocus(findOnPage.heading(page))).toBe(true);
  expect(await findDialog(page).count()).toBe(0);
  await page.goBack();
  await eventually(() => readHeading(page)).toBe('全部文章');
  await page.goForward();
  await eventually(() => readHeading(page)).toBe('每日');
});

test('what is chosen in the palette does, too; a sheet that it opens stands alone', async () => {
  const page = await openList('desktop');
  await findOnPage.row(page).first().click();
  await eventually(() => hasFocus(findOnPage.heading(page))).toBe(true);
  const address = page.url();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('阅读设置');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: '阅读设置' }).waitFor();
  await page.goBack();
  await eventually(() => findDialog(page).count()).toBe(0);
  expect(page.url()).toBe(address);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('收藏夹');
  await page.keyboard.press('Enter');
  await eventually(() => readHeading(page)).toBe('收藏夹');
  await page.goBack();
  await eventually(() => page.url()).toBe(address);
});

test('a page loaded anew under a sheet is left by one Back', async () => {
  const page = await openList('phone');
  await findOnPage.row(page).first().click();
  await eventually(() => hasFocus(findOnPage.heading(page))).toBe(true);
  await openSettings(page);
  await page.reload({ waitUntil: 'commit' });
  await eventually(() => page.evaluate(() => window.history.state?.layers)).toBeUndefined();
  await page.goBack();
  await eventually(() => readHeading(page)).toBe('全部文章');
});

test('a table in full closes by Back', async () => {
  const page = await openList('phone');
  const article = journey.archive.articles.find(({ title }) => title === hardTitle);
  await page.goto(`${journey.server.url}a/${article?.id}`, { waitUntil: 'commit' });
  const button = page.getByRole('button', { name: '展开表格' });
  await button.click();
  await findDialog(page).waitFor();
  await page.goBack();
  await eventually(() => findDialog(page).count()).toBe(0);
  expect(page.url()).toContain(article?.id);
  expect(await hasFocus(button)).toBe(true);
});
