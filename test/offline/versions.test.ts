/** New versions are offered, never forced; open tabs of the old one go on; a broken one changes nothing. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { buildSite } from '../support/buildSite.ts';
import { isDrill } from '../support/isDrill.ts';
import { deployVersion, readVersion } from './deployVersion.ts';
import { findRow } from './findRow.ts';
import { type LastingReader, setUpOffline } from './setUpOffline.ts';
import { buildSentence, fortyArticles, writeOfflineContent } from './writeOfflineContent.ts';

const world = setUpOffline();

/** A reader to whom the site has said that it opens offline. */
async function newReaderWithApp(): Promise<LastingReader> {
  const reader = await world.newLastingReader();
  await reader.open('offline');
  await reader.page.getByText('没有网络也能打开').waitFor();
  return reader;
}

function readShownVersion(page: Page): Promise<string | null> {
  return page.getAttribute('meta[name="app-version"]', 'content');
}

/** Counts how often a page is loaded from now on. */
function countLoads(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) count += 1;
  });
  return () => count;
}

/** Asks the host for another worker and waits for the outcome; Chromium sometimes forgets to tell it. */
async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    Object.assign(window, { registration }); // so that it is not collected while it works
    const patience = new Promise((done) => setTimeout(done, 3000));
    await Promise.race([registration?.update().catch(() => undefined), patience]);
  });
}

/** Deploys a version and waits until the reader's page offers it. */
async function bringUpdate(reader: LastingReader, folder: string): Promise<void> {
  const offer = () => reader.page.getByText('有新版本').first();
  await lookUntil(reader, folder, () =>
    offer()
      .waitFor({ timeout: 5000 })
      .then(
        () => true,
        () => false,
      ),
  );
}

/**
 * Deploys a version and lets the reader look for it until `hasCome`. Now and then Chromium begins no update at all, not
 * even by asking for the file, until it is started anew: then it is.
 */
async function lookUntil(
  reader: LastingReader,
  folder: string,
  hasCome: () => Promise<boolean>,
): Promise<void> {
  world.server.setFolder(folder);
  for (let turn = 0; turn < 4; turn += 1) {
    await lookForUpdate(reader.page);
    if (await hasCome()) return;
    await reader.restart();
    await reader.open('offline');
    await reader.page.getByText('没有网络也能打开').waitFor();
  }
  throw new Error('no new version was looked at');
}

test('a new version waits for the reader, and is loaded once, in the tab that asked', async () => {
  const reader = await newReaderWithApp();
  await bringUpdate(reader, deployVersion(world.folder, 'second'));
  // Also pages that are opened now are the old one: they fit the worker.
  const other = await reader.open('', await reader.context.newPage());
  await findRow(other, 39).waitFor();
  await other.getByText('有新版本').waitFor();
  await reader.open();
  await findRow(reader.page, 39).waitFor();
  expect(await readShownVersion(reader.page)).toBe(readVersion(world.folder));
  const loads = [countLoads(reader.page), countLoads(other)];

  await reader.page.getByRole('button', { name: '更新', exact: true }).click();
  await expect
    .poll(() => readShownVersion(reader.page).catch(() => ''), { timeout: 10_000 })
    .toBe('second');
  await findRow(reader.page, 39).waitFor();
  expect(loads.map((read) => read())).toEqual([1, 0]);

  // The old tab reads on, with scripts that the host has no more and that it had not loaded yet.
  await findRow(other, 39).click();
  await other.locator('.article-body').getByText(buildSentence(39)).waitFor();
  expect(await readShownVersion(other)).toBe(readVersion(world.folder));
  const listApps = () =>
    reader.page.evaluate(async () =>
      (await caches.keys()).filter((name) => name.startsWith('cangbao-app')),
    );
  expect(await listApps()).toHaveLength(2);
  await other.close();
  await reader.page.reload();
  await expect.poll(listApps, { timeout: 10_000 }).toHaveLength(1);
});

test('a tab of the old version lists, reads and saves when the old files are gone, without a reload', async () => {
  const reader = await newReaderWithApp();
  await reader.open();
  const { page } = reader;
  await findRow(page, 39).waitFor();
  const loads = countLoads(page);
  world.server.setFolder(deployVersion(world.folder, 'third'));
  await findRow(page, 38).click();
  await page.locator('.article-body').getByText(buildSentence(38)).waitFor();
  await page.getByRole('button', { name: '收藏' }).click();
  await page.getByText('已可离线阅读').first().waitFor();
  expect(loads()).toBe(0);
});

test.runIf(isDrill)(
  'without a worker one reload brings the new version, and a file that stays away brings none',
  async () => {
    const reader = await world.newLastingReader();
    const { page } = reader;
    // The worker can't come, so nothing keeps the old files.
    world.server.setFault((path) => (path === '/sw.js' ? { status: 404 } : undefined));
    await reader.open();
    await findRow(page, 39).waitFor();
    const loads = countLoads(page);
    world.server.setFolder(deployVersion(world.folder, 'fourth'));
    await findRow(page, 38).click();
    await page.locator('.article-body').getByText(buildSentence(38)).waitFor();
    expect(await readShownVersion(page)).toBe('fourth');
    expect(loads()).toBe(1);

    await reader.open();
    await findRow(page, 39).waitFor();
    world.server.setFault((path) =>
      /sw\.js|ReadingView.*js$/.test(path) ? { status: 404 } : undefined,
    );
    const before = loads();
    await findRow(page, 37).click();
    await page.getByRole('alert').getByText('阅读页面没有载入').waitFor();
    expect(loads()).toBe(before);
  },
);

test.each(isDrill ? ['missing', 'page for unknown addresses', 'another file'] : ['another file'])(
  'a new version with one file wrong (%s) changes nothing',
  async (kind) => {
    const reader = await newReaderWithApp();
    const next = deployVersion(world.folder, `broken-${kind.length}`);
    const name = readdirSync(join(next, 'assets')).find((file) => file.startsWith('ReadingView'));
    const file = join(next, 'assets', name ?? '');
    if (kind === 'missing') rmSync(file);
    else writeFileSync(file, kind === 'another file' ? 'export {}' : '<!doctype html><p>404');
    const isAsked = () => world.server.requests.includes(`/assets/${name}`);
    await lookUntil(reader, next, async () => {
      // The worker asks for its files when it is being installed, a moment after it came.
      for (let turn = 0; turn < 50 && !isAsked(); turn += 1) await reader.page.waitForTimeout(100);
      return isAsked();
    });
    await expect
      .poll(() =>
        reader.page.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          return [registration?.installing, registration?.waiting].some(Boolean);
        }),
      )
      .toBe(false);
    await world.goOffline();
    await reader.restart();
    await reader.open();
    await findRow(reader.page, 39).waitFor();
    expect(await readShownVersion(reader.page)).toBe(readVersion(world.folder));
  },
);

test.runIf(isDrill)('a roll back is a version like any other', async () => {
  const reader = await newReaderWithApp();
  for (const version of ['fifth', readVersion(world.folder)]) {
    const folder = version === 'fifth' ? deployVersion(world.folder, version) : world.folder;
    await bringUpdate(reader, folder);
    await reader.page.getByRole('button', { name: '更新', exact: true }).first().click();
    await expect
      .poll(() => readShownVersion(reader.page).catch(() => ''), { timeout: 10_000 })
      .toBe(version);
    await reader.page.getByText('没有网络也能打开').waitFor();
  }
});

test.runIf(isDrill).each([
  ['is gone', { status: 404 }],
  ['is a page', { body: '<!doctype html><p>404' }],
] as const)('the worker goes on when sw.js %s', async (_what, fault) => {
  const reader = await newReaderWithApp();
  world.server.setFault((path) => (path === '/sw.js' ? fault : undefined));
  await lookForUpdate(reader.page);
  await reader.restart();
  await reader.open('offline');
  await reader.page.getByText('没有网络也能打开').waitFor();
  await world.goOffline();
  await reader.open();
  await findRow(reader.page, 39).waitFor();
});

test.runIf(isDrill)('other content alone is no new version, and is shown', async () => {
  const reader = await newReaderWithApp();
  const content = await writeOfflineContent('forty-one', { ...fortyArticles, count: 41 });
  world.server.setFolder(await buildSite({ content }));
  await reader.open();
  await findRow(reader.page, 40).waitFor();
  await lookForUpdate(reader.page);
  expect(await reader.page.getByText('有新版本').count()).toBe(0);
});

test.runIf(isDrill)(
  'a page that comes back from the back/forward cache after an update works',
  async () => {
    const reader = await newReaderWithApp();
    await bringUpdate(reader, deployVersion(world.folder, 'sixth'));
    await reader.open();
    const { page } = reader;
    await findRow(page, 39).waitFor();
    // Without a page that is open the new version would not wait.
    const other = await reader.open('offline', await reader.context.newPage());
    await other.getByText('没有网络也能打开').waitFor();
    await page.goto('about:blank');
    await other.getByRole('button', { name: '更新', exact: true }).first().click();
    await expect
      .poll(() => readShownVersion(other).catch(() => ''), { timeout: 10_000 })
      .toBe('sixth');
    await page.goBack({ waitUntil: 'commit' });
    await findRow(page, 38).click();
    await page.locator('.article-body').getByText(buildSentence(38)).waitFor();
  },
);
