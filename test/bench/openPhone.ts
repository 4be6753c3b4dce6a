import type { Browser, CDPSession, Page } from 'playwright-core';

/** A slow phone on a slow network: a browser context of its own, nothing in its cache. */
export interface Phone {
  page: Page;
  session: CDPSession;
  close(): Promise<void>;
}

export interface PhoneOptions {
  /** 1.6 Mbit/s and 150 ms, as Lighthouse's slow 4G; otherwise as fast as the machine is. */
  isNetworkSlow?: boolean;
  /** How many times slower than this machine its processor is. */
  slowdown?: number;
}

/** Width of a common phone, and its height without the browser's bars. */
const SCREEN = { width: 412, height: 823 };
const SLOW_NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};

/** Opens a phone whose pages load no pictures of other hosts, and on which the paints are noted from the start. */
export async function openPhone(
  browser: Browser,
  { isNetworkSlow = true, slowdown = 4 }: PhoneOptions = {},
): Promise<Phone> {
  const context = await browser.newContext({
    viewport: SCREEN,
    deviceScaleFactor: 1.75,
    hasTouch: true,
    isMobile: true,
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Performance.enable');
  await session.send('Network.setBlockedURLs', { urls: ['https://*', 'data:image*'] });
  if (isNetworkSlow) await session.send('Network.emulateNetworkConditions', SLOW_NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(watchPerformance);
  return { page, session, close: () => context.close() };
}

/** What pages note about themselves. */
export interface PageNotes {
  /** Time of the largest paint so far, in milliseconds after the navigation began. */
  largestPaint: number;
  /** Tasks over 50 ms: when they began and how long they took. */
  longTasks: { start: number; duration: number }[];
}

/** Runs in the page, before its own scripts. */
function watchPerformance(): void {
  const notes: PageNotes = { largestPaint: 0, longTasks: [] };
  Object.assign(window, { benchNotes: notes });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) notes.largestPaint = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      notes.longTasks.push({ start: startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
}

/** Reads what a page has noted. */
export function readNotes(page: Page): Promise<PageNotes> {
  return page.evaluate(() => (window as unknown as { benchNotes: PageNotes }).benchNotes);
}
