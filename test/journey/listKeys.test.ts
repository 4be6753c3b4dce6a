import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { findOnPage, findScroller, hasFocus, readRows } from './findOnPage.ts';
import { eventually, setUpJourney, type sizes } from './setUpJourney.ts';
import { writeLongContent } from './writeLongContent.ts';

/** The keys that scroll, wherever the focus is; and the focus, wherever the rows go. */
const journey = setUpJourney(async () => ({ content: await writeLongContent() }));

const readTop = async (page: Page) => (await findScroller(page)).evaluate((box) => box.scrollTop);
const readEnd = async (page: Page) =>
  (await findScroller(page)).evaluate((box) => box.scrollHeight - box.clientHeight - box.scrollTop);

/** The browser scrolls smoothly within the list. */
async function readTopAtRest(page: Page): Promise<number> {
  const top = await readTop(page);
  await page.waitForTimeout(150);
  return (await readTop(page)) === top ? top : readTopAtRest(page);
}

async function visit(size: keyof typeof sizes = 'desktop') {
  const page = await journey.visit('', { size });
  await findOnPage.row(page).first().waitFor();
  return page;
}

const places: [string, (page: Page) => Promise<unknown>][] = [
  ['on the body', (page) => page.evaluate(() => (document.activeElement as HTMLElement).blur())],
  ['in the navigation', (page) => findOnPage.main(page, '全部文章').focus()],
  ['on a button of the list', (page) => page.getByRole('button', { name: '最新在前' }).focus()],
  ['on a row', (page) => findOnPage.row(page).nth(2).focus()],
];

let kept: Page;
beforeAll(async () => {
  kept = await journey.visit('', { isKept: true });
  await findOnPage.row(kept).first().waitFor();
});

// Each ends where it began: at the list's top.
test.each(places)(
  'PageDown, Space, Home and End scroll the list with the focus %s',
  async (where, focus) => {
    const page = kept;
    await focus(page);
    await page.keyboard.press('PageDown');
    await eventually(() => readTop(page)).toBeGreaterThan(300);
    const before = await readTopAtRest(page);
    // On a button Space presses it.
    if (!where.includes('button')) {
      await page.keyboard.press('Space');
      await eventually(() => readTop(page)).toBeGreaterThan(before + 300);
      await readTopAtRest(page);
      await page.keyboard.press('Shift+Space');
      await eventually(() => readTop(page)).toBeLessThan(before + 300);
    }
    await readTopAtRest(page);
    await page.keyboard.press('End');
    const { count } = journey.archive.catalogue.root;
    await eventually(async () => (await readRows(page)).at(-1)).toMatchObject({
      position: count,
      title: journey.archive.articles.at(-1)?.title,
    });
    await eventually(() => readEnd(page)).toBeLessThan(2);
    await page.keyboard.press('PageUp');
    await eventually(() => readEnd(page)).toBeGreaterThan(300);
    await page.keyboard.press('Home');
    await eventually(() => readTop(page)).toBe(0);
  },
);

test('keys belong to what is typed in, and to an article that is read', async () => {
  const page = await visit();
  await findOnPage.row(page).nth(3).click();
  await findOnPage.article(page).locator('.article-body > *').first().waitFor();
  const before = await readTop(page);
  await page.keyboard.press('End');
  await page.waitForTimeout(300);
  expect(await readTop(page)).toBe(before);
});

test.each(['phone', 'desktop'] as const)(
  'a row that leaves the window keeps the focus (%s)',
  async (size) => {
    const page = size === 'desktop' ? kept : await visit(size);
    const row = findOnPage.row(page).nth(2);
    const title = (await row.textContent()) ?? '';
    await row.focus();
    const scroller = await findScroller(page);
    for (const top of [4000, 9000, 2000, 20_000]) {
      await scroller.evaluate((box, to) => box.scrollTo(0, to), top);
      await eventually(() => findOnPage.row(page).count()).toBeGreaterThan(5);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(title);
    }
    const places = (await readRows(page)).map(({ position }) => position);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(places).size).toBe(places.length);
    // It stands where it belongs, so that Tab goes on from there.
    await page.keyboard.press('Tab');
    const next = journey.archive.articles[3]?.title ?? '';
    await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toBe(next);
    await eventually(() => readTop(page)).toBeLessThan(1000);
    expect(await hasFocus(findOnPage.row(page, next))).toBe(true);
  },
);

test('the unread list tells its size, and its end can be reached', async () => {
  const page = await visit();
  await findOnPage.row(page).first().click();
  await findOnPage.article(page).locator('.article-body > *').first().waitFor();
  await page.goBack();
  await page.getByRole('button', { name: '只看未读' }).click();
  const { count } = journey.archive.catalogue.root;
  await eventually(() => findOnPage.status(page).innerText()).toBe(
    `共 ${count} 篇，未读 ${count - 1} 篇`,
  );
  await page.keyboard.press('End');
  await eventually(async () => (await readRows(page)).at(-1)).toMatchObject({
    position: count - 1,
    size: count - 1,
    title: journey.archive.articles.at(-1)?.title,
  });
  await eventually(() => readEnd(page)).toBeLessThan(2);
  await page.getByRole('button', { name: '只看未读' }).click();
  await eventually(() => findOnPage.status(page).innerText()).toBe(`共 ${count} 篇`);
});

test('while it is not known how many are unread, the list says that it is on its way', async () => {
  const page = await visit();
  journey.server.setFault((path) => (/\/ids-/.test(path) ? { delay: 1500 } : undefined));
  await page.getByRole('button', { name: '只看未读' }).click();
  const item = findOnPage.list(page).getByRole('listitem').first();
  await eventually(() => item.getAttribute('aria-setsize')).toBe('-1');
  await eventually(() => item.getAttribute('aria-setsize')).not.toBe('-1');
});
