import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
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
  await page.evaluate(await axeSource);
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

const views: { name: string; open: (page: Page) => Promise<unknown>; path?: string }[] = [
  { name: 'list', open: (page) => findOnPage.row(page).first().waitFor() },
  { name: 'article', open: openArticle },
  {
    name: 'bookmarks',
    open: async (page) => {
      await openArticle(page);
      await findOnPage.bookmark(page).click();
      await findOnPage.main(page, '收藏夹').click();
      await findOnPage.row(page).first().waitFor();
    },
  },
  { name: 'no bookmarks', path: 'saved', open: (page) => page.getByText('还没有收藏').waitFor() },
  { name: '404', path: 'nowhere', open: (page) => page.getByText('找不到这一页').waitFor() },
  {
    name: 'failed',
    open: async (page) => {
      journey.server.setFault((path) => (path.includes('catalogue') ? { status: 500 } : undefined));
      await page.reload({ waitUntil: 'commit' });
      await findOnPage.alert(page).waitFor();
      journey.server.setFault();
    },
  },
  {
    name: 'failed article',
    open: async (page) => {
      await findOnPage.row(page).first().waitFor();
      journey.server.setFault((path) => (path.includes('/articles/') ? 'close' : undefined));
      await findOnPage.row(page).first().click();
      await findOnPage.alert(page).waitFor();
    },
  },
];

async function inspect(page: Page, view: string) {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const violations = await findViolations(page);
    table[view] ??= {};
    table[view][`${page.viewportSize()?.width} ${colorScheme}`] = violations.length;
    found.push(...violations.map((violation) => `${colorScheme}: ${violation}`));
  }
  expect(found).toEqual([]);
}

const settings: VisitOptions = {
  reducedMotion: 'reduce',
  mayFail: /catalogue|\/articles\//,
};

describe.each(['phone', 'desktop'] as const)('%s', (size) => {
  test.each(views)('$name', async ({ name, open, path = '' }) => {
    const page = await journey.visit(path, { ...settings, size });
    await open(page);
    await inspect(page, name);
  });
});

test('the sheet of categories', async () => {
  const page = await journey.visit('', { ...settings, size: 'phone' });
  await findOnPage.sheetButton(page).click();
  await findOnPage.tree(page).waitFor();
  await inspect(page, 'sheet');
});

afterAll(() => console.table(table));
