/** A site whose owner has set something, as readers find it: in a real browser, at three sizes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { buildSite, type Site } from '../support/buildSite.ts';
import { isDrill } from '../support/isDrill.ts';
import { findOnPage, findScroller } from './findOnPage.ts';
import { findViolations } from './findViolations.ts';
import { eventually, setUpJourney, type sizes, type VisitOptions } from './setUpJourney.ts';
import { ownIcon, writeOwnContent } from './writeOwnContent.ts';

const findSite = async (): Promise<Site> => ({ content: await writeOwnContent(12) });
const journey = setUpJourney(findSite);
const mayFail = /\/articles\//;

async function visit(path = '', options: VisitOptions = {}): Promise<Page> {
  return journey.visit(path, { mayFail, ...options });
}

const footer = (page: Page) => page.getByRole('list', { name: '网站信息' });
const registration = (page: Page) => page.getByRole('link', { name: '京ICP备00000001号' });

/** The id of the article that was taken down. */
function findTakenDown(): string {
  return Object.keys(journey.archive.catalogue.site?.takenDown ?? {})[0] ?? '';
}

const isInSight = (page: Page) =>
  registration(page).evaluate((link) => {
    const box = link.getBoundingClientRect();
    const above = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return link.contains(above);
  });

describe.each<keyof typeof sizes>(['phone', 'tablet', 'desktop'])('on a %s', (size) => {
  test('the registration is on the first page, without more than scrolling; axe finds nothing', async () => {
    const page = await visit('', { size });
    // The front page's own takes the place of the empty pane's, below parts that come first.
    await eventually(() => footer(page).count()).toBe(1);
    const scroller = await findScroller(page);
    await eventually(async () => {
      if (size === 'phone') await scroller.evaluate((box) => box.scrollTo(0, box.scrollHeight));
      return isInSight(page);
    }).toBe(true);
    expect(await registration(page).getAttribute('href')).toBe('https://beian.example/');
    expect(await registration(page).getAttribute('rel')).toBe('noopener noreferrer');
    expect(await findViolations(page)).toEqual([]);
  });

  // A sample: each size in one of the two, and each page at one or two of the sizes.
  const schemes: ('light' | 'dark')[] = isDrill
    ? ['light', 'dark']
    : [size === 'tablet' ? 'dark' : 'light'];
  const samples = {
    phone: ['about', 'article'],
    tablet: ['taken down', 'saved'],
    desktop: ['article', 'offline'],
  };
  test.each(schemes)('axe finds nothing in the %s', { timeout: 300_000 }, async (scheme) => {
    const found: string[] = [];
    const page = await visit('icon.svg', { size, colorScheme: scheme });
    const addresses: Record<string, string> = {
      article: `a/${journey.archive.articles[3]?.id}`,
      'taken down': `a/${findTakenDown()}`,
    };
    const names = ['', 'about', 'article', 'taken down', 'saved', 'offline'];
    for (const name of isDrill ? names : samples[size]) {
      await page.goto(journey.server.url + (addresses[name] ?? name), { waitUntil: 'commit' });
      await footer(page).waitFor();
      // What is on its way has a heading, too, which is not to be seen.
      await page.locator('h1:not(.sr-only)').first().waitFor();
      if (name === 'about') await page.getByText('存放').waitFor();
      found.push(...(await findViolations(page)).map((each) => `${name}: ${each}`));
    }
    expect(found).toEqual([]);
  });
});

test('a pinned article is returned to at its place above the list', async () => {
  const page = await visit('', { size: 'phone' });
  const pinned = page.getByRole('list', { name: '置顶文章' }).getByRole('link');
  await pinned.click();
  await page.getByRole('heading', { level: 1, name: '第3号公告' }).waitFor();
  await page.getByRole('link', { name: /下一篇 第2号公告/ }).waitFor();
  await page.goBack();
  await eventually(() => pinned.evaluate((link) => link === document.activeElement)).toBe(true);
  const scroller = await findScroller(page);
  expect(await scroller.evaluate((box) => box.scrollTop)).toBe(0);
  // From it the keys lead into the list.
  await page.keyboard.press('j');
  await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toBe(
    '第12号公告',
  );
});

test('beside the list, a pinned article moves nothing, and the way on leads to its neighbours', async () => {
  const page = await visit('', { size: 'desktop' });
  const pinned = page.getByRole('list', { name: '置顶文章' }).getByRole('link');
  await pinned.click();
  await page.getByRole('heading', { level: 1, name: '第3号公告' }).waitFor();
  const scroller = await findScroller(page);
  expect(await scroller.evaluate((box) => box.scrollTop)).toBe(0);
  await page.keyboard.press('j');
  await page.getByRole('heading', { level: 1, name: '第2号公告' }).waitFor();
  await eventually(() =>
    page.locator('ol[aria-label="文章列表"] [aria-current="page"]').textContent(),
  ).toBe('第2号公告');
});

test('rows below pinned ones keep their place when the reader comes back', async () => {
  const page = await visit('', { size: 'phone' });
  const scroller = await findScroller(page);
  await findOnPage.row(page).first().waitFor();
  await scroller.evaluate((box) => box.scrollTo(0, 420));
  await page.waitForTimeout(400);
  const row = page.locator('.row-scroller > ol .row-title').filter({ hasText: '第9号公告' });
  const before = await row.boundingBox();
  await row.click();
  await page.getByRole('heading', { level: 1, name: '第9号公告' }).waitFor();
  await page.goBack();
  await eventually(() => row.evaluate((link) => link === document.activeElement)).toBe(true);
  expect((await row.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);
});

test('hidden categories are not among the commands', async () => {
  const page = await visit();
  await footer(page).waitFor();
  await page.keyboard.press('Control+k');
  const box = page.getByRole('dialog', { name: '命令面板' }).getByRole('combobox');
  await box.fill('公告栏');
  await page
    .getByRole('option', { name: /公告栏/ })
    .first()
    .waitFor();
  await box.fill('旧稿');
  // What is left is the way to the search, which every question has.
  await eventually(() => page.getByRole('option').allInnerTexts()).toEqual([
    expect.stringContaining('全文搜索「旧稿」'),
  ]);
});

test('the search has the footer before anything is asked', async () => {
  const page = await visit('search', { size: 'phone' });
  await page.locator('.own-searches').waitFor();
  await footer(page).waitFor();
});

test('the drawn first screen has footer and pinned rows, and nothing moves when the app comes', async () => {
  const page = await visit('icon.svg', { size: 'phone', isHeld: true });
  let letGo = () => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route(/\/assets\/index-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(journey.server.url, { waitUntil: 'commit' });
  await page.locator('.first-screen .row-title').first().waitFor();
  const readPlaces = () =>
    page.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          'h1, .day, .row-title, .row-facts, .site-footer a',
        ),
      ]
        .map((thing) => ({ thing, box: thing.getBoundingClientRect() }))
        .filter(({ box }) => box.top < window.innerHeight)
        .map(({ thing, box }) => [thing.innerText, box.x, box.y, box.width, box.height].join(' ')),
    );
  const before = await readPlaces();
  expect(before.some((place) => place.startsWith('置顶'))).toBe(true);
  expect(await page.locator('.first-screen').innerHTML()).toContain('京ICP备00000001号');
  letGo();
  await findOnPage.row(page).first().waitFor();
  expect(await readPlaces()).toEqual(before);
});

describe('what is built', () => {
  const read = async (path: string) =>
    readFileSync(join(await buildSite(await findSite()), path), 'utf8');

  test('each page has the owner’s lines, names and icon', async () => {
    for (const name of ['index.html', '404.html', 'app.html']) {
      const page = await read(name);
      expect(page).toContain('<html lang="zh-CN">');
      expect(page).toContain('<meta name="description" content="一座港口城市的旧新闻" />');
      expect(page).toContain('<meta name="verify" content="abc">');
      expect(page).toContain('<script>window.countOfVisits = 1;</script>');
      expect(page).toContain('<link rel="icon" href="/icon.svg" type="image/svg+xml" />');
      expect(page).not.toContain('icon-192');
      expect(page).not.toContain('require-trusted-types-for');
    }
    expect(await read('icon.svg')).toBe(ownIcon);
    expect(JSON.parse(await read('manifest.webmanifest'))).toMatchObject({
      name: '码头旧报',
      description: '一座港口城市的旧新闻',
      icons: [{ src: '/icon.svg', sizes: 'any' }],
    });
  });

  test.each(['screenshots', 'icon-192.png', 'icon-maskable-512.png'])(
    '%s is no part of it',
    async (name) => {
      expect(existsSync(join(await buildSite(await findSite()), name))).toBe(false);
    },
  );

  test('without settings there is the product’s icon, no screenshots, and the strict policy', async () => {
    const folder = await buildSite();
    expect(existsSync(join(folder, 'icon-192.png'))).toBe(true);
    expect(existsSync(join(folder, 'screenshots'))).toBe(false);
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(page).toContain("require-trusted-types-for 'script'; trusted-types dompurify cangbao");
    expect(page).toContain('<meta name="description" content="藏报" />');
  });
});

test('the owner’s scripts run, and may add others of the hosts that are named', async () => {
  const page = await visit();
  await footer(page).waitFor();
  await page.route('https://stats.example/second.js', (route) =>
    route.fulfill({ body: 'window.countOfVisits += 1', contentType: 'text/javascript' }),
  );
  const readCount = () =>
    page.evaluate(() => (window as unknown as { countOfVisits: number }).countOfVisits);
  expect(await readCount()).toBe(1);
  await page.evaluate(() => {
    const script = document.createElement('script');
    // Analytics do so, and it throws where Trusted Types are asked for.
    script.src = 'https://stats.example/second.js';
    document.head.append(script);
  });
  await eventually(readCount).toBe(2);
});

test('the accent is in every theme', async () => {
  const page = await visit();
  await footer(page).waitFor();
  const link = page.getByRole('link', { name: '全部文章' });
  for (const [theme, colour] of [
    ['light', 'rgb(26, 95, 180)'],
    ['sepia', 'rgb(26, 95, 180)'],
    ['dark', 'rgb(81, 148, 230)'],
    ['black', 'rgb(81, 148, 230)'],
  ]) {
    await page.evaluate((value) => {
      document.documentElement.dataset.theme = value;
    }, theme);
    await eventually(() => link.evaluate((each) => getComputedStyle(each).color)).toBe(colour);
  }
});
