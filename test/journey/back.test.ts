import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findOnPage, findScroller, hasFocus, readHeading, readRows } from './findOnPage.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';
import { writeLongContent } from './writeLongContent.ts';

/** Back leads to the same row: a list of several pages, deep down, where every row has its own height. */
const journey = setUpJourney(async () => ({ content: await writeLongContent() }));

async function readScrollTop(page: Page): Promise<number> {
  return (await findScroller(page)).evaluate((box) => box.scrollTop);
}

/** Scrolls by the wheel until row `position` has passed the upper edge; gives the title of a row in the middle. */
async function scrollTo(page: Page, position: number): Promise<string> {
  const box = await (await findScroller(page)).asElement()?.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 100, (box?.y ?? 0) + 200);
  for (let isThere = false; !isThere; ) {
    const before = await readScrollTop(page);
    await page.mouse.wheel(0, 3000);
    await eventually(() => readScrollTop(page)).not.toBe(before);
    await eventually(async () => (await readRows(page)).every((row) => row.title)).toBe(true);
    isThere = (await readRows(page)).some((row) => row.position > position && row.top < 0);
  }
  await settle(page);
  const row = (await readRows(page)).find(({ top }) => top > 150);
  return row?.title ?? '';
}

/**
 * Waits until the list has stood still for a third of a second: at rest its scroll position takes over what the space
 * above had taken.
 */
async function settle(page: Page): Promise<number> {
  return (await findScroller(page)).evaluate(async (box) => {
    for (let still = 0, before = box.scrollTop; still < 20; still += 1) {
      await new Promise(requestAnimationFrame);
      if (box.scrollTop !== before) still = 0;
      before = box.scrollTop;
    }
    return box.scrollTop;
  });
}

/**
 * The row has the focus and stands where it stood. On one pane the list was gone meanwhile, and the
 * rows above, which nobody saw again, have their estimated heights: scrollTop may differ, what is in sight may not.
 */
async function expectSamePlace(page: Page, top: number, title: string) {
  await eventually(() => hasFocus(findOnPage.row(page, title))).toBe(true);
  await settle(page);
  expect(Math.abs((await readTop(page, title)) - top)).toBeLessThanOrEqual(2);
  expect(await hasFocus(findOnPage.row(page, title))).toBe(true);
}

async function readTop(page: Page, title: string): Promise<number> {
  return (await readRows(page)).find((row) => row.title === title)?.top ?? Number.NaN;
}

describe.each(['phone', 'desktop'] as const)('%s', (size) => {
  test('Back returns to the row, once and again after another article', async () => {
    const page = await journey.visit('', { size });
    await findOnPage.row(page).first().waitFor();
    const title = await scrollTo(page, 140);
    const top = await readTop(page, title);
    const scrollTop = await readScrollTop(page);
    for (const open of [
      () => findOnPage.row(page, title).click(),
      () => page.goForward(),
      () => page.keyboard.press('Enter'),
    ]) {
      await open();
      await eventually(() => readHeading(page)).toBe(title);
      await eventually(() => hasFocus(findOnPage.heading(page))).toBe(true);
      await page.goBack();
      await expectSamePlace(page, top, title);
      if (size !== 'phone') {
        expect(Math.abs((await readScrollTop(page)) - scrollTop)).toBeLessThanOrEqual(2);
      }
    }
  });
});

test('返回 on a phone goes back through the history, not on', async () => {
  const page = await journey.visit('', { size: 'phone' });
  await findOnPage.row(page).first().waitFor();
  const title = await scrollTo(page, 60);
  const top = await readTop(page, title);
  const length = await page.evaluate(() => window.history.length);
  await findOnPage.row(page, title).click();
  await eventually(() => readHeading(page)).toBe(title);
  await findOnPage.neighbour(page, '下一篇').click();
  await eventually(() => readHeading(page)).not.toBe(title);
  const second = await readHeading(page);
  await page.getByRole('link', { name: '返回' }).click();
  await eventually(() => hasFocus(findOnPage.row(page, second))).toBe(true);
  expect(new URL(page.url()).pathname).toBe('/');
  await settle(page);
  expect(Math.abs((await readTop(page, title)) - top)).toBeLessThanOrEqual(2);
  expect(await page.evaluate(() => window.history.length)).toBe(length + 2);
});

test('the place outlives a reload of the article', async () => {
  const page = await journey.visit('', { size: 'phone' });
  await findOnPage.row(page).first().waitFor();
  const title = await scrollTo(page, 140);
  const top = await readTop(page, title);
  await findOnPage.row(page, title).click();
  await eventually(() => readHeading(page)).toBe(title);
  // The list's place reaches the tab's storage a moment after the last scroll.
  await eventually(() => page.evaluate(() => JSON.stringify(sessionStorage))).toContain('opened');
  await page.reload({ waitUntil: 'commit' });
  await eventually(() => readHeading(page)).toBe(title);
  await page.goBack();
  await eventually(() => hasFocus(findOnPage.row(page, title))).toBe(true);
  await settle(page);
  expect(Math.abs((await readTop(page, title)) - top)).toBeLessThanOrEqual(2);
});

test('each list has a place of its own', async () => {
  const page = await journey.visit('', { size: 'desktop' });
  await findOnPage.row(page).first().waitFor();
  const title = await scrollTo(page, 60);
  const top = await readTop(page, title);
  await findOnPage.tree(page).getByRole('link', { name: /^每日/ }).click();
  await eventually(() => readHeading(page)).toBe('每日');
  await findOnPage.row(page).first().waitFor();
  expect(await readScrollTop(page)).toBe(0);
  await page.goBack();
  await eventually(() => readHeading(page)).toBe('全部文章');
  await eventually(async () => Math.abs((await readTop(page, title)) - top) <= 2).toBe(true);
});
