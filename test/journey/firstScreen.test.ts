import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Fault } from '../support/startServer.ts';
import { findOnPage, findScroller } from './findOnPage.ts';
import { eventually, setUpJourney, type VisitOptions } from './setUpJourney.ts';
import { writeLongContent } from './writeLongContent.ts';

/**
 * The first screen as the build has drawn it: it stands before the script, for those who come to the site's own
 * address for the first time, on a phone. Nothing moves when the app takes its place.
 */
const journey = setUpJourney(async () => ({ content: await writeLongContent() }));

const SCRIPT = /\/assets\/index-[^/]*\.js$/;

/** Comes to an address while the app's script stays on its way until it is let go. */
async function visitSlowly(path: string, options: VisitOptions = {}) {
  const page = await journey.visit('icon.svg', { size: 'phone', isHeld: true, ...options });
  let letGo = () => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route(SCRIPT, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(journey.server.url + path, { waitUntil: 'commit' });
  await page.locator('.first-screen, .frame').first().waitFor({ state: 'attached' });
  // What stands in the page comes piece by piece; the script that is held back comes after all of it.
  await page.waitForFunction(() => document.readyState !== 'loading');
  return { page, letGo };
}

/** Gives what stands where: everything with words or a place of its own. */
function readPlaces(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const things = document.querySelectorAll<HTMLElement>(
      'h1, [role="status"], .months, .day, .row-title, .row-excerpt, .row-facts, .thumbnail, .navigation-link',
    );
    return [...things]
      .map((thing) => ({ thing, box: thing.getBoundingClientRect() }))
      .filter(({ box }) => box.top < window.innerHeight)
      .map(({ thing, box }) =>
        [thing.className, thing.innerText, box.x, box.y, box.width, box.height].join(' '),
      );
  });
}

const drawn = (page: Page) => page.locator('.first-screen');

test('stands before the script, and the app takes its place to the pixel', async () => {
  const { page, letGo } = await visitSlowly('');
  await page.locator('.first-screen .row-title').first().waitFor();
  const before = await readPlaces(page);
  expect(before.length).toBeGreaterThan(20);
  // It is a picture: nothing of it can be pressed, and nobody hears of it twice.
  expect(await findOnPage.row(page).count()).toBe(0);
  letGo();
  await findOnPage.row(page).first().waitFor();
  expect(await drawn(page).count()).toBe(0);
  expect(await readPlaces(page)).toEqual(before);
});

test.each<[string, string, VisitOptions]>([
  ['another address, where hosts serve the same page for all', 'saved', {}],
  ['a window with two panes', '', { size: 'tablet' }],
  ['a window with three panes', '', { size: 'desktop' }],
])('is not shown at %s', async (_, path, options) => {
  const { page, letGo } = await visitSlowly('', options);
  if (path !== '') {
    const body = await (await page.request.get(journey.server.url)).text();
    await page.route(/\/saved$/, (route) => route.fulfill({ body, contentType: 'text/html' }));
    await page.goto(journey.server.url + path, { waitUntil: 'commit' });
    await drawn(page).waitFor({ state: 'attached' });
  }
  // The style sheet may still be on its way; nothing is painted before it.
  const title = page.locator('.first-screen .row-title').first();
  await eventually(() => title.isVisible()).toBe(false);
  letGo();
});

const isShown = (page: Page) =>
  page.evaluate(() => document.documentElement.dataset.screen === 'drawn');

test('is not shown to those who come back to another place of the list', async () => {
  const page = await journey.visit('', { size: 'phone' });
  await findOnPage.row(page).first().waitFor();
  expect(await isShown(page)).toBe(true);
  const scroller = await findScroller(page);
  await scroller.evaluate((box) => box.scrollTo(0, 4000));
  await eventually(() => page.evaluate(() => sessionStorage.length)).toBeGreaterThan(0);
  await page.reload({ waitUntil: 'commit' });
  await findOnPage.row(page).first().waitFor();
  expect(await isShown(page)).toBe(false);
});

test('is not shown to those who have set something', async () => {
  const { origin } = new URL(journey.server.url);
  const localStorage = [{ name: 'cangbao:settings', value: '{"v":1,"density":"compact"}' }];
  const storageState = { cookies: [], origins: [{ origin, localStorage }] };
  const page = await journey.visit('', { size: 'phone', storageState });
  await findOnPage.row(page).first().waitFor();
  expect(await isShown(page)).toBe(false);
});

test.each<[string, Fault]>([
  ['can not be had', 'close'],
  ['does not run', { body: 'throw new Error("no such browser")' }],
])('where the script %s, its links lead on', async (_, fault) => {
  journey.server.setFault((path) => (SCRIPT.test(path) ? fault : undefined));
  const page = await journey.visit('', {
    size: 'phone',
    isHeld: true,
    mayFail: /index-|no such browser/,
  });
  const button = page.getByRole('button', { name: '阅读设置' });
  expect(await button.isDisabled()).toBe(true);
  await findOnPage.row(page).first().click();
  await eventually(() => new URL(page.url()).pathname).toMatch(/\/a\/[a-z2-7]{12}$/);
  journey.server.setFault();
  await page.reload();
  await findOnPage.article(page).waitFor();
});
