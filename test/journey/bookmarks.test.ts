import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launchBrowser } from '../support/launchBrowser.ts';
import { findOnPage, readHeading, readRows } from './findOnPage.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';

/** What a reader marks stays marked, in this browser and nowhere else. */
const journey = setUpJourney();

/** Opens articles one after the other by their address and presses 收藏 in each. */
async function bookmark(page: Page, indexes: number[]): Promise<string[]> {
  const titles: string[] = [];
  for (const index of indexes) {
    const article = journey.archive.articles[index];
    await page.goto(`${journey.server.url}a/${article?.id}`, { waitUntil: 'commit' });
    const button = findOnPage.bookmark(page);
    await eventually(() => button.getAttribute('aria-pressed')).toBe('false');
    await button.click();
    await eventually(() => button.getAttribute('aria-pressed')).toBe('true');
    titles.push(article?.title ?? '');
  }
  return titles;
}

async function readSaved(page: Page): Promise<(string | null)[]> {
  return (await readRows(page)).map((row) => row.title);
}

test('bookmarks are listed newest first, stay after a reload, and go when pressed again', async () => {
  const page = await journey.visit('icon.svg', { size: 'phone' });
  const titles = (await bookmark(page, [5, 2, 9])).reverse();
  await page.reload({ waitUntil: 'commit' });
  await eventually(() => findOnPage.bookmark(page).getAttribute('aria-pressed')).toBe('true');

  await page.goto(journey.server.url, { waitUntil: 'commit' });
  await findOnPage.main(page, '收藏夹').click();
  await eventually(() => readSaved(page)).toEqual(titles);
  expect(await readHeading(page)).toBe('收藏夹');
  expect(await findOnPage.status(page).innerText()).toBe('共 3 篇收藏');
  await page.reload({ waitUntil: 'commit' });
  await eventually(() => readSaved(page)).toEqual(titles);

  await findOnPage.row(page, titles[1]).click();
  await eventually(() => readHeading(page)).toBe(titles[1]);
  expect(await findOnPage.neighbour(page, '上一篇').innerText()).toContain(titles[0]);
  expect(await findOnPage.neighbour(page, '下一篇').innerText()).toContain(titles[2]);
  await findOnPage.bookmark(page).click();
  await eventually(() => findOnPage.bookmark(page).getAttribute('aria-pressed')).toBe('false');
  await page.goBack();
  await eventually(() => readSaved(page)).toEqual([titles[0], titles[2]]);
  const keys = await page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.startsWith('cangbao:bookmark:'))
      .map(([, value]) => JSON.parse(value))
      .filter(({ removedAt }) => removedAt === undefined)
      .map(({ v }) => v),
  );
  expect(keys).toEqual([1, 1]);
});

test('without bookmarks the page says what to do', async () => {
  const page = await journey.visit('saved');
  await eventually(() => findOnPage.status(page).innerText()).toBe('共 0 篇收藏');
  await page.getByText('还没有收藏').waitFor();
  await page.getByRole('link', { name: '去看全部文章' }).click();
  await eventually(() => readHeading(page)).toBe('全部文章');
});

test('another tab sees a bookmark come and go at once', async () => {
  const page = await journey.visit();
  const other = await page.context().newPage();
  await other.goto(`${journey.server.url}saved`);
  await other.getByText('还没有收藏').waitFor();
  const titles = await bookmark(page, [3]);
  await eventually(() => readSaved(other)).toEqual(titles);
  await findOnPage.bookmark(page).click();
  await other.getByText('还没有收藏').waitFor();
});

test('a reader who closed the browser finds the bookmarks, an article that has left included', async () => {
  const page = await journey.visit();
  const [gone = '', kept = ''] = await bookmark(page, [4, 7]);
  const storageState = await page.context().storageState();
  const id = journey.archive.articles[4]?.id;
  journey.server.setFault((path) =>
    path.endsWith(`/articles/${id}.json`) ? { status: 404 } : undefined,
  );

  const browser = await launchBrowser();
  try {
    const later = await journey.visit('saved', {
      browser,
      storageState,
      size: 'phone',
      mayFail: new RegExp(`/articles/${id}`),
    });
    await eventually(() => readSaved(later)).toEqual([kept, gone]);
    await findOnPage.row(later, gone).click();
    await later.getByText('这篇文章已经不在档案里').waitFor();
    expect(await readHeading(later)).toBe(gone);
    await eventually(() => later.title()).toBe(`${gone} · 藏报`);
    await later.getByRole('button', { name: '移除这条收藏' }).click();
    await eventually(() => readSaved(later)).toEqual([kept]);
    expect(await findOnPage.status(later).innerText()).toBe('共 1 篇收藏');
    await later.context().close();
  } finally {
    await browser.close();
  }
});
