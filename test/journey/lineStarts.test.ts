import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildContentFile, writeContent } from '../site/writeContent.ts';
import { runFolderVariable } from '../support/buildSite.ts';
import { findOnPage } from './findOnPage.ts';
import { setUpJourney } from './setUpJourney.ts';

/** How lines of other kinds than sentences stand. */
const body = [
  `<p>${'码头上的一天从清早开始，三条航线同时恢复。'.repeat(3)}</p>`,
  '<p style="text-align:center">（船票请到 wharf-office 领取）</p>',
  '<p style="text-align:right">写于 harbour 旁</p>',
  '<p>船长：甲<br>大副：乙<br>水手：丙</p>',
  '<p><img src="gone.png" alt="wharf before the storm"></p>',
  '<blockquote><blockquote><p>开船了。</p></blockquote><p>他说。</p></blockquote>',
  `<table><caption>${'各港口的船次与票价'.repeat(4)}</caption>${`<tr>${'<td>三百二十五</td>'.repeat(12)}</tr>`.repeat(3)}</table>`,
].join('');

const journey = setUpJourney(async () => {
  const content = await mkdtemp(join(process.env[runFolderVariable] ?? '', 'lines-'));
  writeContent(content, { '航线.md': buildContentFile('10 个港口 一起开航', ['港口'], 1, body) });
  return { content };
});

test('on a phone, centred lines stay centred and lines below each other begin alike', async () => {
  const page = await journey.visit(`a/${journey.archive.articles[0]?.id}`, { size: 'phone' });
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
  const page = await journey.visit(`a/${journey.archive.articles[0]?.id}`, { size: 'phone' });
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
  const page = await journey.visit(`a/${journey.archive.articles[0]?.id}`, { size: 'phone' });
  const clauses = findOnPage.article(page).locator('h1 span');
  await clauses.first().waitFor();
  expect(await clauses.allInnerTexts()).toEqual(['10 个港口', '一起开航']);
});
