/** What comes with a first visit, and what is kept when it is first asked for. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { buildSite } from '../support/buildSite.ts';
import { isDrill } from '../support/isDrill.ts';
import { deployVersion } from './deployVersion.ts';
import { findRow } from './findRow.ts';
import { type LastingReader, setUpOffline } from './setUpOffline.ts';

const world = setUpOffline();

const isTable = (path: string) => path.includes('traditionalWords');

async function newReaderWithApp(): Promise<LastingReader> {
  const reader = await world.newLastingReader();
  await reader.open('offline');
  await reader.page.getByText('没有网络也能打开').waitFor();
  return reader;
}

async function chooseScript(page: Page, script: string): Promise<void> {
  await page.getByRole('button', { name: '阅读设置' }).first().click();
  await page.getByRole('radio', { name: script }).check();
}

/** Gives the page's language: it is the script's when the page was converted. */
const readScript = (page: Page) => page.getAttribute('html', 'lang');

/** Bytes of what was asked for, each file compressed as hosts do. */
function sumBytes(folder: string, paths: readonly string[]): number {
  return paths.reduce((sum, path) => {
    const name = path.endsWith('/') ? 'index.html' : path.slice(1);
    const file = [name, '404.html']
      .map((each) => join(folder, each))
      .find((each) => existsSync(each));
    return sum + gzipSync(readFileSync(file ?? '')).length;
  }, 0);
}

test('a first visit fetches at most 550 KB, the worker and what it keeps included', async () => {
  const folder = await buildSite();
  world.server.setFolder(folder);
  // A worst case: the browser may keep nothing, so what page and worker both ask for comes twice.
  const reader = await world.newReader();
  world.server.requests.length = 0;
  await reader.open('');
  await reader.page.getByRole('list', { name: '文章列表' }).getByRole('link').first().waitFor();
  await reader.page.evaluate(() => navigator.serviceWorker.ready);
  let before = -1;
  await expect
    .poll(
      () => {
        const isStill = before === world.server.requests.length;
        before = world.server.requests.length;
        return isStill;
      },
      { interval: 1500 },
    )
    .toBe(true);
  const asked = [...world.server.requests];
  expect(asked).toContain('/sw.js');
  expect(asked.some((path) => path.includes('searchWorker'))).toBe(true);
  expect(asked.filter(isTable)).toEqual([]);
  expect(asked.filter((path) => /^\/icon-.*png$/.test(path))).toEqual([]);
  const kilobytes = sumBytes(folder, asked) / 1024;
  process.stdout.write(`a first visit: ${kilobytes.toFixed(0)} KB\n`);
  expect(kilobytes).toBeGreaterThan(200);
  expect(kilobytes).toBeLessThanOrEqual(550);
});

test('a large part is kept when it was used once, also through an update that changes it', async () => {
  const reader = await newReaderWithApp();
  await reader.open('');
  await chooseScript(reader.page, '繁體');
  await expect.poll(() => readScript(reader.page)).toBe('zh-Hant');
  expect(world.server.requests.filter(isTable).length).toBeGreaterThan(0);
  await world.goOffline();
  await reader.restart();
  await reader.open('');
  await expect.poll(() => readScript(reader.page)).toBe('zh-Hant');

  await world.goOnline();
  const next = deployVersion(world.folder, 'second');
  const [table = ''] = readdirSync(join(next, 'assets')).filter(isTable);
  expect(existsSync(join(world.folder, 'assets', table))).toBe(false);
  world.server.setFolder(next);
  const readVersion = () =>
    reader.page.getAttribute('meta[name="app-version"]', 'content').catch(() => '');
  for (let turn = 0; turn < 6 && (await readVersion()) !== 'second'; turn += 1) {
    await reader.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await Promise.race([registration?.update(), new Promise((done) => setTimeout(done, 3000))]);
    });
    await reader.page.waitForTimeout(2000);
    // A start with no page open lets the new version take over.
    await reader.restart();
    await reader.open('');
  }
  expect(await readVersion()).toBe('second');
  await world.goOffline();
  await reader.restart();
  await reader.open('');
  await expect.poll(() => readScript(reader.page)).toBe('zh-Hant');
}, 120_000);

test.runIf(isDrill)(
  'a part that loads before the worker answers for the page is kept, too',
  async () => {
    const reader = await world.newReader();
    const { page } = reader;
    world.server.setFault((path) => (path === '/sw.js' ? { delay: 3000 } : undefined));
    await reader.open('');
    await chooseScript(page, '繁體');
    await expect.poll(() => readScript(page)).toBe('zh-Hant');
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBe(null);
    const isKept = () =>
      page.evaluate(async () => {
        const names = (await caches.keys()).filter((name) => name.startsWith('cangbao-app'));
        const kept = names.map(async (name) => (await caches.open(name)).keys());
        return (await Promise.all(kept)).flat().some(({ url }) => url.includes('traditionalWords'));
      });
    await expect.poll(isKept).toBe(true);
  },
);

test.runIf(isDrill)(
  'a part that is not kept says so without a network, and comes with another try',
  async () => {
    const reader = await newReaderWithApp();
    await world.goOffline();
    await reader.open('');
    const { page } = reader;
    await findRow(page, 39).waitFor();
    await chooseScript(page, '繁體');
    const trouble = page.getByRole('dialog').getByRole('alert');
    await trouble.getByText('这一部分没有载入').waitFor();
    expect(await readScript(page)).toBe('zh-CN');
    await world.goOnline();
    await trouble.getByRole('button', { name: '重试' }).click();
    await expect.poll(() => readScript(page).catch(() => '')).toBe('zh-Hant');
  },
);

test.runIf(isDrill)('a table that is another file is used by nobody and kept by none', async () => {
  const reader = await newReaderWithApp();
  await reader.open('');
  const { page } = reader;
  world.server.setFault((path) => (isTable(path) ? { body: 'export default []' } : undefined));
  await chooseScript(page, '繁體');
  await page.getByRole('dialog').getByText('这一部分没有载入').waitFor();
  world.server.setFault();
  await page.getByRole('button', { name: '重试' }).click();
  await expect.poll(() => readScript(page).catch(() => '')).toBe('zh-Hant');
});
