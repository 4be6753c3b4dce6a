import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { findOnPage, hasFocus, readHeading, readRows } from './findOnPage.ts';
import { tabTo } from './keyboardReader.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';

/** The whole way without a pointer. */
const journey = setUpJourney();

/** Whether one sees where the focus is: an outline on the element or on what it draws over itself. */
function showsFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) =>
    [getComputedStyle(element), getComputedStyle(element, '::after')].some(
      ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px',
    ),
  );
}

test('Tab, Enter and arrows choose a channel, a month and an article, and bookmark it', async () => {
  const page = await journey.visit();
  await findOnPage.row(page).first().waitFor();
  const channel = findOnPage.tree(page).getByRole('link', { name: /^新浪财经－国內/ });
  await tabTo(page, channel);
  expect(await showsFocus(channel)).toBe(true);
  await page.keyboard.press('Enter');
  await eventually(() => readHeading(page)).toBe('新浪财经－国內');
  await eventually(() => hasFocus(findOnPage.heading(page))).toBe(true);

  const articles = journey.archive.listArticles('金融/新浪财经/新浪财经－国內');
  await findOnPage.row(page, articles[0]?.title).waitFor();
  const months = page.getByRole('group', { name: '按月份跳转' }).getByRole('button');
  await tabTo(page, months);
  const last = await months.count();
  await page.keyboard.press('Home');
  expect(await hasFocus(months.first())).toBe(true);
  expect(await showsFocus(months.first())).toBe(true);
  await page.keyboard.press('ArrowRight');
  expect(await hasFocus(months.nth(1))).toBe(true);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  const oldest = articles.at(-1)?.title;
  await eventually(async () => (await readRows(page)).some((row) => row.title === oldest)).toBe(
    true,
  );
  await page.keyboard.press('End');
  expect(await hasFocus(months.nth(last - 1))).toBe(true);
  await page.keyboard.press('Enter');
  await eventually(async () => (await readRows(page))[0]?.position).toBe(1);

  const row = findOnPage.row(page, articles[1]?.title);
  await tabTo(page, row);
  expect(await showsFocus(row)).toBe(true);
  await page.keyboard.press('Enter');
  await eventually(() => readHeading(page)).toBe(articles[1]?.title);
  await eventually(() => hasFocus(findOnPage.heading(page))).toBe(true);

  const button = findOnPage.bookmark(page);
  await button.waitFor();
  await tabTo(page, button, 'Shift+Tab');
  expect(await showsFocus(button)).toBe(true);
  await page.keyboard.press('Enter');
  await eventually(() => button.getAttribute('aria-pressed')).toBe('true');
  await page.keyboard.press('Space');
  await eventually(() => button.getAttribute('aria-pressed')).toBe('false');
  await page.keyboard.press('Space');

  await page.keyboard.press('Alt+ArrowLeft');
  if (new URL(page.url()).pathname.startsWith('/a/')) await page.goBack();
  await eventually(() => hasFocus(row)).toBe(true);

  const saved = findOnPage.main(page, '收藏夹');
  await tabTo(page, saved, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await eventually(() => readHeading(page)).toBe('收藏夹');
  await eventually(async () => (await readRows(page)).map(({ title }) => title)).toEqual([
    articles[1]?.title,
  ]);
});

test('the first press of Tab offers the way past the navigation', async () => {
  const page = await journey.visit();
  await findOnPage.row(page).first().waitFor();
  expect(await hasFocus(page.locator('body'))).toBe(true);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('button', { name: '跳到内容' });
  expect(await hasFocus(skip)).toBe(true);
  expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  expect(await hasFocus(findOnPage.heading(page))).toBe(true);
});

test('by Tab alone one gets from the first row to the last', async () => {
  const channel = '金融/新浪财经/新浪财经－国內';
  const page = await journey.visit('', { size: 'phone' });
  await findOnPage.sheetButton(page).click();
  await findOnPage
    .tree(page)
    .getByRole('link', { name: /^新浪财经－国內/ })
    .click();
  for (const { title } of journey.archive.listArticles(channel)) {
    await tabTo(page, findOnPage.row(page, title));
    await eventually(() => isInSight(findOnPage.row(page, title))).toBe(true);
  }
});

function isInSight(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });
}
