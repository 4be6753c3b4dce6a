import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { PictureAnswer } from '../support/blockOutside.ts';
import { isDrill } from '../support/isDrill.ts';
import { findOnPage } from './findOnPage.ts';
import { setUpJourney } from './setUpJourney.ts';

/** Real articles, where they are at hand: nothing jumps while they load, and they are set as Chinese text is. */
const folder = fileURLToPath(new URL('../../../shared/archive', import.meta.url));

/** Signs that must not begin a line (clreq 3.1.3), as far as `line-break: strict` promises it. */
const CLOSING = '、，。．：；！？）」』】》〉”’…％%';

/** `shift`: of anything on the page, list and reading pane. */
type Inspection = { shift: number; levels: number[]; badStarts: string[] };

/** Adds up layout shifts from the very first paint. */
async function watchShifts(page: Page) {
  await page.addInitScript(() => {
    Object.assign(window, { seen: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        (window as unknown as { seen: number }).seen += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Pictures come late, and in the size that their address names; or they fail as late. */
async function answerPictures(page: Page, ending: PictureAnswer) {
  await page.route(/\.(jpe?g|png|gif|webp)/i, async (route, request) => {
    await new Promise((done) => setTimeout(done, 150));
    if (ending === 'fail') return route.abort('failed');
    const [, width = 400, height = 300] = /w(\d+)h(\d+)/.exec(request.url()) ?? [];
    const body = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`;
    return route.fulfill({ contentType: 'image/svg+xml', body });
  });
}

/** Reads what the article has become once its pictures in sight are here. */
async function inspect(page: Page): Promise<Inspection> {
  await findOnPage.article(page).locator('.article-body > *').first().waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLImageElement>('.article-body img')].every(
      (image) => image.complete || image.getBoundingClientRect().top > window.innerHeight,
    ),
  );
  return page.evaluate(async (closing) => {
    // The list beside the article settles, and remembers where it is, when it has been at rest.
    await new Promise((done) => setTimeout(done, 200));
    const badStarts: string[] = [];
    // One way for all of an article: words that would tear a justified line leave none of it justified.
    const tearing = window.innerWidth < 500 ? '.has-latin' : '.has-long-latin';
    const due = document.querySelector(`.article-body ${tearing}`) ? 'start' : 'justify';
    for (const text of document.querySelectorAll(
      '.article-body > p:not(.center, .right, .missing, .card)',
    )) {
      const { textAlign } = getComputedStyle(text);
      if (textAlign !== due) badStarts.push(`text that is set ${textAlign}`);
    }
    for (const paragraph of document.querySelectorAll('.article-body p')) {
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      let bottom = Number.NEGATIVE_INFINITY;
      while (walker.nextNode()) {
        const { data } = walker.currentNode as Text;
        for (let at = 0; at < data.length; at += 1) {
          const range = document.createRange();
          range.setStart(walker.currentNode, at);
          range.setEnd(walker.currentNode, at + 1);
          const [box] = range.getClientRects();
          if (!box || box.width === 0) continue;
          const isStart = box.top >= bottom - 2 && bottom !== Number.NEGATIVE_INFINITY;
          if (isStart && closing.includes(data[at] ?? ''))
            badStarts.push(data.slice(at - 5, at + 5));
          bottom = Math.max(bottom, box.bottom);
        }
      }
    }
    return {
      shift: (window as unknown as { seen: number }).seen,
      levels: [...document.querySelectorAll('article :is(h1, h2, h3, h4, h5, h6)')].map((heading) =>
        Number(heading.localName[1]),
      ),
      badStarts,
    };
  }, CLOSING);
}

describe.runIf(existsSync(folder))('the real articles', () => {
  const journey = setUpJourney(() => ({ content: folder }));

  // A sample: every fourth article, in one of the three; all in all of them in the drill.
  test.each([
    ['phone', 'show', 0],
    ['desktop', 'show', 1],
    ['desktop', 'fail', 2],
  ] as const)(
    'nothing moves while one loads; headings are in order; lines begin as they should (%s, pictures %s)',
    { timeout: 300_000 },
    async (size, pictures, turn) => {
      const page = await journey.visit('icon.svg', { size, pictures });
      await watchShifts(page);
      await answerPictures(page, pictures);
      const faults: string[] = [];
      const articles = journey.archive.articles.filter((_, at) => isDrill || at % 12 === turn * 4);
      for (const { id, title } of articles) {
        await page.goto(`${journey.server.url}a/${id}`, { waitUntil: 'commit' });
        const { shift, levels, badStarts } = await inspect(page);
        if (shift > 0) faults.push(`${title}: moved by ${shift}`);
        if (levels.filter((level) => level === 1).length !== 1 || levels[0] !== 1) {
          faults.push(`${title}: not one h1`);
        }
        if (levels.some((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1)) {
          faults.push(`${title}: levels ${levels}`);
        }
        faults.push(...badStarts.map((start) => `${title}: a line begins in ${start}`));
      }
      expect(faults).toEqual([]);
      expect(journey.archive.articles).toHaveLength(34);
    },
  );
});
