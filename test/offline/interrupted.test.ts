/**
 * Saving that is cut off at any moment leaves what is true: an article is not there, whole, or says how much of it is.
 * `npm run drill` does this a hundred times in four ways, `npm test` once.
 */
import { expect, test } from 'vitest';
import { createRandom } from '../bench/createRandom.ts';
import { isDrill } from '../support/isDrill.ts';
import { findLies, readStore } from './inspectStore.ts';
import { type LastingReader, type Reader, setUpOffline } from './setUpOffline.ts';
import { buildSentence, buildTitle, savedCategory } from './writeOfflineContent.ts';

const world = setUpOffline();
const address = `c/${encodeURI(savedCategory)}`;
const rounds = isDrill ? 25 : 1;
/** Saving all takes about this long here, in milliseconds; later moments find it done. */
const LENGTH = 2500;

const cuts: Record<string, (reader: LastingReader) => Promise<void>> = {
  'the server is killed': async () => world.goOffline(),
  'the tab is closed': async (reader) => {
    const { page } = reader;
    reader.page = await reader.context.newPage();
    await page.close();
  },
  'the worker is stopped': async ({ context, page }) => {
    const session = await context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await page.reload();
  },
  'the browser is killed': (reader) => reader.killAndRestart(),
};

const chosen = Object.entries(cuts).filter(([name]) => isDrill || name === 'the browser is killed');

test.each(chosen)(
  '%s',
  async (name, cut) => {
    const random = createRandom(name.length).next;
    const reader = await world.newLastingReader();
    const counts: number[] = [];
    // What is cut off is the saving, not the app's first visit, which takes seconds where the machine is busy.
    await reader.open('offline');
    await reader.page.getByText('没有网络也能打开').waitFor();
    for (let round = 0; round < rounds; round += 1) {
      await reader.open(address);
      await reader.page.getByRole('button', { name: '保存', exact: true }).click();
      const dialog = reader.page.getByRole('dialog', { name: '保存这个列表' });
      await dialog.getByRole('button', { name: '开始保存' }).click();
      await reader.page.waitForTimeout(random() * LENGTH);
      await cut(reader);
      // Nothing can be fetched while it is looked at.
      await world.goOffline();
      await reader.open('saved');
      await reader.page.getByRole('heading', { level: 1, name: '收藏夹' }).waitFor();
      await expect.poll(async () => findLies(await readStore(reader.page))).toEqual([]);
      const stored = await readStore(reader.page);
      const whole = stored.records.filter(({ queuedAt }) => queuedAt === undefined);
      counts.push(whole.length);
      const [any] = whole.filter(({ text }) => text.state === 'saved');
      if (any) await expectToOpen(reader, any.id, any.summary.title);

      // It goes on by itself, and only what is missing is fetched.
      await world.goOnline();
      await reader.open('offline');
      // Only a page that died before it could note the wish leaves nothing to go on with.
      const isNoted = stored.records.length > 0 || stored.pages.length > 0;
      await expect.poll(() => countSaved(reader), { timeout: 30_000 }).toBe(isNoted ? 40 : 0);
      if (!isNoted) continue;
      await removeAll(reader);
    }
    process.stdout.write(`${name}: whole at the cut ${counts.join(', ')}\n`);
  },
  rounds * 60_000,
);

async function expectToOpen(reader: Reader, id: string, title: string): Promise<void> {
  await reader.open(`a/${id}`);
  const number = Number(/\d+/.exec(title)?.[0]);
  expect(title).toBe(buildTitle(number));
  await reader.page.locator('.article-body').getByText(buildSentence(number)).waitFor();
}

async function countSaved(reader: Reader): Promise<number> {
  const { records } = await readStore(reader.page);
  return records.filter(({ text, pictures }) =>
    [text, ...pictures].every(({ state }) => state === 'saved'),
  ).length;
}

async function removeAll({ page }: Reader): Promise<void> {
  await page.getByRole('button', { name: '全部删除' }).click();
  await page.getByRole('button', { name: '真的全部删除？' }).click();
  await page.getByText('还没有保存文章').waitFor();
}
