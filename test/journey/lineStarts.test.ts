import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { findOnPage } from './findOnPage.ts';
import { setUpJourney } from './setUpJourney.ts';
import { linesTitle, writeTextContent } from './writeTextContent.ts';

/** How lines of other kinds than sentences stand. */
const journey = setUpJourney(async () => ({ content: await writeTextContent() }));

let page: Page;
beforeAll(async () => {
  const article = journey.archive.articles.find(({ title }) => title === linesTitle);
  page = await journey.visit(`a/${article?.id}`, { size: 'phone', isKept: true });
});

test('on a phone, centred lines stay centred and lines below each other begin alike', async () => {
  await findOnPage.article(page).locator('.article-body > p').first().waitFor();
  await page.locator('.article-body .has-latin').first().waitFor();
  const looks = await page.locator('.article-body > p').evaluateAll((all) =>
    all.map((each) => {
      const { textAlign, textIndent } = getComputedStyle(each);
      return `${textAlign} ${textIndent === '0px' ? 'flush' : 'indented'}`;
    }),
  );
  // Its Latin words would tear justified lines, so none of the article is justified.
  expect(looks.slice(0, 5)).toEqual([
    'start indented',
    'center flush',
    'right flush',
    'start flush',
    'center flush',
  ]);
});

test('on a phone, all words of a wide table’s caption are in sight, and quotes part from the text below', async () => {
  const caption = findOnPage.article(page).locator('caption');
  await caption.waitFor();
  const [table, box] = await Promise.all([
    page.locator('.article-body table').boundingBox(),
    caption.boundingBox(),
  ]);
  expect(table?.width).toBeGreaterThan(412);
  const { x = 0, width = 0 } = box ?? {};
  expect(x + width).toBeLessThanOrEqual(412);
  const quote = page.locator('.article-body > blockquote > blockquote');
  expect(await quote.evaluate((each) => getComputedStyle(each).marginBlockEnd)).not.toBe('0px');
});

test('a number is not parted from what it counts in a title', async () => {
  const clauses = findOnPage.article(page).locator('h1 span');
  await clauses.first().waitFor();
  expect(await clauses.allInnerTexts()).toEqual(['10 个港口', '一起开航']);
});
