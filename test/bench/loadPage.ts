import type { Browser } from 'playwright-core';
import { openPhone, type PhoneOptions, readLargestPaint, readUse } from './openPhone.ts';

/** What it took to load a page until nothing more came. */
export interface Load {
  /** What was asked for before the browser called the page loaded: with the headers, as it came over the network. */
  kilobytes: number;
  /** Addresses of that, in the order of the answers. */
  addresses: string[];
  /** What came afterwards, when the list stood: offline reading. */
  later: number;
  /** First and largest paint, in milliseconds after the navigation began. */
  firstPaint: number;
  largestPaint: number;
  /** When its words could be pressed: the app stands. */
  use: number;
}

/** The page is taken to be whole when its largest paint did not change for so long, in milliseconds. */
const REST = 1500;

/** Loads an address on a phone that has never seen it. Pictures do not count. */
export async function loadPage(
  browser: Browser,
  address: string,
  options?: PhoneOptions,
): Promise<Load> {
  const { page, session, close } = await openPhone(browser, options);
  try {
    const addresses: string[] = [];
    let bytes = 0;
    let later = 0;
    let isLoaded = false;
    const first = new Set<string>();
    page.on('load', () => {
      isLoaded = true;
    });
    session.on('Network.requestWillBeSent', ({ requestId }) => {
      if (!isLoaded) first.add(requestId);
    });
    session.on('Network.responseReceived', ({ requestId, response }) => {
      if (response.url.startsWith('http') && first.has(requestId)) addresses.push(response.url);
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (first.has(requestId)) bytes += encodedDataLength;
      else later += encodedDataLength;
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.waitForTimeout(REST);
    const largestPaint = await readLargestPaint(page);
    const use = await readUse(page);
    const firstPaint = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    );
    return {
      kilobytes: bytes / 1024,
      addresses,
      later: later / 1024,
      firstPaint,
      largestPaint,
      use,
    };
  } finally {
    await close();
  }
}
