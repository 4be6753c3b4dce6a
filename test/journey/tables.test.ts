/** A table in full: what stays in sight, how large it is, what can be done with it. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findOnPage, hasFocus } from './findOnPage.ts';
import { eventually, setUpJourney, type sizes } from './setUpJourney.ts';
import { tableCaption, tableTitle, writeTextContent } from './writeTextContent.ts';

const journey = setUpJourney(async () => ({ content: await writeTextContent() }));

const findAddress = () => {
  const article = journey.archive.articles.find(({ title }) => title === tableTitle);
  return `a/${article?.id}`;
};

/** Pages with the article, one of each size, kept over the tests: each leaves the table as it found it, or closed. */
const pages = new Map<keyof typeof sizes, Page>();

async function openArticle(size: keyof typeof sizes): Promise<Page> {
  const page = pages.get(size) ?? (await journey.visit(findAddress(), { size, isKept: true }));
  pages.set(size, page);
  return page;
}

async function openTable(size: keyof typeof sizes = 'phone') {
  const page = await openArticle(size);
  const dialog = page.getByRole('dialog', { name: '展开表格', exact: true });
  if ((await dialog.count()) === 0) await page.getByRole('button', { name: '展开表格' }).click();
  await dialog.waitFor();
  return { page, dialog, view: dialog.getByRole('region', { name: tableCaption }) };
}

/** Whether the middle of an element is seen: inside of the window, and nothing over it. */
function isSeen(element: Locator): Promise<boolean> {
  return element.evaluate((it) => {
    const { left, top, width, height } = it.getBoundingClientRect();
    const found = document.elementFromPoint(left + width / 2, top + height / 2);
    return found !== null && (it.contains(found) || found.contains(it));
  });
}

const readNames = (dialog: Locator) => dialog.locator('tbody td:first-child').allInnerTexts();

test.each<keyof typeof sizes>(['phone', 'tablet', 'desktop'])(
  'head, names and the button that closes stay in sight wherever it is scrolled: %s',
  async (size) => {
    const { page, dialog, view } = await openTable(size);
    await view.evaluate((it) => it.scrollTo(it.scrollWidth, 900));
    await eventually(() => view.evaluate((it) => it.scrollTop)).toBe(900);
    expect(await isSeen(dialog.getByRole('button', { name: '关闭' }))).toBe(true);
    expect(await isSeen(dialog.getByRole('columnheader', { name: '行业' }))).toBe(true);
    expect(await isSeen(dialog.getByRole('columnheader', { name: '增长' }).last())).toBe(true);
    const width = page.viewportSize()?.width ?? 0;
    const seen = await dialog.locator('tbody .is-name').evaluateAll(
      (cells, most) =>
        cells
          .map((cell) => cell.getBoundingClientRect())
          .filter(({ left, right, top }) => {
            return left >= 0 && right <= most * 0.45 && top > 200 && top < 700;
          }).length,
      width,
    );
    expect(seen).toBeGreaterThan(3);
    const heading = await dialog.getByRole('heading', { name: tableCaption }).boundingBox();
    expect((heading?.x ?? 0) + (heading?.width ?? 0)).toBeLessThanOrEqual(width);
  },
);

test('it is as wide as the window where that is asked for, and grows by press, wheel and fingers', async () => {
  const { page, dialog, view } = await openTable();
  const isWider = () => view.evaluate((it) => it.scrollWidth > it.clientWidth + 1);
  const readSize = () =>
    dialog
      .locator('tbody td')
      .first()
      .evaluate((it) => Number.parseFloat(getComputedStyle(it).fontSize));
  expect(await isWider()).toBe(true);
  const usual = await readSize();
  await dialog.getByRole('button', { name: '适合宽度' }).click();
  await eventually(isWider).toBe(false);
  await dialog.getByRole('button', { name: '原大小' }).click();
  await eventually(readSize).toBeCloseTo(usual);
  await dialog.getByRole('button', { name: '放大' }).click();
  await eventually(readSize).toBeGreaterThan(usual * 1.1);
  await dialog.getByRole('button', { name: '缩小' }).click();
  await eventually(readSize).toBeCloseTo(usual);
  await view.hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -120);
  await page.keyboard.up('Control');
  await eventually(readSize).toBeGreaterThan(usual * 1.1);

  const before = await readSize();
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd'
          ? []
          : [-1, 1].map((side, id) => ({ x: 200 + side * apart, y: 400, id })),
    });
  await touch('touchStart', 40);
  await touch('touchMove', 60);
  await touch('touchMove', 80);
  await touch('touchEnd', 0);
  await eventually(readSize).toBeGreaterThan(before * 1.5);
  // The page itself is as large as before, and so the button is where it was.
  expect(await page.evaluate(() => window.visualViewport?.scale)).toBe(1);
});

test('a press on a column’s head sorts by it: smallest first, largest first, as it was', async () => {
  const { dialog } = await openTable('desktop');
  const names = await readNames(dialog);
  const sort = dialog.getByRole('button', { name: '金额（亿元）' }).first();
  const head = dialog.getByRole('columnheader', { name: '金额（亿元）' }).first();
  await sort.click();
  expect(await head.getAttribute('aria-sort')).toBe('ascending');
  expect((await readNames(dialog)).slice(0, 2)).toEqual([names[0], names[13]]);
  await eventually(() => dialog.getByRole('status').last().textContent()).toContain('从小到大');
  await sort.click();
  expect((await readNames(dialog))[0]).toBe('总计');
  await sort.click();
  expect(await head.getAttribute('aria-sort')).toBe(null);
  expect(await readNames(dialog)).toEqual(names);
});

test('it is copied as CSV, and a column of it is drawn', async () => {
  const { page, dialog } = await openTable('desktop');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await dialog.getByRole('button', { name: '复制 CSV' }).click();
  await dialog.getByRole('button', { name: '已复制' }).waitFor();
  const csv = await page.evaluate(() => navigator.clipboard.readText());
  expect(csv.split(/\r?\n/).slice(0, 2)).toEqual([
    '行业,营业收入 金额（亿元）,营业收入 增长（%）,营业成本 金额（亿元）,营业成本 增长（%）,利润总额 金额（亿元）,利润总额 增长（%）',
    '第0个行业，名称很长很长很长很长,0.5,-0,1000.5,-0,2000.5,-0',
  ]);

  await dialog.getByRole('button', { name: '图表' }).click();
  const bars = () =>
    dialog
      .locator('.bar-line')
      .evaluateAll((all) => all.map((it) => Math.round(it.getBoundingClientRect().width)));
  const chart = dialog.getByRole('list', { name: '图表：营业收入 金额（亿元）' });
  await chart.waitFor();
  expect(await chart.getByRole('listitem').count()).toBe(60);
  const widths = await bars();
  expect(Math.max(...widths)).toBeGreaterThan(300);
  await dialog.getByRole('combobox', { name: '画哪一列' }).selectOption('营业收入 增长（%）');
  await dialog.getByRole('list', { name: '图表：营业收入 增长（%）' }).waitFor();
  expect(await bars()).not.toEqual(widths);
  expect(await dialog.locator('.bar-line.is-negative').count()).toBeGreaterThan(50);
});

test('Escape closes it, the focus comes back, and the article is as it was', async () => {
  const { page, dialog } = await openTable();
  await dialog.getByRole('button', { name: '行业' }).click();
  await page.keyboard.press('Escape');
  await eventually(() => dialog.count()).toBe(0);
  expect(await hasFocus(page.getByRole('button', { name: '展开表格' }))).toBe(true);
  const cells = findOnPage.article(page).locator('tbody td:first-child');
  expect(await cells.first().innerText()).toContain('第0个');
  expect(await page.locator('.sort-button').count()).toBe(0);
});

test('where its script can’t be had, the button says so and may be pressed again', async () => {
  const page = await journey.visit('icon.svg', {
    size: 'phone',
    mayFail: /showTable|TableDialog|Failed to/,
  });
  journey.server.setFault((path) => (/showTable/.test(path) ? { status: 404 } : undefined));
  await page.goto(journey.server.url + findAddress());
  await page.getByRole('button', { name: '展开表格' }).click();
  await page.getByRole('button', { name: /^表格没有打开/ }).waitFor();
});

test('in the article, too, the caption and the names of the rows stay while it is scrolled', async () => {
  const page = await openArticle('phone');
  const box = findOnPage.article(page).getByRole('region', { name: tableCaption });
  await box.evaluate((it) => it.scrollTo(it.scrollWidth, 0));
  await eventually(() => box.evaluate((it) => it.scrollLeft)).toBeGreaterThan(100);
  for (const part of ['caption', 'tbody td:first-child']) {
    const place = await box.locator(part).first().boundingBox();
    expect(place?.x, part).toBeGreaterThanOrEqual(0);
    expect((place?.x ?? 0) + (place?.width ?? 0), part).toBeLessThanOrEqual(412);
  }
  expect(await box.getByRole('rowheader').count()).toBe(61);
  expect(await box.getByRole('table', { name: tableCaption }).count()).toBe(1);
});
