import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findOnPage, findScroller } from './findOnPage.ts';
import { setUpJourney } from './setUpJourney.ts';
import { writeLongContent } from './writeLongContent.ts';

const journey = setUpJourney(async () => ({ content: await writeLongContent() }));

/**
 * Scrolls up from the middle, through rows whose heights are not known yet, and gives how far a row in sight strayed
 * from the finger.
 */
async function scrollUp(page: Page): Promise<number> {
  const scroller = await findScroller(page);
  return scroller.evaluate(async (box) => {
    // What is painted is settled only by the observers that run after a frame's callbacks: an observer is the place
    // to look.
    const beforePaint = () =>
      new Promise<void>((done) => {
        const observer = new ResizeObserver(() => {
          observer.disconnect();
          done();
        });
        requestAnimationFrame(() => observer.observe(document.body));
      });
    const middle = () => {
      const { top, height } = box.getBoundingClientRect();
      const rows = [...box.querySelectorAll<HTMLElement>('[aria-posinset]')];
      return rows.find((row) => row.getBoundingClientRect().bottom > top + height / 2);
    };
    box.scrollTop = box.scrollHeight / 2;
    await new Promise((done) => setTimeout(done, 600));
    let most = 0;
    for (let step = 0; step < 60; step++) {
      const row = middle();
      const before = row?.getBoundingClientRect().top ?? Number.NaN;
      box.scrollTop -= 40;
      for (let frames = 0; frames < 3; frames++) {
        await beforePaint();
        const moved = (row?.getBoundingClientRect().top ?? Number.NaN) - before;
        most = Math.max(most, Math.abs(moved - 40));
      }
    }
    // At rest the scroll position takes over, and nothing may be seen of it.
    const row = middle();
    const before = row?.getBoundingClientRect().top ?? Number.NaN;
    await new Promise((done) => setTimeout(done, 400));
    return Math.max(most, Math.abs((row?.getBoundingClientRect().top ?? Number.NaN) - before));
  });
}

test('what one reads stays under the finger while unknown rows come in above', async () => {
  const page = await journey.visit('', { size: 'phone' });
  await findOnPage.row(page).first().waitFor();
  expect(await scrollUp(page)).toBeLessThanOrEqual(1);
});

test('the scroll bar means the whole list: its end is the last row', async () => {
  const page = await journey.visit('', { size: 'phone' });
  await findOnPage.row(page).first().waitFor();
  const scroller = await findScroller(page);
  const gap = await scroller.evaluate(async (box) => {
    for (let turn = 0; turn < 12; turn++) {
      box.scrollTop = box.scrollHeight;
      await new Promise((done) => setTimeout(done, 100));
    }
    const last = [...box.querySelectorAll('[aria-posinset]')].at(-1);
    if (last?.getAttribute('aria-posinset') !== last?.getAttribute('aria-setsize')) return -1;
    return Math.abs(
      (last?.getBoundingClientRect().bottom ?? 0) - box.getBoundingClientRect().bottom,
    );
  });
  expect(gap).toBeGreaterThanOrEqual(0);
  expect(gap).toBeLessThanOrEqual(1);
});
