/**
 * Saved articles of an archive that lives: a list saved whole keeps up, a renamed article keeps its copy, one that
 * has left too.
 */
import { beforeAll, expect, test } from 'vitest';
import {
  buildLivingSentence,
  buildLivingSites,
  type LivingSites,
  newTitles,
  oldTitles,
  removedTitle,
  renamedTitle,
} from '../journey/writeLivingContent.ts';
import { isDrill } from '../support/isDrill.ts';
import { readStore } from './inspectStore.ts';
import { type Reader, setUpOffline } from './setUpOffline.ts';

const world = setUpOffline();
let sites: LivingSites;
beforeAll(async () => {
  sites = await buildLivingSites();
  world.folder = sites.before;
  world.server.setFolder(sites.before);
});

const DAILY = `c/${encodeURIComponent('日报')}`;
const findRow = (reader: Reader, title: string) =>
  reader.page
    .getByRole('list', { name: '文章列表' })
    .getByRole('link', { name: title, exact: true });
const findText = (reader: Reader, title: string) =>
  reader.page.locator('.article-body').getByText(buildLivingSentence(title));

/** Waits until so many rows in sight say that they are saved. */
async function countSaved(reader: Reader, count: number): Promise<void> {
  const saved = reader.page.locator('.row').getByText('已可离线阅读');
  await expect.poll(() => saved.count(), { timeout: 15_000 }).toBe(count);
}

/**
 * Opens an address again until something is so: it may take more than one load until what was published is on screen.
 */
async function openUntil(
  reader: Reader,
  path: string,
  isSo: () => Promise<boolean>,
): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await reader.open(path);
    for (let wait = 0; wait < 20; wait += 1) {
      if (await isSo()) return;
      await reader.page.waitForTimeout(200);
    }
  }
  throw new Error(`not so after four loads of ${path}`);
}

async function bookmark(reader: Reader, path: string, title: string): Promise<void> {
  await reader.open('offline');
  await reader.page.getByText('没有网络也能打开').waitFor();
  await reader.open(path);
  await findRow(reader, title).click();
  await reader.page.getByRole('button', { name: '收藏', exact: true }).click();
  await reader.page.locator('.reading-bar').getByText('已可离线阅读').waitFor();
}

/** Saves the category whole, and opens 离线. */
async function saveDaily(reader: Reader): Promise<void> {
  await reader.open(DAILY);
  await reader.page.getByRole('button', { name: '保存' }).click();
  await reader.page.getByRole('button', { name: '开始保存' }).click();
  await countSaved(reader, 6);
  await reader.open('offline');
}

test('a category saved whole keeps up with what comes, tells it, and not what was removed by hand', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await saveDaily(reader);
  await page.locator('summary').filter({ hasText: '日报' }).click();
  await page.getByRole('button', { name: `删除《${oldTitles[0]}》的离线内容` }).click();
  await page.getByText('5 篇').first().waitFor();

  world.server.setFolder(sites.after);
  await reader.open(DAILY);
  await page.getByText('“日报”新到 4 篇，一并保存').waitFor();
  // The page 离线与存储 counts what waits to be saved, too.
  const countCopies = async () =>
    (await readStore(page)).records.filter(({ text }) => text.state === 'saved').length;
  await expect.poll(countCopies, { timeout: 30_000 }).toBe(9);
  await reader.open('offline');
  await page.getByText('9 篇').first().waitFor();
  await world.goOffline();
  await reader.open(DAILY);
  await findRow(reader, newTitles[2] ?? '').click();
  await findText(reader, newTitles[2] ?? '').waitFor();
}, 120_000);

test.runIf(isDrill)(
  'a build that arrives while the one before is still being kept is kept after it',
  async () => {
    const reader = await world.newLastingReader();
    const { page } = reader;
    await saveDaily(reader);
    await page.getByText('没有网络也能打开').waitFor();

    world.server.setFolder(sites.after);
    world.server.setFault((path) =>
      path.endsWith('/catalogue.json') ? { delay: 1500 } : undefined,
    );
    await page.addInitScript(() => {
      // The last step of keeping a build lasts until the host has told of the next one.
      const { open } = CacheStorage.prototype;
      CacheStorage.prototype.open = async function openSlow(name) {
        const cache = await open.call(this, name);
        if (!name.includes('archive')) return cache;
        const readLate = async () => {
          await new Promise((resolve) => setTimeout(resolve, 4000));
          return Cache.prototype.keys.call(cache);
        };
        return Object.assign(cache, { keys: readLate });
      };
    });
    await reader.open(DAILY);
    await page.getByText('“日报”新到 4 篇，一并保存').waitFor();
    await world.goOffline();
    await reader.restart();
    await reader.open(DAILY);
    await findRow(reader, newTitles[2] ?? '').waitFor();
  },
  120_000,
);

test('without room nothing is begun, and the reader is told', async () => {
  const reader = await world.newReader();
  await reader.open(DAILY);
  const { page } = reader;
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '开始保存' }).click();
  await countSaved(reader, 6);
  world.server.setFolder(sites.after);
  await page.addInitScript(() => {
    const full = async () => ({ quota: 1_000_000, usage: 999_000 });
    Object.assign(navigator.storage, { estimate: full });
  });
  await reader.open(DAILY);
  await page.getByText('空间不够，“日报”新到的 4 篇没有保存').waitFor();
  await reader.open('offline');
  await page.getByText('6 篇').first().waitFor();
}, 120_000);

test('a renamed article keeps its copy, under the old id until the new one is whole; one that has left, too', async () => {
  const reader = await world.newReader();
  await bookmark(reader, `c/${encodeURIComponent('杂项')}`, removedTitle);
  const removed = `cangbao:bookmark:${new URL(reader.page.url()).pathname.slice(3)}`;
  await bookmark(reader, DAILY, renamedTitle);
  const old = new URL(reader.page.url()).pathname;
  world.server.setFolder(sites.after);
  // The list names the former id; the host has not got the article under its new one yet.
  world.server.setFault((path) =>
    path.startsWith('/archive/articles/') && !path.includes(old.slice(3))
      ? { status: 503 }
      : undefined,
  );
  const readBookmarks = () =>
    reader.page.evaluate(
      (other) =>
        Object.keys(localStorage).filter(
          (key) =>
            key.startsWith('cangbao:bookmark:') &&
            key !== other &&
            !localStorage[key].includes('removedAt'),
        ),
      removed,
    );
  const before = [`cangbao:bookmark:${old.slice(3)}`];
  await openUntil(reader, DAILY, () => findRow(reader, newTitles[0] ?? '').isVisible());
  await reader.page.waitForTimeout(1500);
  expect(await readBookmarks()).toEqual(before);
  world.server.setFault();
  await openUntil(reader, DAILY, async () => String(await readBookmarks()) !== String(before));
  await reader.open('saved');
  await findRow(reader, removedTitle).click();
  await findText(reader, removedTitle).waitFor();
  await reader.page.locator('.reading-bar').getByText('已不在档案里').waitFor();
  await world.goOffline();
  await reader.page.reload();
  await findText(reader, removedTitle).waitFor();
  await reader.open('saved');
  await findRow(reader, renamedTitle).click();
  await findText(reader, renamedTitle).waitFor();
}, 120_000);

test('a move that a page did not get through with is ended by the next one, whatever it shows', async () => {
  const reader = await world.newReader();
  await bookmark(reader, DAILY, renamedTitle);
  const { page } = reader;
  const old = new URL(page.url()).pathname.slice(3);
  world.server.setFolder(sites.after);
  // The text under the new id is still on its way when the page is left.
  world.server.setFault((path) =>
    path.startsWith('/archive/articles/') && !path.includes(old) ? { delay: 60_000 } : undefined,
  );
  const readIds = async () => (await readStore(page)).records.map(({ id }) => id);
  await openUntil(reader, DAILY, async () => (await readIds()).length === 2);
  world.server.setFault();
  await reader.open('offline');
  await expect.poll(readIds, { timeout: 15_000 }).not.toContain(old);
  expect(await readIds()).toHaveLength(1);
}, 120_000);
