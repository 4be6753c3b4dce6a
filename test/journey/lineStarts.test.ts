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
  expect(looks.slice(0, 4)).toEqual([
    'justify indented',
    'center flush',
    'right flush',
    'justify flush',
  ]);
});

test('a number is not parted from what it counts in a title', async () => {
  const page = await journey.visit(`a/${journey.archive.articles[0]?.id}`, { size: 'phone' });
  const clauses = findOnPage.article(page).locator('h1 span');
  await clauses.first().waitFor();
  expect(await clauses.allInnerTexts()).toEqual(['10 个港口', '一起开航']);
});
