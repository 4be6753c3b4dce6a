/**
 * 取消 ends a big save for good, whatever was under way: in the page that began it, in the next one, and when that is
 * reloaded, too.
 */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { isDrill } from '../support/isDrill.ts';
import { readStore } from './inspectStore.ts';
import { setUpOffline } from './setUpOffline.ts';
import { savedCategory } from './writeOfflineContent.ts';

const COUNT = 1000;
const world = setUpOffline(
  'thousand',
  { count: COUNT, listPictures: () => [] },
  { PAGES: 'off', SEARCH: 'off' },
);
/** So long the host takes to give a list's ids, in milliseconds. */
const IDS_DELAY = 3000;
const address = `c/${encodeURI(savedCategory)}`;

/** Begins to save the category and reloads while its articles are being queued; nothing can be downloaded. */
async function reloadWhileQueueing(page: Page): Promise<void> {
  world.server.setFault((path) => (path.includes('/articles/') ? { status: 503 } : undefined));
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const start = page.getByRole('dialog').getByRole('button', { name: '开始保存' });
  await start.waitFor();
  await page.evaluate(() => {
    // With the first of them in the queue.
    const request = indexedDB.open('cangbao');
    request.onsuccess = () => {
      const look = () => {
        const saved = request.result.transaction('saved').objectStore('saved').count();
        saved.onsuccess = () => (saved.result > 0 ? window.location.reload() : look());
      };
      look();
    };
  });
  // Not framenavigated: the dialog leaves its entry in the history.
  const reloaded = page.waitForEvent('domcontentloaded');
  await start.click();
  // The next page has to ask for the list's ids before it goes on queueing.
  world.server.setFault((path) => {
    if (path.includes('/articles/')) return { status: 503 };
    return path.includes('/ids-') ? { delay: IDS_DELAY } : undefined;
  });
  await reloaded;
  const { records } = await readStore(page);
  expect(records.length).toBeGreaterThan(0);
  expect(records.length).toBeLessThan(COUNT);
}

/** Keeps what is written of facts waiting for two seconds, as a busy machine does. */
function holdFacts(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((begun) => {
        const request = indexedDB.open('cangbao');
        request.onsuccess = () => {
          const store = request.result.transaction('facts', 'readwrite').objectStore('facts');
          const end = Date.now() + 2000;
          const wait = () => {
            store.get('cancels').onsuccess = () => {
              begun();
              if (Date.now() < end) wait();
            };
          };
          wait();
        };
      }),
  );
}

async function expectNothingQueued(page: Page): Promise<void> {
  await expect.poll(async () => (await readStore(page)).records.length).toBe(0);
  // By then the list's ids have come.
  await page.waitForTimeout(IDS_DELAY);
  expect((await readStore(page)).records).toEqual([]);
  expect(await page.getByRole('region', { name: '保存进度' }).count()).toBe(0);
}

test('pressed after a reload, while the rest waits to be queued', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open(address);
  await reloadWhileQueueing(page);
  await page.getByRole('button', { name: '取消' }).waitFor();
  // As long as a person takes: by then the page has begun to go on.
  await page.waitForTimeout(1500);
  await page.getByRole('button', { name: '取消' }).click();
  await expectNothingQueued(page);
  await reader.open(address);
  await page.waitForTimeout(1000);
  await expectNothingQueued(page);
}, 120_000);

test.runIf(isDrill)(
  'pressed in another tab than the one that queues, and then reloaded',
  async () => {
    const reader = await world.newReader();
    const { page } = reader;
    await reader.open(address);
    await reloadWhileQueueing(page);
    const other = await reader.open('offline', await reader.context.newPage());
    await other.getByRole('button', { name: '取消' }).waitFor();
    await holdFacts(page);
    await other.getByRole('button', { name: '取消' }).click();
    await other.reload({ waitUntil: 'commit' });
    await expectNothingQueued(other);
  },
  120_000,
);
