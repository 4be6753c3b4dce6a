/**
 * Saving: a bookmark, a category of 40 articles with 60 pictures, and what opens of them when everything else is
 * gone.
 */
import { expect, test } from 'vitest';
import { isDrill } from '../support/isDrill.ts';
import { findRow } from './findRow.ts';
import { findLies, readStore } from './inspectStore.ts';
import { setUpOffline } from './setUpOffline.ts';
import { buildSentence, buildTitle, fortyArticles, savedCategory } from './writeOfflineContent.ts';

const world = setUpOffline();
const address = `c/${encodeURI(savedCategory)}`;
/** Those that are opened: of each kind one, which are the newest four, or all with `npm run drill -- save`. */
const opened = Array.from({ length: 40 }, (_, index) => 39 - index).slice(0, isDrill ? 40 : 4);

test('a category of 40 with 60 pictures opens whole, server killed and browser restarted', async () => {
  const reader = await world.newLastingReader();
  await reader.open(address);
  await reader.page.getByRole('button', { name: '保存' }).click();
  const dialog = reader.page.getByRole('dialog', { name: '保存这个列表' });
  await dialog.getByText('40 篇文章，60 张图片').waitFor();
  await dialog.getByRole('button', { name: '开始保存' }).click();
  await reader.page.getByRole('region', { name: '保存进度' }).waitFor();
  await reader.page.getByRole('region', { name: '保存进度' }).waitFor({ state: 'detached' });
  // Nobody is told where from, and no picture is asked for twice but where CORS was refused.
  expect(world.pictures.requests.filter(({ referrer }) => referrer !== undefined)).toEqual([]);

  const stored = await readStore(reader.page);
  expect(findLies(stored)).toEqual([]);
  const pieces = stored.records.flatMap(({ text, pictures }) => [text, ...pictures]);
  // Two articles share one.
  expect(pieces.map(({ state }) => state)).toEqual(Array(40 + 60).fill('saved'));

  await world.goOffline();
  await reader.restart();
  const { page } = reader;
  const start = performance.now();
  await reader.open(address);
  await findRow(page, 39).waitFor();
  const list = performance.now() - start;
  const slowest = { time: 0, what: '' };
  for (const article of opened) {
    const began = performance.now();
    await findRow(page, article).click();
    await page.locator('.article-body').getByText(buildSentence(article)).waitFor();
    const pictures = await page.locator('.article-body img').evaluateAll(async (images) => {
      await Promise.all(
        images.map((image) => {
          (image as HTMLImageElement).loading = 'eager';
          return (image as HTMLImageElement).decode();
        }),
      );
      return images.filter((image) => (image as HTMLImageElement).naturalWidth > 0).length;
    });
    expect(pictures).toBe(fortyArticles.listPictures(article).length);
    const time = performance.now() - began;
    if (time > slowest.time) Object.assign(slowest, { time, what: buildTitle(article) });
  }
  process.stdout.write(
    `browser restarted, list after ${list.toFixed(0)} ms; slowest saved article: ${slowest.time.toFixed(0)} ms\n`,
  );
  await page.getByText('已可离线阅读').first().waitFor();
}, 120_000);
