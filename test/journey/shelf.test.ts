import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findOnPage, readHeading, readRows } from './findOnPage.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';

/** The bookmarks' page by mouse, by keyboard and by touch: shelves, tags, orders, several at once, swipes. */
const journey = setUpJourney();

/** Opens the page with the first articles bookmarked, the first one last; gives their titles as they are listed. */
async function open(count: number, size: 'phone' | 'desktop' = 'desktop') {
  const page = await journey.visit('icon.svg', { size });
  const articles = journey.archive.articles.slice(0, count);
  await page.evaluate((list) => {
    list.forEach((article, n) => {
      const { id, title, category, source, publishedAt, excerpt } = article;
      const bookmarkedAt = new Date(Date.UTC(2026, 0, 30 - n)).toISOString();
      const bookmark = { v: 1, bookmarkedAt, title, category, source, publishedAt, excerpt };
      localStorage.setItem(`cangbao:bookmark:${id}`, JSON.stringify(bookmark));
    });
  }, articles);
  await page.goto(`${journey.server.url}saved`, { waitUntil: 'commit' });
  const titles = articles.map(({ title }) => title);
  await eventually(() => readTitles(page)).toEqual(titles.slice(0, 3));
  return { page, titles, ids: articles.map(({ id }) => id) };
}

/** The first three rows. */
async function readTitles(page: Page): Promise<(string | null)[]> {
  return (await readRows(page)).slice(0, 3).map((row) => row.title);
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const checkbox = (page: Page, title = '') =>
  page.getByRole('checkbox', { name: `选择 ${title}`, exact: true });

test('tags are made by typing, filter the page, are renamed and merged everywhere, and come back', async () => {
  const { page, titles } = await open(4);
  await button(page, '选择').click();
  await checkbox(page, titles[0]).click();
  await checkbox(page, titles[2]).click({ modifiers: ['Shift'] });
  await page.getByText('已选 3 篇').waitFor();
  const bar = page.getByRole('toolbar', { name: '选中的收藏' });
  await bar.getByRole('button', { name: '标签' }).click();
  const box = page.getByRole('combobox', { name: '标签名' });
  await box.fill('房产');
  await box.press('Enter');
  await page.getByRole('dialog', { name: '标签' }).getByText('房产').waitFor();
  await button(page, '关闭').click();
  await bar.getByRole('button', { name: '完成' }).click();

  // Another tag, on one article, in the article itself.
  await findOnPage.row(page, titles[3]).click();
  await button(page, '标签').click();
  await box.fill('房地产');
  await box.press('ArrowDown');
  await page.getByRole('option', { name: '新标签“房地产”', selected: true }).waitFor();
  await box.press('Enter');
  await button(page, '关闭').click();

  const chips = page.getByRole('list', { name: '标签' }).first();
  await chips.getByRole('button', { name: /^房产/ }).click();
  await eventually(() => readTitles(page)).toEqual(titles.slice(0, 3));
  expect(await findOnPage.status(page).first().innerText()).toBe('符合的 3 篇，共 4 篇');
  await chips.getByRole('button', { name: /^房产/ }).click();

  await button(page, '管理标签').click();
  const name = page.getByRole('textbox', { name: '标签名 房地产' });
  await name.fill('房产');
  await name.press('Enter');
  await eventually(() => page.getByRole('textbox', { name: /标签名/ }).count()).toBe(1);
  await button(page, '关闭').click();
  await page.getByText('“房地产”已并入“房产”。').waitFor();
  await chips.getByRole('button', { name: '房产 4' }).waitFor();
  await button(page, '撤销').click();
  await chips.getByRole('button', { name: '房产 3' }).waitFor();
  await chips.getByRole('button', { name: '房地产 1' }).waitFor();
});

test('words, orders and the order by hand', async () => {
  const { page, titles, ids } = await open(5);
  await page.getByRole('searchbox', { name: '在收藏夹里找' }).fill(titles[3]?.slice(0, 6) ?? '');
  await eventually(() => readTitles(page)).toEqual([titles[3]]);
  await page.getByRole('searchbox', { name: '在收藏夹里找' }).fill('没有这样的标题');
  await button(page, '看全部').click();

  await page.getByRole('combobox', { name: '排列' }).selectOption('手动排列');
  const handle = button(page, `拖动 ${titles[1]}；也可以按上下键`);
  await handle.focus();
  await page.keyboard.press('ArrowUp');
  await eventually(() => readTitles(page)).toEqual([titles[1], titles[0], titles[2]]);
  await page.getByText('现在是第 1 篇，共 5 篇').waitFor({ state: 'attached' });
  await page.keyboard.press('ArrowDown');
  await eventually(() => readTitles(page)).toEqual(titles.slice(0, 3));

  const [from, to] = [
    await handle.boundingBox(),
    await findOnPage.row(page, titles[3]).boundingBox(),
  ];
  await page.mouse.move((from?.x ?? 0) + 20, (from?.y ?? 0) + 30);
  await page.mouse.down();
  await page.mouse.move((to?.x ?? 0) + 40, (to?.y ?? 0) + 20, { steps: 8 });
  await page.mouse.up();
  await eventually(() => readTitles(page)).toEqual([titles[0], titles[2], titles[3]]);
  await page.reload({ waitUntil: 'commit' });
  await eventually(() => readTitles(page)).toEqual([titles[0], titles[2], titles[3]]);

  // The neighbours of an article are those of the page.
  await findOnPage.row(page, titles[2]).click();
  await eventually(() => readHeading(page)).toBe(titles[2]);
  expect(await findOnPage.neighbour(page, '下一篇').innerText()).toContain(titles[3]);
  expect(page.url()).toContain(ids[2]);
});

test('稍后读 is a shelf of its own: the list of all articles and the button 收藏 tell them apart', async () => {
  const { page, titles } = await open(3);
  const { id = '', title = '' } = journey.archive.articles[7] ?? {};
  await page.goto(`${journey.server.url}a/${id}`, { waitUntil: 'commit' });
  const later = button(page, '稍后读');
  await later.click();
  await eventually(() => later.getAttribute('aria-pressed')).toBe('true');
  expect(await findOnPage.bookmark(page).getAttribute('aria-pressed')).toBe('false');
  await findOnPage.main(page, '收藏夹').click();
  await eventually(() => readTitles(page)).toEqual(titles);
  await page.getByRole('radio', { name: /^稍后读/ }).check();
  await eventually(() => readTitles(page)).toEqual([title]);
  await eventually(() => findOnPage.status(page).innerText()).toBe('共 1 篇稍后读');

  await findOnPage.row(page, title).click();
  await findOnPage.bookmark(page).click();
  await eventually(() => findOnPage.bookmark(page).getAttribute('aria-pressed')).toBe('true');
  await later.click();
  await eventually(() => later.getAttribute('aria-pressed')).toBe('false');
  expect(await findOnPage.bookmark(page).getAttribute('aria-pressed')).toBe('true');
});

test('several are removed together by keyboard alone, and come back with their tags', async () => {
  const { page, titles } = await open(4);
  await button(page, '选择').focus();
  await page.keyboard.press('Enter');
  await checkbox(page, titles[0]).focus();
  await page.keyboard.press('Space');
  await checkbox(page, titles[1]).focus();
  await page.keyboard.press('Space');
  await page.getByText('已选 2 篇').waitFor();
  await page.getByRole('toolbar').getByRole('button', { name: '移除' }).press('Enter');
  await eventually(() => readTitles(page)).toEqual(titles.slice(2));
  await page.getByText('已移除 2 篇。').waitFor();
  await button(page, '撤销').press('Enter');
  await eventually(() => readTitles(page)).toEqual(titles.slice(0, 3));
  await button(page, '选择').press('Enter');
  await page.keyboard.press('Escape');
  await eventually(() => checkbox(page, titles[0]).count()).toBe(0);
});

test('a finger swipes a row to the left to remove it and to the right to mark it read; a long press chooses', async () => {
  const { page, titles } = await open(4, 'phone');
  await swipe(page, titles[0], -160);
  await eventually(() => readTitles(page)).toEqual(titles.slice(1));
  await button(page, '撤销').click();
  await eventually(() => readTitles(page)).toEqual(titles.slice(0, 3));
  await swipe(page, titles[1], 160);
  await eventually(() => page.locator('.row.is-read').count()).toBe(1);
  await swipe(page, titles[1], 40);
  expect(await page.locator('.row.is-read').count()).toBe(1);
  await swipe(page, titles[2], 0, 700);
  await page.getByText('已选 1 篇').waitFor();
  expect(await checkbox(page, titles[2]).isChecked()).toBe(true);
});

/** Puts a finger on a row, holds it there, and moves it across by some pixels. */
async function swipe(page: Page, title: string | undefined, across: number, hold = 0) {
  const box = await findOnPage.row(page, title).boundingBox();
  const session = await page.context().newCDPSession(page);
  const [x, y] = [200, (box?.y ?? 0) + 12];
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: at, y }],
    });
  await send('touchStart', x);
  await page.waitForTimeout(hold);
  for (let step = 1; step <= 8; step += 1) await send('touchMove', x + (across * step) / 8);
  await send('touchEnd', x + across);
  await session.detach();
}
