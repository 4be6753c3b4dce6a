import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { formatBeijingDay } from '../../src/model/beijingTime.ts';
import { findOnPage, readHeading } from './findOnPage.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';

/** The pane without an article is a front page. */
const journey = setUpJourney();

const findFront = (page: Page) => page.getByRole('region', { name: '首页', exact: true });
const findPart = (page: Page, name: string) => findFront(page).getByRole('region', { name });

/** Opens an article and scrolls through a part of it, then comes to an address anew. */
async function readPart(page: Page, title: string, then = '') {
  await findOnPage.row(page, title).click();
  await findOnPage.article(page).locator('.article-body > *').nth(2).waitFor();
  await page.locator('.reading-pane').evaluate((pane) => {
    pane.scrollTo(0, (pane.scrollHeight - pane.clientHeight) / 2);
  });
  await eventually(() =>
    page.evaluate(() => Object.keys(localStorage).some((key) => key.includes('place:'))),
  ).toBe(true);
  await page.goto(journey.server.url + then);
}

test('tells what the archive is, and where one stopped with how far', async () => {
  const page = await journey.visit();
  await page.setViewportSize({ width: 1440, height: 500 });
  await findFront(page).getByText('72 篇，来自新浪财经、cnBeta、开源中国').waitFor();
  expect(await findPart(page, '继续阅读').count()).toBe(0);
  const long = journey.archive.articles
    .slice(0, 6)
    .sort((a, b) => b.characterCount - a.characterCount)[0];
  await readPart(page, long?.title ?? '');
  const link = findPart(page, '继续阅读').getByRole('link', {
    name: long?.title ?? '',
    exact: true,
  });
  await link.waitFor();
  const percent = (await findPart(page, '继续阅读').innerText()).match(/读到 (\d+)%/)?.[1];
  expect(Number(percent)).toBeGreaterThan(10);
  expect(Number(percent)).toBeLessThan(90);
  await link.click();
  await findOnPage.article(page).locator('.article-body > *').first().waitFor();
  expect(await readHeading(page)).toBe(long?.title);
  await eventually(() =>
    page.locator('.reading-pane').evaluate((pane) => pane.scrollTop),
  ).toBeGreaterThan(50);
  await page.goBack();
  await findFront(page).waitFor();
});

test('counts what is unread by category, and leads there', async () => {
  const page = await journey.visit('', { size: 'tablet' });
  const channel = journey.archive.getCategory('金融/新浪财经/新浪财经－国內');
  const unread = findPart(page, '还没有读');
  await unread
    .getByRole('link', { name: `${channel.name} ${channel.count}`, exact: true })
    .waitFor();
  const [first] = journey.archive.listArticles(channel.path);
  await unread.getByRole('link', { name: `${channel.name} ${channel.count}`, exact: true }).click();
  await eventually(() => readHeading(page)).toBe(channel.name);
  await findOnPage.row(page, first?.title).click();
  await findOnPage.article(page).locator('.article-body > *').first().waitFor();
  await page.goBack();
  await unread
    .getByRole('link', { name: `${channel.name} ${channel.count - 1}`, exact: true })
    .waitFor();
  await unread.getByText('72 篇里还有 71 篇没有读').waitFor();
  await findOnPage.main(page, '全部文章').click();
  await page.getByRole('button', { name: '全部标为已读' }).click();
  await unread.getByText('72 篇都读过了').waitFor();
});

test('shows what was published on this day of earlier years', async () => {
  const page = await journey.visit('icon.svg');
  const { publishedAt = '' } = journey.archive.articles[3] ?? {};
  const day = formatBeijingDay(publishedAt) ?? '';
  const titles = journey.archive.articles
    .filter((article) => formatBeijingDay(article.publishedAt)?.slice(5) === day.slice(5))
    .map(({ title }) => title);
  await page.clock.setFixedTime(new Date(`2031-${day.slice(5)}T12:00:00+08:00`));
  await page.goto(journey.server.url);
  const links = findPart(page, '那年今日').getByRole('link');
  await eventually(() => links.allInnerTexts()).toEqual(titles);
});

test('what the list has just told of is asked for again only by a press', async () => {
  const page = await journey.visit('saved', { isBare: true });
  // The front page beside the bookmarks asks for the list, too: that is not counted.
  await page.waitForLoadState('networkidle');
  const day = formatBeijingDay(journey.archive.articles[3]?.publishedAt) ?? '';
  await page.clock.setFixedTime(new Date(`2031-${day.slice(5)}T12:00:00+08:00`));
  const lists = '**/lists/all/*.json';
  let asked = 0;
  await page.route(lists, (route) => {
    asked += 1;
    return route.fulfill({ contentType: 'application/json', body: 'null' });
  });
  // It asks for the list ahead of the app.
  await page.route('**/early.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: '' }),
  );
  await page.goto(journey.server.url, { waitUntil: 'commit' });
  const again = findPart(page, '那年今日').getByRole('button', { name: '再试一次' });
  await again.waitFor();
  await findOnPage.alert(page).waitFor();
  expect(asked).toBe(1);
  await again.click();
  await eventually(() => asked).toBe(2);
  await page.unroute(lists);
  await findOnPage.retry(page).click();
  await findOnPage.row(page).first().waitFor();
  await again.click();
  await findPart(page, '那年今日').getByRole('link').first().waitFor();
});

test('opens any article, and says so where it can not be had', async () => {
  journey.server.setFault((path) => (/lists\//.test(path) ? 'close' : undefined));
  const page = await journey.visit('search', { mayFail: /lists/, isBare: true });
  const button = findFront(page).getByRole('button', { name: '随机一篇' });
  await button.click();
  await findFront(page).getByText('没有取到').waitFor();
  // What came with the front page says what is missing, too.
  await findPart(page, '新到').getByRole('button', { name: '再试一次' }).waitFor();
  journey.server.setFault();
  await findPart(page, '新到').getByRole('button', { name: '再试一次' }).click();
  await eventually(() => findPart(page, '新到').getByRole('link').count()).toBe(4);
  await button.click();
  await eventually(() => new URL(page.url()).pathname).toMatch(/\/a\//);
  await page.goBack();
  await findFront(page).waitFor();
  expect(await readHeading(page)).toBe('搜索');
});

test('asks for nothing on a phone, whose first screen says what site this is', async () => {
  const asked: string[] = [];
  const page = await journey.visit('icon.svg', { size: 'phone' });
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(journey.server.url);
  await page.locator('.site-line').getByText('藏报').waitFor();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => /FrontPage|countUnread|CategoryTree/.test(url))).toEqual([]);
});

test('nothing of it moves while its parts come one after another', async () => {
  const page = await journey.visit('icon.svg');
  const day = formatBeijingDay(journey.archive.articles[3]?.publishedAt ?? '')?.slice(5);
  await page.clock.setFixedTime(new Date(`2031-${day}T12:00:00+08:00`));
  await page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        sources: { node?: Node }[];
      })[])
        moved.push(entry.sources.map(({ node }) => node?.textContent).join());
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.route(/\/lists\//, async (route) => {
    await new Promise((done) => setTimeout(done, 500));
    await route.continue();
  });
  await page.goto(`${journey.server.url}search`);
  for (const name of ['新到', '那年今日', '还没有读']) await findPart(page, name).waitFor();
  expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([]);
});
