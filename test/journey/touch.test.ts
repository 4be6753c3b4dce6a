import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findOnPage, hasFocus } from './findOnPage.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';

/** Where fingers press, targets are large, and what is seldom used is out of their way. */
const journey = setUpJourney();

const visit = (path = '') => journey.visit(path, { size: 'phone', hasTouch: true });

/**
 * Lists controls in sight that are smaller than 44 px. A row of a list is pressed anywhere, a word of a text stands in
 * its line, an input has its label, and the strip of months is dragged.
 */
function findSmall(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], input, select, summary, [role="button"]')]
      .filter((each) => each.checkVisibility() && !each.closest('.skip, .sr-only, .months'))
      .filter((each) => !each.matches('.row-title') && !each.closest('.article-body p, li p'))
      .map((each) => ({ each, box: (each.closest('label') ?? each).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.bottom > 0 && box.top < innerHeight)
      .filter(({ box }) => box.width < 43.5 || box.height < 43.5)
      .map(({ each, box }) => `${each.outerHTML.slice(0, 80)} ${box.width} × ${box.height}`),
  );
}

/** Searches with filters, by words, with a near miss, and with nothing but filters in the way. */
const SEARCHES = [
  'search?q=年&from=2000-01-01',
  'search?q=新能源销量',
  'search?q=公理',
  'search?q=年&from=2100-01-01',
];

test('every target is at least 44 px', async () => {
  const id = journey.archive.articles[0]?.id;
  const page = await visit('icon.svg');
  const go = (path: string) => page.goto(journey.server.url + path, { waitUntil: 'commit' });
  for (const path of ['', 'saved', 'history', ...SEARCHES, 'offline', `a/${id}`]) {
    await go(path);
    await page.locator('h1').first().waitFor();
    await eventually(() => findSmall(page)).toEqual([]);
  }
  await page.getByRole('button', { name: '阅读设置' }).tap();
  await page.getByText('字号').waitFor();
  await eventually(() => findSmall(page)).toEqual([]);
  await go('search?q=年');
  await page.getByRole('button', { name: '保存搜索' }).tap();
  await page.getByRole('searchbox').fill('');
  await page.getByRole('list', { name: '保存的搜索' }).waitFor();
  await eventually(() => findSmall(page)).toEqual([]);
});

test('更多 has what is seldom done to a list, closes by Back, and leads to a dialog that gives the focus back', async () => {
  const page = await visit();
  await findOnPage.row(page).first().waitFor();
  const more = page.getByRole('button', { name: '更多' });
  const all = page.getByRole('button', { name: '全部标为已读' });
  const save = page.getByRole('button', { name: '保存', exact: true });
  expect(await all.isVisible()).toBe(false);
  await more.tap();
  await all.waitFor();
  await page.goBack();
  await eventually(() => all.isVisible()).toBe(false);
  expect(page.url()).toBe(journey.server.url);
  await more.tap();
  await save.tap();
  const dialog = page.getByRole('dialog', { name: '保存这个列表' });
  await dialog.waitFor();
  await page.goBack();
  await eventually(() => dialog.count()).toBe(0);
  expect(await hasFocus(more)).toBe(true);
  await more.tap();
  await all.tap();
  await page.getByRole('button', { name: '撤销' }).tap();
  expect(await all.isVisible()).toBe(false);
});

test('under a mouse it stands in the row', async () => {
  const page = await journey.visit('');
  await page.getByRole('button', { name: '全部标为已读' }).waitFor();
  expect(await page.getByRole('button', { name: '更多' }).count()).toBe(0);
});
