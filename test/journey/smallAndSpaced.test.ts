import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { isDrill } from '../support/isDrill.ts';
import { findCutWords } from './findCutWords.ts';
import { findSmallTargets, findViolations, setLook } from './findViolations.ts';
import { listViews } from './listViews.ts';
import { eventually, setUpJourney, type VisitOptions } from './setUpJourney.ts';

/**
 * At 400 % of a window of 1280 × 1024 (WCAG 1.4.10), and with the spacing of text that a reader may set (WCAG 1.4.12),
 * nothing scrolls sideways, no words are cut, and what one presses is within reach. The views are opened by presses on
 * what is in sight, so a control that a small window hides fails too. On the way axe looks at views, too.
 */
const journey = setUpJourney();

const settings: VisitOptions = {
  mayFail: /catalogue|\/articles\/|ERR_/,
  isBare: true,
  // What slides in is judged where it comes to rest, which is then at once.
  reducedMotion: 'reduce',
};

/** The values of WCAG 1.4.12, set past the page's policy, which takes no style that is written into it. */
function spaceText(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-bottom: 2em !important; }
    `);
    document.adoptedStyleSheets = [sheet];
  });
}

/**
 * Gives up what is selected and turns: bringing the selected words into sight may have made the bars leave, and they
 * stay away as long as words are selected.
 */
async function turnBack(page: Page): Promise<void> {
  await page.evaluate(() => document.getSelection()?.removeAllRanges());
  await page.getByRole('toolbar').waitFor({ state: 'detached' });
  await page.locator('.reading-pane').evaluate((it) => it.scrollBy({ top: -20 }));
  await eventually(() => page.locator('[data-bars="away"]').count()).toBe(0);
}

type Walk = { width: number; height: number; isSpaced?: boolean; isForced?: boolean };
// A sample: the width with the least room. On the way axe looks at every second view in forced colours; the drill
// has all of them, in all looks (accessibility.test.ts).
const walks: Walk[] = [
  { width: 320, height: 256, isForced: !isDrill },
  { width: 320, height: 800, isSpaced: true },
  ...(isDrill ? [768, 1280].map((width) => ({ width, height: 800, isSpaced: true })) : []),
];

test.each(walks)('nothing is cut: %o', { timeout: 300_000 }, async (walk) => {
  const { width, height, isSpaced, isForced } = walk;
  const page = await journey.visit('', { ...settings, size: width < 640 ? 'phone' : 'desktop' });
  await page.setViewportSize({ width, height });
  const found = new Set<string>();
  for (const [at, [name, open]] of listViews(journey).entries()) {
    if (name === 'bookmarks') await turnBack(page);
    await open(page).catch((error: Error) => {
      throw new Error(`the way to “${name}”`, { cause: error });
    });
    if (isSpaced) await spaceText(page);
    const faults = await findCutWords(page);
    if (isForced) {
      await setLook(page, 'forced');
      faults.push(...(await findSmallTargets(page)));
      if (at % 2 === 0) faults.push(...(await findViolations(page)));
    }
    for (const fault of faults) found.add(`${name}: ${fault}`);
  }
  expect([...found]).toEqual([]);
});

test('the buttons of a narrow list drop their words and keep their names', async () => {
  const page = await journey.visit('', { size: 'tablet' });
  const save = page.getByRole('button', { name: '保存', exact: true });
  const order = page.getByRole('button', { name: '最新在前', exact: true });
  for (const button of [save, order]) expect((await button.boundingBox())?.width).toBeLessThan(40);
  await page.setViewportSize({ width: 600, height: 900 });
  for (const button of [save, order]) {
    await eventually(async () => (await button.boundingBox())?.width).toBeGreaterThan(45);
  }
});
