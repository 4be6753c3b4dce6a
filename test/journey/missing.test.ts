import { expect, test } from 'vitest';
import { findOnPage, hasFocus, readHeading } from './findOnPage.ts';
import { buildCategoryAddress } from './readArchive.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';
import { oddCategory, writeLongContent } from './writeLongContent.ts';

/** Addresses that lead nowhere, and names that make an address hard to write. */
const journey = setUpJourney(async () => ({ content: await writeLongContent() }));

test('an unknown address shows the 404 page, whose link leads home', async () => {
  const page = await journey.visit('nowhere/at/all', { size: 'phone' });
  for (const path of [
    `c/${encodeURIComponent('没有的分类')}`,
    'c/100%',
    'a/one/two',
    'saved/x',
    'c',
  ]) {
    await eventually(() => readHeading(page)).toBe('找不到这一页');
    await eventually(() => page.title()).toBe('找不到这一页 · 藏报');
    expect(await findOnPage.main(page, '全部文章').getAttribute('aria-current')).toBeNull();
    await page.goto(journey.server.url + path, { waitUntil: 'commit' });
  }
  await eventually(() => readHeading(page)).toBe('找不到这一页');
  await page.getByRole('main').getByRole('link', { name: '去看全部文章' }).click();
  await eventually(() => readHeading(page)).toBe('全部文章');
  expect(new URL(page.url()).pathname).toBe('/');
  await eventually(() => hasFocus(findOnPage.heading(page))).toBe(true);
  await page.goBack();
  await eventually(() => readHeading(page)).toBe('找不到这一页');
});

test('an unknown article says so and leads to all articles', async () => {
  for (const size of ['phone', 'desktop'] as const) {
    const page = await journey.visit('a/aaaaaaaaaaaa', { size, mayFail: /aaaaaaaaaaaa/ });
    await eventually(() => readHeading(page)).toBe('这篇文章不在档案里');
    await eventually(() => page.title()).toBe('这篇文章不在档案里 · 藏报');
    expect(await findOnPage.alert(page).count()).toBe(0);
    expect(await findOnPage.bookmark(page).count()).toBe(0);
    await page.getByRole('link', { name: '去看全部文章' }).click();
    await eventually(() => readHeading(page)).toBe('全部文章');
  }
});

test('a category with %, ？, # and blanks in its name opens by link, reload and Back', async () => {
  const page = await journey.visit();
  const name = oddCategory.split('/').at(-1) ?? '';
  await findOnPage
    .tree(page)
    .getByRole('link', { name: `${name} 1`, exact: true })
    .click();
  await eventually(() => readHeading(page)).toBe(name);
  expect(new URL(page.url()).pathname).toBe(`/${buildCategoryAddress(oddCategory)}`);
  await page.reload({ waitUntil: 'commit' });
  await eventually(() => readHeading(page)).toBe(name);
  await findOnPage.row(page, '怪名分类里的文章').click();
  await eventually(() => readHeading(page)).toBe('怪名分类里的文章');
  await page.getByRole('navigation', { name: '所在分类' }).getByRole('link', { name }).click();
  await eventually(() => readHeading(page)).toBe(name);
  await page.goBack();
  await page.goBack();
  await eventually(() => readHeading(page)).toBe(name);
});
