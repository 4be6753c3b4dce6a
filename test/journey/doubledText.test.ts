import { expect, test } from 'vitest';
import { findCutWords } from './findCutWords.ts';
import { findOnPage, findScroller } from './findOnPage.ts';
import { setUpJourney, sizes } from './setUpJourney.ts';
import { writeLongContent } from './writeLongContent.ts';

/** The browser's own font size, doubled: lists and navigation follow it, and nothing is cut. */
const journey = setUpJourney(async () => ({ content: await writeLongContent() }));

const PARTS = [
  '.row-title',
  '.row-excerpt',
  '.row-facts',
  '.list-title',
  '.navigation-link',
  '.year',
];

test.each(Object.keys(sizes) as (keyof typeof sizes)[])(
  'lists and navigation (%s)',
  async (size) => {
    const page = await journey.visit('', { size });
    await findOnPage.row(page).first().waitFor();
    const readSizes = () =>
      page.evaluate(
        (parts) =>
          parts.map((part) => {
            const element = document.querySelector(`.frame:not(.is-drawn) ${part}`);
            return element ? Number.parseFloat(getComputedStyle(element).fontSize) : 0;
          }),
        PARTS,
      );
    const before = await readSizes();
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    // A page that stands is not told of it at once; the window counts for half as many panes.
    await page.reload();
    await findOnPage.sheetButton(page).waitFor();
    await findOnPage.row(page).first().waitFor();
    const after = await readSizes();
    // With fewer panes the navigation takes another shape, which has smaller letters.
    const wrong = PARTS.filter(
      (_, index) => after[index] && after[index] < (before[index] ?? 0) * 1.5,
    );
    expect(wrong).toEqual([]);
    expect(await findCutWords(page)).toEqual([]);
    const scroller = await findScroller(page);
    for (const top of [600, 3000]) {
      await scroller.evaluate((box, to) => box.scrollTo(0, to), top);
      await page.waitForTimeout(200);
      expect(await findCutWords(page)).toEqual([]);
    }
    await findOnPage.sheetButton(page).click();
    await findOnPage.tree(page).waitFor();
    expect(await findCutWords(page)).toEqual([]);
  },
);
