import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { findOnPage } from './findOnPage.ts';
import { eventually, setUpJourney, type VisitOptions } from './setUpJourney.ts';

/** axe finds nothing on any page, on a phone and on a desk, in light and in dark. */
const journey = setUpJourney();
const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const table: Record<string, Record<string, number>> = {};

type AxeWindow = { axe: { run: (page: Document, options: object) => Promise<AxeResults> } };

/** Gives what axe found, one line per element. */
async function findViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await axeSource);
  const { violations, passes } = await page.evaluate(
    (values) =>
      (window as unknown as AxeWindow).axe.run(document, {
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
      }),
    tags,
  );
  expect(passes.length).toBeGreaterThan(10);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
  );
}

async function openArticle(page: Page) {
  const { id } =
    journey.archive.articles.find(({ html }) => /<table.*<img|<img.*<table/s.test(html)) ?? {};
  await page.goto(`${journey.server.url}a/${id}`, { waitUntil: 'commit' });
  await findOnPage.article(page).locator('.article-body > *').first().waitFor();
  await findOnPage.neighbour(page, '下一篇').waitFor();
  await eventually(() => findOnPage.bookmark(page).count()).toBe(1);
}

/** The views in an order in which each is reached from the one before it. */
const views: [name: string, open: (page: Page) => Promise<unknown>][] = [
  ['list', (page) => findOnPage.row(page).first().waitFor()],
  [
    'no bookmarks',
    async (page) => {
      await findOnPage.main(page, '收藏夹').click();
      await page.getByText('还没有收藏').waitFor();
    },
  ],
  ['article', openArticle],
  [
    'bookmarks',
    async (page) => {
      await findOnPage.bookmark(page).click();
      await findOnPage.main(page, '收藏夹').click();
      await findOnPage.row(page).first().waitFor();
    },
  ],
  [
    'search',
    async (page) => {
      await page.goto(`${journey.server.url}search?q=${encodeURIComponent('公里')}`);
      await findOnPage.row(page).first().waitFor();
      await page.getByText('筛选').click();
    },
  ],
  [
    'hits in an article',
    async (page) => {
      await findOnPage.row(page).first().click();
      await page.getByRole('group', { name: '搜索命中' }).waitFor();
    },
  ],
  [
    '404',
    async (page) => {
      await page.goto(`${journey.server.url}nowhere`, { waitUntil: 'commit' });
      await page.getByText('找不到这一页').waitFor();
    },
  ],
  [
    'failed article',
    async (page) => {
      await page.getByRole('main').getByRole('link', { name: '去看全部文章' }).click();
      journey.server.setFault((path) => (path.includes('/articles/') ? 'close' : undefined));
      await findOnPage.row(page).first().click();
      await findOnPage.alert(page).waitFor();
    },
  ],
  [
    'failed',
    async (page) => {
      journey.server.setFault((path) => (path.includes('catalogue') ? { status: 500 } : undefined));
      await page.goto(journey.server.url, { waitUntil: 'commit' });
      await findOnPage.alert(page).waitFor();
    },
  ],
];

async function inspect(page: Page, view: string): Promise<string[]> {
  const found: string[] = [];
  const counts = table[view] ?? {};
  table[view] = counts;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const violations = await findViolations(page);
    counts[`${page.viewportSize()?.width} ${colorScheme}`] = violations.length;
    found.push(...violations.map((violation) => `${view}, ${colorScheme}: ${violation}`));
  }
  return found;
}

const settings: VisitOptions = { mayFail: /catalogue|\/articles\//, isBare: true };

test.each(['phone', 'desktop'] as const)('every view, in light and in dark (%s)', async (size) => {
  const page = await journey.visit('', { ...settings, size });
  const found: string[] = [];
  for (const [name, open] of views) {
    await open(page);
    found.push(...(await inspect(page, name)));
  }
  expect(found).toEqual([]);
});

test('the sheet of categories', async () => {
  const page = await journey.visit('', { ...settings, size: 'phone' });
  await findOnPage.sheetButton(page).click();
  await findOnPage.tree(page).waitFor();
  expect(await inspect(page, 'sheet')).toEqual([]);
});

afterAll(() => console.table(table));
