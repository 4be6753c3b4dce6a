import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { isDrill } from '../support/isDrill.ts';
import { findOnPage, readRows } from './findOnPage.ts';
import { eventually, setUpJourney, type VisitOptions } from './setUpJourney.ts';
import { writeLongContent } from './writeLongContent.ts';

/** The strip of months is an axis of time: twelve months of 2021, then nothing until November 2022. */
const journey = setUpJourney(async () => ({ content: await writeLongContent() }));

const findStrip = (page: Page) => page.getByRole('group', { name: '按月份跳转' });
const readCurrent = (page: Page) =>
  findStrip(page).locator('[aria-current]').first().getAttribute('aria-label');

async function visit(listOrder: 'newest' | 'oldest', options: VisitOptions = {}) {
  const { origin } = new URL(journey.server.url);
  const localStorage = [{ name: 'cangbao:settings', value: JSON.stringify({ v: 1, listOrder }) }];
  const storageState = { cookies: [], origins: [{ origin, localStorage }] };
  const page = await journey.visit('', { storageState, ...options });
  await findOnPage.row(page).first().waitFor();
  return page;
}

async function readMiddle(page: Page, index: number) {
  const box = await findStrip(page).getByRole('button').nth(index).boundingBox();
  if (!box) throw new Error(`no month ${index}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test.each(['newest', 'oldest'] as const)(
  'a month that is tapped is lit, with %s first',
  async (order) => {
    const page = await visit(order, { size: 'phone' });
    const bars = findStrip(page).getByRole('button');
    const wrong: string[] = [];
    // A sample of the other order: it has the same rule.
    const step = isDrill || order === 'newest' ? 1 : 4;
    for (let index = 0; index < (await bars.count()); index += step) {
      const name = await bars.nth(index).getAttribute('aria-label');
      await bars.nth(index).click();
      // Heights become known, and the rows are laid out anew.
      await page.waitForTimeout(150);
      const lit = await readCurrent(page);
      if (lit !== name) wrong.push(`${name}: ${lit}`);
    }
    expect(wrong).toEqual([]);
  },
);

/** On a desk, with the newest first, for the tests that follow. */
let page: Page;
beforeAll(async () => {
  page = await visit('newest', { isKept: true });
});

test('equal times are equally far apart, months without articles too, and years have their names', async () => {
  // In one go: the list may get another width while it comes.
  const places = await findStrip(page)
    .getByRole('button')
    .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().x));
  const [first = 0, second = 0, december = 0, last = 0] = [0, 1, 11, 12].map((n) => places[n]);
  const month = second - first;
  expect((december - first) / month).toBeCloseTo(11, 0);
  expect((last - december) / month).toBeCloseTo(11, 0);
  expect((await findStrip(page).innerText()).match(/\d{4}/g)).toEqual(['2021', '2022']);
});

test('dragging shows the date and leads there', async () => {
  const [from, to] = [await readMiddle(page, 1), await readMiddle(page, 5)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, from.y);
  await page.mouse.move(to.x, from.y + 30);
  await findStrip(page).getByText('2021年6月').waitFor();
  await page.mouse.up();
  const name = await findStrip(page).getByRole('button').nth(5).getAttribute('aria-label');
  await eventually(() => readCurrent(page)).toBe(name);
  const top = async () => (await readRows(page)).find((row) => Math.abs(row.top) <= 2)?.title;
  const newest = journey.archive.articles.find(({ publishedAt }) =>
    publishedAt?.startsWith('2021-06'),
  );
  await eventually(top).toBe(newest?.title);
});

test('the empty time between leads to the nearest month', async () => {
  const [december, last] = [await readMiddle(page, 11), await readMiddle(page, 12)];
  await page.mouse.click(december.x + (last.x - december.x) * 0.8, last.y);
  await eventually(() => readCurrent(page)).toBe('2022年11月 1 篇');
  await page.mouse.click(december.x + (last.x - december.x) * 0.2, last.y);
  await eventually(() => readCurrent(page)).toMatch('2021年12月');
});
