import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { isDrill } from '../support/isDrill.ts';
import { findOnPage, hasFocus } from './findOnPage.ts';
import { findFocusFault, pressOn, tabTo } from './keyboardReader.ts';
import { linkedTitle } from './linkedFiles.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';
import { writeTextContent } from './writeTextContent.ts';

/** Whatever Tab leads to is in sight, and not under a bar (WCAG 2.4.11), in windows with little height. */
const journey = setUpJourney(async () => ({ content: await writeTextContent() }));

// A sample: the smallest, and the one with the list beside the article.
const windows = [
  { width: 320, height: 256 },
  ...(isDrill ? [{ width: 412, height: 400 }] : []),
  { width: 1280, height: 500 },
];

/**
 * Presses a key until the focus leaves `scope`, and gives what one could not see on the way, and how many stops there
 * were.
 */
async function walk(page: Page, scope: string, key: string) {
  const faults: string[] = [];
  for (let stops = 0; stops < 120; stops += 1) {
    if (!(await waitForRest(page, scope))) return { faults, stops };
    const fault = await findFocusFault(page);
    if (fault) faults.push(`${key} ${fault}`);
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead out of ${scope}`);
}

/**
 * Whether the focus is in `scope`; if so, waits until rows and pictures stand where they stood two frames ago, at most
 * 600 frames.
 */
function waitForRest(page: Page, scope: string): Promise<boolean> {
  return page.evaluate(async (selector) => {
    if (!document.activeElement?.closest(selector)) return false;
    const measure = () => document.activeElement?.getBoundingClientRect().top;
    for (let turns = 0; turns < 300; turns += 1) {
      const before = measure();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      if (measure() === before) return true;
    }
    throw new Error('what has the focus does not come to rest');
  }, scope);
}

describe.each(windows)('$width x $height', (window) => {
  const visit = async (path: string, isNoticed = false) => {
    const size = window.width < 640 ? 'phone' : 'desktop';
    const page = await journey.visit('icon.svg', { size });
    await page.setViewportSize(window);
    if (isNoticed) {
      await page.evaluate(() => localStorage.setItem('cangbao:bookmark:aaaaaaaaaaaa', '{'));
    }
    await page.goto(journey.server.url + path, { waitUntil: 'commit' });
    return page;
  };

  test('a long article, with the bar of hits', async () => {
    const page = await visit(`search?q=${encodeURIComponent('灯塔')}`);
    await findOnPage.row(page, linkedTitle).click();
    await page.getByRole('group', { name: '搜索命中' }).waitFor();
    const first = findOnPage.article(page).getByRole('link').first();
    await tabTo(page, first);
    const forth = await walk(page, '.article', 'Tab');
    await tabTo(page, findOnPage.article(page).getByRole('link').last(), 'Shift+Tab');
    const back = await walk(page, '.article', 'Shift+Tab');
    expect([...forth.faults, ...back.faults]).toEqual([]);
    expect(forth.stops).toBeGreaterThan(20);
  });

  // A sample: the notice where it takes most of the window.
  const notices = isDrill ? [false, true] : [window.height < 300];
  test.each(notices)('the list (with a notice: %s)', async (isNoticed) => {
    const page = await visit('', isNoticed);
    const rows = findOnPage.row(page);
    await rows.first().waitFor();
    if (isNoticed) await page.getByText('条记录读不出来').waitFor();
    await tabTo(page, rows.first());
    const forth = await walk(page, '.row-scroller', 'Tab');
    await tabTo(page, rows.last(), 'Shift+Tab');
    const back = await walk(page, '.row-scroller', 'Shift+Tab');
    expect([...forth.faults, ...back.faults]).toEqual([]);
    expect(forth.stops).toBe(journey.archive.articles.length);
  });

  test('离线与存储 with a notice', async () => {
    const page = await visit('offline', true);
    const controls = page.getByRole('main').locator('button:enabled, input:not([hidden])');
    await page.getByText('条记录读不出来').waitFor();
    await tabTo(page, controls.first());
    const { faults } = await walk(page, 'main', 'Tab');
    expect(faults).toEqual([]);

    // The button goes with its notice; the focus goes back.
    const notice = page.getByText('条记录读不出来');
    const last = controls.last();
    await tabTo(page, last, 'Shift+Tab');
    await pressOn(page, page.getByRole('button', { name: '知道了' }), () =>
      eventually(() => notice.count()).toBe(0),
    );
    expect(await hasFocus(last)).toBe(true);
  });
});
