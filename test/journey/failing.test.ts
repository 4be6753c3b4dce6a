import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Fault } from '../support/startServer.ts';
import { findOnPage, hasFocus, readHeading } from './findOnPage.ts';
import { buildCategoryAddress } from './readArchive.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';

/** A network that fails: the page says what and why, offers 重试, and recovers. */
const journey = setUpJourney();

const unreachable = '网络不通，或者服务器没有回应。';
const damaged = '文件已损坏，读不出内容。';

/** From now on requests whose path `pattern` matches end in `fault`. */
function fail(pattern: RegExp, fault: Fault) {
  journey.server.setFault((path) => (pattern.test(path) ? fault : undefined));
}

async function expectAlert(page: Page, what: string, why: string) {
  const alert = findOnPage.alert(page);
  await alert.waitFor();
  expect(await alert.count()).toBe(1);
  expect(await alert.innerText()).toContain(what);
  expect(await alert.innerText()).toContain(why);
  expect(await alert.getByRole('button', { name: '重试' }).isEnabled()).toBe(true);
}

/** Presses 重试 when all is well again. */
async function retry(page: Page) {
  journey.server.setFault();
  await findOnPage.retry(page).click();
  await eventually(() => findOnPage.alert(page).count()).toBe(0);
}

/** Presses 重试 while all is still lost, then again when it is not. */
async function retryTwice(page: Page, pattern: RegExp) {
  const count = () => journey.server.requests.filter((path) => pattern.test(path)).length;
  const before = count();
  await findOnPage.retry(page).click();
  // The message leaves while the page asks, some moments after the request: only the one that comes then is of this
  // try.
  await findOnPage.alert(page).waitFor({ state: 'detached' });
  await findOnPage.alert(page).waitFor();
  expect(count()).toBeGreaterThan(before);
  await findOnPage.retry(page).waitFor();
  await retry(page);
}

const channel = '金融/新浪财经/新浪财经－国內';
const catalogue = /catalogue\.json/;
const listPage = /\/lists\//;
const article = /\/articles\//;

describe('what the page says, and 重试 until it comes', () => {
  test('the catalogue', async () => {
    fail(catalogue, { status: 503 });
    const page = await journey.visit('', { size: 'phone', mayFail: catalogue, isBare: true });
    await expectAlert(page, '档案目录没有载入', unreachable);
    expect(await findOnPage.list(page).count()).toBe(0);
    await retry(page);
    await findOnPage.row(page, journey.archive.articles[0]?.title).waitFor();
  });

  test('a list page', async () => {
    fail(listPage, 'close');
    const page = await journey.visit(buildCategoryAddress(channel), {
      mayFail: listPage,
      isBare: true,
    });
    await expectAlert(page, '这一段列表没有载入', unreachable);
    // The category tree and the count are known all the same.
    const articles = journey.archive.listArticles(channel);
    expect(await findOnPage.status(page).innerText()).toBe(`共 ${articles.length} 篇`);
    await retry(page);
    await findOnPage.row(page, articles[0]?.title).waitFor();
  });

  test('an article', async () => {
    fail(article, 'close');
    const page = await journey.visit('', { size: 'phone', mayFail: article });
    const title = journey.archive.articles[2]?.title;
    await findOnPage.row(page, title).click();
    await expectAlert(page, '文章没有载入', unreachable);
    expect(await readHeading(page)).toBe(title);
    expect(await hasFocus(findOnPage.heading(page))).toBe(true);
    expect(await findOnPage.bookmark(page).count()).toBe(0);
    await retryTwice(page, article);
    await findOnPage.article(page).locator('.article-body > *').first().waitFor();
    await findOnPage.bookmark(page).waitFor();
  });
});

test('a deep link to an article that fails has a way to the list and recovers', async () => {
  fail(article, { status: 500 });
  const { id, title } = journey.archive.articles[3] ?? {};
  const page = await journey.visit(`a/${id}`, { size: 'phone', mayFail: article, isBare: true });
  await expectAlert(page, '文章没有载入', unreachable);
  expect(await page.getByRole('link', { name: '返回' }).count()).toBe(1);
  await retry(page);
  await eventually(() => readHeading(page)).toBe(title);
});

test('a file that is not what it should be is called damaged, and asked for once', async () => {
  const page = await journey.visit('saved', { isBare: true });
  await findOnPage.tree(page).waitFor();
  // It asks for the article ahead of the app, and an answer of this test is not shared between the two.
  await page.route('**/early.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: '' }),
  );
  for (const [address, body, what] of [
    ['**/catalogue.json', '{"version":1}', '档案目录没有载入'],
    ['**/lists/all/*.json', '[{"id":"x"}', '这一段列表没有载入'],
    ['**/articles/*.json', 'null', '文章没有载入'],
  ] as const) {
    const asked: string[] = [];
    await page.route(address, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: 'application/json', body });
    });
    const path = what.startsWith('文章') ? `a/${journey.archive.articles[0]?.id}` : '';
    await page.goto(journey.server.url + path, { waitUntil: 'commit' });
    await expectAlert(page, what, damaged);
    expect(asked).toEqual([expect.any(String)]);
    await page.unroute(address);
    await findOnPage.retry(page).click();
    await eventually(() => findOnPage.alert(page).count()).toBe(0);
    // What this page still asks for is not counted with the next one's requests.
    await findOnPage.row(page, journey.archive.articles[0]?.title).waitFor();
  }
});

test('the reading view, which comes as a script of its own', async () => {
  const script = /ReadingView/;
  fail(script, 'close');
  const [first] = journey.archive.articles;
  const page = await journey.visit(`a/${first?.id}`, { size: 'phone', mayFail: script });
  await expectAlert(page, '阅读页面没有载入', '');
  expect(await readHeading(page)).toBe(first?.title);
  journey.server.setFault();
  await findOnPage.retry(page).click();
  await findOnPage.article(page).locator('.article-body > *').first().waitFor();
  expect(await findOnPage.alert(page).count()).toBe(0);
});

test('pictures of the archive: dead ones leave the list, in the article caption and place stay', async () => {
  const pictures = /\/archive\/images\//;
  fail(pictures, { status: 404 });
  const found = journey.archive.articles.find(({ images }) => images[0]?.caption);
  const page = await journey.visit('', { size: 'phone', mayFail: pictures });
  const thumbnails = page.locator('.row-scroller .thumbnail');
  await eventually(() => page.locator('.row-scroller .thumbnail:not(.is-empty)').count()).toBe(0);
  // Words on screen don't move; the room is theirs when the list is drawn again.
  await findOnPage.main(page, '收藏夹').click();
  await eventually(() => readHeading(page)).toBe('收藏夹');
  await page.goBack();
  await findOnPage.row(page).first().waitFor();
  await eventually(() => thumbnails.count()).toBe(0);
  const wide = await page.locator('.row').evaluateAll((rows) =>
    rows.filter((row) => {
      const inner = row.getBoundingClientRect().width - 40;
      return (row.firstElementChild?.getBoundingClientRect().width ?? 0) >= inner;
    }),
  );
  expect(wide.length).toBe(await page.locator('.row').count());
  await page.goto(`${journey.server.url}a/${found?.id}`, { waitUntil: 'commit' });
  const figure = page.getByRole('figure').first();
  await figure.scrollIntoViewIfNeeded();
  await figure.getByText('图片未能载入').waitFor();
  const caption = found?.images[0]?.caption?.replace(/\s/g, '') ?? '';
  expect((await figure.locator('figcaption').innerText()).replace(/\s/g, '')).toContain(caption);
  journey.server.setFault();
  await figure.getByRole('button', { name: '重试' }).click();
  await eventually(() =>
    figure.locator('img').evaluate((it: HTMLImageElement) => it.naturalWidth),
  ).toBeGreaterThan(0);
});

test('a slow answer shows that something is on its way, then comes', async () => {
  journey.server.setFault((path) => (catalogue.test(path) ? { delay: 300 } : undefined));
  const page = await journey.visit('', { isBare: true });
  await page.getByText('正在载入').first().waitFor({ state: 'attached' });
  await findOnPage.row(page, journey.archive.articles[0]?.title).waitFor();
  expect(await page.getByText('正在载入').count()).toBe(0);
});
