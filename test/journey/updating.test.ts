import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { buildSite } from '../support/buildSite.ts';
import { isDrill } from '../support/isDrill.ts';
import type { Fault } from '../support/startServer.ts';
import { findOnPage } from './findOnPage.ts';
import { eventually, setUpJourney, type VisitOptions } from './setUpJourney.ts';

/**
 * A site whose files are not all there: an upload that is half done. The page says so and comes back by itself,
 * whatever is missing and in whatever way; it is never white.
 */
const journey = setUpJourney();

const SCRIPT = /\/assets\/index-[^/]*\.js$/;
const HTML = '<!doctype html><title>404</title>';
const options: VisitOptions = { mayFail: /assets|archive|SyntaxError|MIME|index-|export|token/ };

/** Comes to an address; the page's time can be moved on. */
async function visit(path = '', more: VisitOptions = {}): Promise<Page> {
  const page = await journey.visit('icon.svg', { ...options, ...more });
  await page.clock.install();
  await page.goto(journey.server.url + path, { waitUntil: 'commit' });
  return page;
}

const notice = (page: Page) => page.getByRole('alert').getByText('网站正在更新');

/** Gives the files that the page names beside its main script. */
async function listImports(): Promise<string[]> {
  const folder = await buildSite();
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  return [...page.matchAll(/rel="modulepreload"[^>]* href="([^"]+)"/g)].map(
    ([, path = '']) => path,
  );
}

async function readScript(): Promise<string> {
  const assets = join(await buildSite(), 'assets');
  const name = readdirSync(assets).find((file) => SCRIPT.test(`/assets/${file}`)) ?? '';
  return readFileSync(join(assets, name), 'utf8');
}

const faults: [string, () => Promise<Fault> | Fault][] = [
  ['is not there', () => ({ status: 404 })],
  ['has no answer', () => 'close'],
  ['is cut off', async () => ({ body: (await readScript()).slice(0, 100_000) })],
];

test.each(faults)('a main script that %s is told, and tried again by itself', async (_, find) => {
  const fault = await find();
  journey.server.setFault((path) => (SCRIPT.test(path) ? fault : undefined));
  const page = await visit();
  await notice(page).waitFor();
  journey.server.setFault();
  await page.clock.fastForward(5000);
  await findOnPage.row(page).first().waitFor();
  expect(await notice(page).count()).toBe(0);
});

test('a page in place of the script, of a file that it imports, or of all assets is told', async () => {
  // The app's first part is one file; should it be several again, each of them can be missing.
  const imports = (await listImports()).slice(0, 1).map((name) => new RegExp(name));
  for (const isMeant of [SCRIPT, ...imports, /\/assets\//]) {
    const page = await journey.visit('', options);
    await page.route(isMeant, (route) => route.fulfill({ body: HTML, contentType: 'text/html' }));
    await page.goto(`${journey.server.url}saved`, { waitUntil: 'commit' });
    await notice(page).waitFor();
    await page.unrouteAll();
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByRole('heading', { level: 1, name: '收藏夹' }).waitFor();
  }
});

test.runIf(isDrill)('a page that names other scripts by now is loaded anew', async () => {
  const page = await visit('saved');
  // The host has the new page's files only.
  let isOld = true;
  await page.route(`${journey.server.url}`, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const body = isOld ? text.replace(/index-[\w-]{8}\.js/, 'index-00000000.js') : text;
    await route.fulfill({ response, body });
  });
  await page.goto(journey.server.url, { waitUntil: 'commit' });
  await notice(page).waitFor();
  isOld = false;
  await page.clock.fastForward(5000);
  await findOnPage.row(page).first().waitFor();
});

test.runIf(isDrill)(
  'a script that stays away is asked for ever less often, without a reload',
  async () => {
    journey.server.setFault((path) => (SCRIPT.test(path) ? { status: 404 } : undefined));
    const page = await visit();
    await notice(page).waitFor();
    let loads = 0;
    page.on('framenavigated', () => {
      loads += 1;
    });
    const count = () => journey.server.requests.filter((path) => SCRIPT.test(path)).length;
    const before = count();
    for (const [seconds, asked] of [
      [4, 0],
      [1, 1],
      [14, 1],
      [1, 2],
      [30, 3],
      [60, 4],
      [60, 5],
    ] as const) {
      await page.clock.fastForward(seconds * 1000);
      await page.waitForTimeout(200);
      expect([seconds, count() - before]).toEqual([seconds, asked]);
    }
    expect(loads).toBe(0);
  },
);

test.runIf(isDrill)(
  'a script that answers and stays broken is loaded ever less often',
  async () => {
    journey.server.setFault((path) => (SCRIPT.test(path) ? { body: 'export {' } : undefined));
    const page = await visit();
    await notice(page).waitFor();
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });
    await page.clock.fastForward(5000);
    await eventually(() => loads).toBe(1);
    await notice(page).waitFor();
    await page.clock.fastForward(14_000);
    await page.waitForTimeout(300);
    expect(loads).toBe(1);
    await page.clock.fastForward(1000);
    await eventually(() => loads).toBe(2);
  },
);

type AxeWindow = { axe: { run: (page: Document, options: object) => Promise<AxeResults> } };

test.each([
  ['light', false],
  ['dark', false],
  ['dark', true],
] as const)(
  'the notice can be read, %s, without a style sheet: %s',
  async (colorScheme, isBare) => {
    const missing = isBare ? /\/assets\// : SCRIPT;
    journey.server.setFault((path) => (missing.test(path) ? { status: 404 } : undefined));
    const page = await journey.visit('saved', { ...options, colorScheme });
    await notice(page).waitFor();
    const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    await page.evaluate(await readFile(axe, 'utf8'));
    const { violations } = await page.evaluate(() =>
      (window as unknown as AxeWindow).axe.run(document, {
        runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
        preload: false,
      }),
    );
    expect(violations.map(({ id }) => id)).toEqual([]);
    const ground = await page.evaluate(() => getComputedStyle(document.body).color);
    await eventually(() => ground).toMatch(colorScheme === 'dark' ? /rgb\(2\d\d/ : /rgb\(\d\d?,/);
  },
);

test('on a phone the drawn first screen stays below the notice, and its links lead on', async () => {
  journey.server.setFault((path) => (SCRIPT.test(path) ? { status: 404 } : undefined));
  const page = await journey.visit('', { ...options, size: 'phone' });
  await notice(page).waitFor();
  expect(await findOnPage.row(page).first().isVisible()).toBe(true);
});
