/** With text twice as large, and nothing else (WCAG 1.4.4), an article and what opens over it cut nothing. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { isDrill } from '../support/isDrill.ts';
import { findCutWords } from './findCutWords.ts';
import { setUpJourney, type VisitOptions } from './setUpJourney.ts';

const journey = setUpJourney();

/** Doubles every size of letters, in pixels or not, as a browser does that enlarges text only. */
function doubleText(page: Page): Promise<void> {
  return page.evaluate(() => {
    const elements = [...document.querySelectorAll<HTMLElement>('body, body *')];
    for (const element of elements) element.style?.removeProperty('font-size');
    const sizes = elements.map((element) => getComputedStyle(element).fontSize);
    for (const [at, element] of elements.entries())
      element.style?.setProperty('font-size', `calc(2 * ${sizes[at]})`);
  });
}

/** Ways to what opens over an article, each by a button, where that is there. */
const VIEWS = { article: undefined, 'table in full': '展开表格', chart: '图表' };

test.each(['phone', 'tablet', 'desktop'] as const)('%s', { timeout: 120_000 }, async (size) => {
  const options: VisitOptions = { size, pictures: 'fail' };
  const all = journey.archive.articles.filter(({ html }) => html.includes('<table'));
  // A sample: a second one where there is the least room.
  const withTable = isDrill ? all : all.slice(0, size === 'phone' ? 2 : 1);
  const faults: string[] = [];
  for (const article of withTable) {
    const page = await journey.visit(`a/${article.id}`, options);
    // The panes beside an article are not what this is about.
    if (size !== 'phone') await page.getByRole('button', { name: '只看正文' }).click();
    await page.getByRole('button', { name: '带走' }).waitFor();
    for (const [name, button] of Object.entries(VIEWS)) {
      const control = button && page.getByRole('button', { name: button }).first();
      if (control && !(await control.isVisible())) break;
      if (control) await control.click();
      if (control) await page.getByRole('dialog').waitFor();
      await doubleText(page);
      await page.waitForTimeout(100);
      faults.push(...(await findCutWords(page)).map((it) => `${article.title}, ${name}: ${it}`));
    }
    await page.close();
  }
  expect(faults).toEqual([]);
});
