import type { Page } from 'playwright-core';
import type { KeptStores } from './keptStores.ts';
import { isWhole } from './keptStores.ts';

/** Ids of articles of which a page says 已可离线阅读: the open one, rows of lists, rows of the page of what is saved. */
export function readClaims(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const claim = '已可离线阅读';
    const readId = (address: string | null | undefined) =>
      /\/a\/(\w+)/.exec(address ?? '')?.[1] ?? '';
    const rows = [...document.querySelectorAll('.row, .saved-row')]
      .filter((row) => row.textContent?.includes(claim))
      .map((row) => readId(row.querySelector('a')?.getAttribute('href')));
    const isOpenOne = document.querySelector('.save-status')?.textContent?.includes(claim);
    return [...rows, ...(isOpenOne ? [readId(window.location.pathname)] : [])];
  });
}

/** Reads the page of bookmarks: the ids that it lists, and how many it says there are. */
export function readListed(page: Page): Promise<{ ids: string[]; count: number }> {
  return page.evaluate(() => ({
    ids: [...document.querySelectorAll('.list-pane .row-title')].map(
      (link) => /\/a\/(\w+)/.exec(link.getAttribute('href') ?? '')?.[1] ?? '',
    ),
    count: Number(/共 (\d+) 篇收藏/.exec(document.body?.innerText ?? '')?.[1] ?? Number.NaN),
  }));
}

/** How many saved articles are how far: whole, waiting, all others. */
export type SavedCounts = [whole: number, waiting: number, others: number];

/** Adds up what the page of what is saved says of all categories. */
export async function readCounts(page: Page): Promise<SavedCounts> {
  const lines = await page.locator('section[aria-labelledby="saved"] summary').allTextContents();
  const sum = (pattern: RegExp) =>
    lines.reduce((all, line) => all + Number(pattern.exec(line)?.[1] ?? 0), 0);
  return [sum(/(\d+) 篇，/), sum(/等待 (\d+) 篇/), sum(/缺图片 (\d+) 篇/) + sum(/缺损 (\d+) 篇/)];
}

/** Counts the same in the records. */
export function countRecords({ records }: KeptStores): SavedCounts {
  const whole = records.filter(isWhole).length;
  const waiting = records.filter(({ queuedAt }) => queuedAt !== undefined).length;
  return [whole, waiting, records.length - whole - waiting];
}

/** Waits until something is so. Returns whether it came to that. */
export async function waitUntil(isSo: () => Promise<boolean>, patience: number): Promise<boolean> {
  for (const end = Date.now() + patience; ; ) {
    if (await isSo().catch(() => false)) return true;
    if (Date.now() > end) return false;
    await new Promise((done) => setTimeout(done, 60));
  }
}
