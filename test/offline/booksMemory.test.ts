/** `npm run drill -- books` prints what a book of 500 articles with 150 MB of pictures takes. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isDrill } from '../support/isDrill.ts';
import { launchProfile } from '../support/launchBrowser.ts';
import { measureRenderers } from '../support/measureRenderers.ts';
import { readZip } from '../support/readZip.ts';
import { exportBook, openChooser } from './exportBook.ts';
import { buildFlags, setUpOffline } from './setUpOffline.ts';
import { savedCategory } from './writeOfflineContent.ts';

const world = setUpOffline('books', {
  count: 500,
  listPictures: (article) => [`https://pictures.test/cors/${article}-big.png`],
});

test.runIf(isDrill)('500 articles take less than 300 MB', { timeout: 600_000 }, async () => {
  const profile = await mkdtemp(join(tmpdir(), 'cangbao-profile-'));
  const context = await launchProfile(profile, buildFlags(world.pictures.port));
  const [page = await context.newPage()] = context.pages();
  await page.goto(`${world.server.url}c/${encodeURI(savedCategory)}`);
  await openChooser(page);
  const before = await measureRenderers(profile);
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ type: 'longtask' });
  });
  const start = performance.now();
  let most = 0;
  let isDone = false;
  const watching = (async () => {
    while (!isDone) most = Math.max(most, await measureRenderers(profile));
  })();
  const file = await exportBook(page, 500_000);
  const seconds = (performance.now() - start) / 1000;
  isDone = true;
  await watching;
  const bytes = await readFile(file);
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
  process.stdout.write(
    `500 articles, ${(bytes.length / 2 ** 20).toFixed(0)} MB: ${seconds.toFixed(0)} s; the page took ` +
      `${before.toFixed(0)} MB before, ${most.toFixed(0)} MB at most; longest task ${Math.max(0, ...tasks).toFixed(0)} ms\n`,
  );
  expect(readZip(bytes).filter(({ name }) => name.includes('/p-'))).toHaveLength(500);
  expect(most).toBeLessThan(300);
  await context.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});
