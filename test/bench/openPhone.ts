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

/** Opens a phone whose pages load no pictures of articles, and on which the largest paint is noted. */
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
  await session.send('Network.setBlockedURLs', { urls: ['https://*', '*/archive/images/*'] });
  if (isNetworkSlow) await session.send('Network.emulateNetworkConditions', SLOW_NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(watchPaint);
  await page.addInitScript(watchUse);
  return { page, session, close: () => context.close() };
}

/** Runs in the page, before its own scripts. */
function watchPaint(): void {
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) Object.assign(window, { benchPaint: startTime });
  }).observe({ type: 'largest-contentful-paint', buffered: true });
}

/** Runs in the page: notes when words stand there that are no picture of themselves (inert). */
function watchUse(): void {
  const look = () => {
    if (!document.querySelector('#root > :not([inert]) :is(.row-title, p)')) return;
    Object.assign(window, { benchUse: performance.now() });
    observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
}

/** Gives when the page could be used, in milliseconds after the navigation began; 0 where that was not seen. */
export function readUse(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { benchUse?: number }).benchUse ?? 0);
}

/** Gives the time of the largest paint so far, in milliseconds after the navigation began. */
export function readLargestPaint(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { benchPaint?: number }).benchPaint ?? 0);
}
