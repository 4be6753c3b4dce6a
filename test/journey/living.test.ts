/** An archive that lives: what a returning reader has read, what is new to them, and where a renamed article is. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findOnPage, readRows } from './findOnPage.ts';
import { eventually, setUpJourney, type VisitOptions } from './setUpJourney.ts';
import {
  buildLivingSentence,
  buildLivingSites,
  type LivingSites,
  newTitles,
  oldTitles,
  removedTitle,
  renamedTitle,
} from './writeLivingContent.ts';

let sites: LivingSites;
const journey = setUpJourney(async () => {
  sites = await buildLivingSites();
  return sites.site;
});

const DAILY = `c/${encodeURIComponent('日报')}`;
const findSweep = (page: Page) => page.getByRole('button', { name: '全部标为已读' });
const findUnread = (page: Page) => page.getByRole('button', { name: '只看未读' });
const findNotice = (page: Page) => page.getByRole('status').filter({ hasText: '标为已读' });
const readTitles = async (page: Page) => (await readRows(page)).map(({ title }) => title);

/** Opens an address of the site that was published meanwhile. */
async function comeBack(page: Page, path: string): Promise<void> {
  journey.server.setFolder(sites.after);
  await page.goto(journey.server.url + path, { waitUntil: 'commit' });
  await findOnPage.row(page).first().waitFor();
}

async function visitBefore(path: string, options: VisitOptions = {}): Promise<Page> {
  journey.server.setFolder(sites.before);
  const page = await journey.visit(path, options);
  await findOnPage.row(page).first().waitFor();
  return page;
}

test('全部标为已读 covers what was there, and none of what comes later', async () => {
  const page = await visitBefore(DAILY);
  await findSweep(page).click();
  await findNotice(page).getByText('已把“日报”里的 6 篇标为已读。').waitFor();
  await eventually(() => findOnPage.list(page).locator('.is-read').count()).toBe(6);
  await findUnread(page).click();
  await page.getByText('这里都读过了').waitFor();
  await comeBack(page, DAILY);
  await eventually(() => readTitles(page)).toEqual(newTitles);
  await comeBack(page, '');
  const titles = await readTitles(page);
  expect(titles).toEqual(expect.arrayContaining(newTitles));
  expect(titles.filter((title) => oldTitles.includes(title ?? ''))).toEqual([]);
});

test('it can be taken back after an article, the other order and a reload', async () => {
  const page = await visitBefore(DAILY, { size: 'phone' });
  await findOnPage.row(page, oldTitles[0]).click();
  await findOnPage
    .article(page)
    .getByText(buildLivingSentence(oldTitles[0] ?? ''))
    .waitFor();
  await page.goBack();
  await findSweep(page).click();
  const undo = findNotice(page).getByRole('button', { name: '撤销', exact: true });
  await findNotice(page).getByText('里的 5 篇标为已读').waitFor();
  await findOnPage.row(page, oldTitles[2]).click();
  await findOnPage
    .article(page)
    .getByText(buildLivingSentence(oldTitles[2] ?? ''))
    .waitFor();
  await undo.waitFor();
  await page.goBack();
  await page.getByRole('button', { name: '最新在前' }).click();
  await undo.waitFor();
  await page.reload();
  await undo.click();
  await eventually(() => findNotice(page).count()).toBe(0);
  await eventually(() => findOnPage.list(page).locator('.is-read').count()).toBe(2);
  await findUnread(page).click();
  await eventually(() => readTitles(page)).toEqual([5, 4, 3, 1].map((index) => oldTitles[index]));
});

test('a returning reader sees where the last visit ended and what has come, and nothing moves', async () => {
  const page = await visitBefore('');
  expect(await page.getByText('上次读到这里').count()).toBe(0);
  expect(await page.getByText(/新到/).count()).toBe(0);
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await comeBack(page, DAILY);
  const above = (title: string | undefined) =>
    findOnPage
      .list(page)
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: title ?? '', exact: true }) })
      .getByText('上次读到这里');
  // The newest of the last visit, and what is of the same minute, stand below the line.
  const second = (await readTitles(page))[1];
  await above(second ?? '').waitFor();
  expect((await readTitles(page))[0]).toBe(newTitles[0]);
  expect(await page.getByText('上次读到这里').count()).toBe(1);
  const tree = findOnPage.tree(page);
  expect(await tree.getByText('新到 4 篇').count()).toBe(1);
  expect(await tree.getByText(/新到/).count()).toBe(1);
  await page.getByText('共 10 篇').waitFor();
  expect(await page.locator('.list-head').getByText('新到 4 篇').count()).toBe(1);
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);

  await page.reload();
  await above(second ?? '').waitFor();
  await page.getByRole('button', { name: '最新在前' }).click();
  await above(newTitles[0]).waitFor();
});

test('a renamed article is found: by its bookmark, and by a link of which nothing is known', async () => {
  const page = await visitBefore(DAILY);
  await findOnPage.row(page, renamedTitle).click();
  await findOnPage.bookmark(page).click();
  const old = new URL(page.url()).pathname;
  journey.server.setFolder(sites.after);
  for (const reader of [page, await journey.visit(old.slice(1))]) {
    await reader.goto(`${journey.server.url}${old.slice(1)}`, { waitUntil: 'commit' });
    await reader.locator('.article-body').getByText(buildLivingSentence(renamedTitle)).waitFor();
    expect(new URL(reader.url()).pathname).not.toBe(old);
  }
  await findOnPage.main(page, '收藏夹').click();
  const link = findOnPage.row(page, renamedTitle);
  await eventually(() => link.getAttribute('href')).not.toBe(old);
  expect(await findOnPage.row(page).count()).toBe(1);
});

test('what has really left says so', async () => {
  const page = await visitBefore(`c/${encodeURIComponent('杂项')}`, {
    mayFail: /archive\/articles\/\w+\.json/,
  });
  await findOnPage.row(page, removedTitle).click();
  await findOnPage.bookmark(page).click();
  const old = page.url();
  journey.server.setFolder(sites.after);
  await page.goto(old, { waitUntil: 'commit' });
  await page.getByText('这篇文章已经不在档案里').waitFor();
  await page.getByRole('heading', { level: 1, name: removedTitle }).waitFor();
});
