/**
 * A list of 20,000 articles is queued and given up after a reload, 20,000 saved ones are removed, and 20,000 bookmarks
 * imported, on a processor four times slower; what is printed is how soon a press is answered, how long all of it
 * takes, and the longest task. `npm run drill -- twentyThousand`; CANGBAO_COUNT: another number of articles. Times
 * are only printed.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { formatBackup } from '../../src/reader/backup/backupFile.ts';
import type { Bookmark } from '../../src/reader/bookmarks/Bookmark.ts';
import { isDrill } from '../support/isDrill.ts';
import { readCounts } from './inspectStore.ts';
import { findSavedCache, SAVED_CACHES } from './savedCaches.ts';
import { setUpOffline } from './setUpOffline.ts';
import { savedCategory } from './writeOfflineContent.ts';

const count = isDrill ? Number(process.env.CANGBAO_COUNT ?? 20_000) : 400;
const world = setUpOffline(`list of ${count}`, { count, listPictures: () => [] });
const LIMIT = 600_000;

let session: CDPSession | undefined;

/** Gives the page the whole processor again. */
async function speedUp(): Promise<void> {
  await session?.detach();
  session = undefined;
}

/** Makes the page's processor four times slower, and notes its tasks of more than 50 ms. */
async function slowDown(page: Page): Promise<void> {
  await speedUp();
  session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    const note = (list: PerformanceObserverEntryList) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration));
    new PerformanceObserver(note).observe({ type: 'longtask' });
  });
}

interface Press {
  button: string;
  /** What the page says when the press was taken. */
  answer: string;
  isDone: () => Promise<boolean>;
}

function clearTasks(page: Page): Promise<void> {
  return page.evaluate(() => {
    (window as unknown as { tasks: number[] }).tasks.length = 0;
  });
}

/** `start`: when it began, by this process's clock. */
async function printTasks(page: Page, what: string, start: number): Promise<void> {
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(
    `${count} articles, ${what}: done after ${seconds.toFixed(1)} s, ` +
      `${tasks.length} tasks over 50 ms, the longest ${Math.max(0, ...tasks).toFixed(0)} ms\n`,
  );
}

/** Presses a button, waits until all is done, and prints the times in milliseconds. */
async function press(page: Page, { button, answer, isDone }: Press): Promise<void> {
  await clearTasks(page);
  const answered = page.evaluate(
    ([name = '', text = '']) =>
      new Promise<number>((done) => {
        const own = [...document.querySelectorAll('button')].find(
          (each) => each.textContent === name,
        );
        own?.addEventListener('click', () => {
          const start = performance.now();
          const look = () => {
            if (document.body.textContent.includes(text)) done(performance.now() - start);
            else requestAnimationFrame(look);
          };
          look();
        });
      }),
    [button, answer],
  );
  const start = performance.now();
  await page.getByRole('button', { name: button, exact: true }).click();
  const delay = await answered;
  await expect.poll(isDone, { timeout: LIMIT, interval: 200 }).toBe(true);
  await printTasks(page, `${button}, answered after ${delay.toFixed(0)} ms`, start);
}

/** Writes records and copies of so many saved articles past the app: to save them would take minutes. */
async function seedSaved(page: Page, articles: number): Promise<void> {
  const names = Array.from({ length: articles }, (_, n) => {
    const id = `seed${String(n).padStart(8, '0')}`;
    const address = new URL(`archive/articles/${id}.json`, world.server.url).href;
    return [id, address, findSavedCache(address)] as const;
  });
  await page.evaluate(async (all) => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    const database = await wait(indexedDB.open('cangbao'));
    for (let start = 0; start < all.length; start += 100) {
      const saved = database.transaction('saved', 'readwrite').objectStore('saved');
      const slice = all.slice(start, start + 100);
      for (const [id, address] of slice) {
        const savedAt = '2026-01-01T00:00:00.000Z';
        const summary = { id, title: `第${id}号`, category: '甲', source: '社', excerpt: '摘要' };
        const text = { state: 'saved', bytes: 1000 };
        const fields = { pictures: [], addresses: [address], savedAt, checkedAt: savedAt };
        saved.put({ v: 1, id, token: id, summary, reasons: ['list'], text, ...fields });
      }
      await Promise.all(
        slice.map(async ([, address, name]) =>
          (await caches.open(name)).put(address, new Response('{}')),
        ),
      );
    }
    database.close();
  }, names);
}

/** Counts the saved copies. */
function countCopies(page: Page): Promise<number> {
  return page.evaluate(async (names) => {
    const keys = names.map(async (name) => (await (await caches.open(name)).keys()).length);
    return (await Promise.all(keys)).reduce((sum, each) => sum + each, 0);
  }, SAVED_CACHES);
}

/** A bookmark of another archive's article. */
function buildOther(n: number): Bookmark {
  return {
    id: `other${String(n).padStart(7, '0')}`,
    title: `又一篇第${n}号的标题，长短和平常的新闻一样`,
    category: '甲/乙/丙',
    source: '社',
    publishedAt: '2022-05-01T00:00:00Z',
    excerpt: '这里是一段摘要，长短和平常的一样。'.repeat(6),
    bookmarkedAt: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(),
  };
}

test.runIf(isDrill)(
  'is queued, given up after a reload, and removed, while the page goes on answering',
  async () => {
    const reader = await world.newReader();
    const { page } = reader;
    const address = `c/${encodeURI(savedCategory)}`;
    await reader.open(address);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('button', { name: '开始保存' }).waitFor({ timeout: LIMIT });
    await slowDown(page);
    const isQueued = async () => (await readCounts(page)).records === count;
    await press(page, { button: '开始保存', answer: '正在保存 0/', isDone: isQueued });
    await page.reload();
    await slowDown(page);
    await page.getByRole('button', { name: '取消' }).waitFor();
    const isGivenUp = async () =>
      (await page.locator('.notice.is-run').count()) === 0 && (await readCounts(page)).queued === 0;
    await press(page, { button: '取消', answer: '正在取消', isDone: isGivenUp });

    await speedUp();
    await reader.open('offline');
    await seedSaved(page, count);
    await page.reload();
    await page.getByRole('button', { name: '全部删除' }).waitFor({ timeout: LIMIT });
    await slowDown(page);
    await page.getByRole('button', { name: '全部删除' }).click();
    const isEmpty = async () => (await readCounts(page)).records === 0;
    await press(page, { button: '真的全部删除？', answer: '正在删除', isDone: isEmpty });
    await page.reload();
    await page.getByText('还没有保存文章').waitFor({ timeout: 15_000 });
    const left = performance.now();
    await expect.poll(() => countCopies(page), { timeout: LIMIT, interval: 500 }).toBe(0);
    const seconds = ((performance.now() - left) / 1000).toFixed(1);
    process.stdout.write(
      `${count} articles: their copies are gone ${seconds} s after the reload\n`,
    );

    const file = join(tmpdir(), `cangbao-backup-${process.pid}.json`);
    writeFileSync(
      file,
      formatBackup(
        Array.from({ length: count }, (_, n) => buildOther(n)),
        new Date(),
      ),
    );
    await slowDown(page);
    await clearTasks(page);
    const start = performance.now();
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('文件里有').waitFor({ timeout: LIMIT });
    const answer = await page.getByText('文件里有').textContent();
    await printTasks(page, `导入 (${answer})`, start);
    rmSync(file);
  },
  LIMIT * 3,
);
