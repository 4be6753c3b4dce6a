import type { Browser, BrowserContext, BrowserContextOptions, Page, Route } from 'playwright-core';
import { type Assertion, afterAll, afterEach, beforeAll, expect } from 'vitest';
import { PAGE_DATA_ID } from '../../src/model/archivePaths.ts';
import { blockOutside, type OutsideRequests, type PictureAnswer } from '../support/blockOutside.ts';
import { buildSite, type Site } from '../support/buildSite.ts';
import { launchBrowser } from '../support/launchBrowser.ts';
import { startServer, type TestServer } from '../support/startServer.ts';
import { type Archive, readArchive } from './readArchive.ts';

/** Window sizes for one, two and three panes. */
export const sizes = {
  phone: { width: 412, height: 915 },
  tablet: { width: 768, height: 1024 },
  desktop: { width: 1440, height: 900 },
} as const;

/** How a reader comes to the site. */
export type VisitOptions = Pick<
  BrowserContextOptions,
  'colorScheme' | 'hasTouch' | 'reducedMotion' | 'storageState' | 'hasTouch'
> & {
  size?: keyof typeof sizes;
  /** How pictures on other hosts end. */
  pictures?: PictureAnswer;
  /** Files of the site that may fail; an error that does not name one of them fails the test. */
  mayFail?: RegExp;
  /** Pages come without the archive files that they carry, as when they were cut off on their way. */
  isBare?: boolean;
  /** The app's script stays away for a while, or for good: opening a page waits for nothing. */
  isHeld?: boolean;
  /** The page stays for all tests that follow in the file, for tests that only look at it or leave it as it was. */
  isKept?: boolean;
  /** Another browser than the file's own, for a reader who closed theirs. */
  browser?: Browser;
};

/** A site with a server and a browser, for one test file. */
export type Journey = {
  /** What the build put into `archive/`, the measure of what the pages must show. */
  archive: Archive;
  server: TestServer;
  /** Opens an address below the site's base in a browser of its own (a new context). */
  visit: (path?: string, options?: VisitOptions) => Promise<Page>;
  /** What this reader's pages asked of other hosts. */
  readOutside: (page: Page) => OutsideRequests;
};

type Visit = {
  context: BrowserContext;
  outside: OutsideRequests;
  troubles: string[];
  isKept: boolean;
};

/**
 * Builds the site, starts a server and a browser around the tests of a file. After each test the
 * server is well again, the readers are gone (but those that are kept), and their pages must not have reported an
 * error nor asked another host for anything but pictures.
 */
export function setUpJourney(findSite: () => Site | Promise<Site> = () => ({})): Journey {
  const journey = { visit, readOutside } as Journey;
  let base = '/';
  let browser: Browser;
  let visits: Visit[] = [];

  beforeAll(async () => {
    const site = await findSite();
    base = site.base ?? base;
    const [folder, started] = await Promise.all([buildSite(site), launchBrowser()]);
    browser = started;
    journey.archive = await readArchive(folder);
    journey.server = await startServer(folder, { base });
  });

  afterAll(async () => {
    await browser?.close();
    await journey.server?.close();
  });

  afterEach(async () => {
    journey.server.setFault();
    const seen = visits;
    visits = seen.filter(({ isKept }) => isKept);
    await Promise.all(seen.filter(({ isKept }) => !isKept).map(({ context }) => context.close()));
    expect(seen.flatMap(({ troubles }) => troubles.splice(0))).toEqual([]);
    expect(seen.flatMap(({ outside }) => outside.refused.splice(0))).toEqual([]);
  });

  async function visit(path = '', options: VisitOptions = {}): Promise<Page> {
    const { size = 'desktop', pictures, mayFail, isBare, isHeld, ...others } = options;
    const { browser: other, isKept = false, ...settings } = others;
    const context = await (other ?? browser).newContext({
      viewport: sizes[size],
      // What a worker answers would pass by the faults that these tests set; test/offline is about it.
      serviceWorkers: 'block',
      ...settings,
    });
    context.setDefaultTimeout(10_000);
    const troubles: string[] = [];
    visits.push({ context, troubles, isKept, outside: await blockOutside(context, pictures) });
    context.on('weberror', (event) => {
      const text = String(event.error());
      if (!mayFail?.test(text)) troubles.push(text);
    });
    context.on('console', (message) => {
      if (message.type() !== 'error') return;
      const { url } = message.location();
      const isNetwork = message.text().startsWith('Failed to load resource');
      if (mayFail?.test(`${message.text()} ${url}`)) return;
      if (isNetwork && isAddressOfPage(url)) return;
      if (isNetwork && pictures === 'fail' && !url.startsWith(journey.server.url)) return;
      troubles.push(`${message.text()} ${url}`);
    });
    if (isBare) await context.route((url) => isAddressOfPage(url.href), removePageData);
    const page = await context.newPage();
    if (!isHeld) followApp(page);
    await page.goto(journey.server.url + path, { waitUntil: 'commit' });
    return page;
  }

  function readOutside(page: Page): OutsideRequests {
    const found = visits.find(({ context }) => context === page.context());
    if (!found) throw new Error('no visit of this test');
    return found.outside;
  }

  /** A static host answers deep links with its 404 page, status included. */
  function isAddressOfPage(url: string): boolean {
    if (!url.startsWith(journey.server.url)) return false;
    return !/^(archive\/|assets\/|early\.js|icon\.svg)/.test(url.slice(journey.server.url.length));
  }

  return journey;
}

async function removePageData(route: Route): Promise<void> {
  const response = await route.fetch();
  const text = await response.text();
  const body = text.replace(new RegExp(`<script[^>]*id="${PAGE_DATA_ID}".*?</script>`, 's'), '');
  await route.fulfill({ response, body });
}

/** Makes a page that is opened or loaded anew wait for the app: before it, what the build has drawn stands there. */
function followApp(page: Page): void {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (...args) => {
    const response = await goto(...args);
    await waitForApp(page);
    return response;
  };
  page.reload = async (...args) => {
    const response = await reload(...args);
    await waitForApp(page);
    return response;
  };
}

/** Waits until the app has taken the place of what the build has drawn, or says why it can't. */
export async function waitForApp(page: Page): Promise<void> {
  // A picture has no app, nor has an empty page. A page may lead on to another meanwhile, which is then asked.
  const readType = () => page.evaluate(() => document.contentType);
  const type = await readType().catch(() =>
    page.waitForLoadState('domcontentloaded').then(readType),
  );
  if (type !== 'text/html' || page.url() === 'about:blank') return;
  const shown = page.locator('#root > .frame:not(.is-drawn), body > [role="alert"]');
  await shown
    .first()
    .waitFor({ state: 'attached' })
    .catch(() => undefined);
}

/** Waits until `read` gives what is then expected of it, and no longer. */
export function eventually<T>(read: () => T | Promise<T>): PromiseLike<void> & Assertion<T> {
  return expect.poll(read, { timeout: 10_000, interval: 25 }) as unknown as PromiseLike<void> &
    Assertion<T>;
}
