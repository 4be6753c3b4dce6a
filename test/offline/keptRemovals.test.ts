/** A removal that a page did not get through with is ended by the next one. */
import { expect, test } from 'vitest';
import { findRow } from './findRow.ts';
import { findLies, readStore, readTitles } from './inspectStore.ts';
import { type Reader, setUpOffline } from './setUpOffline.ts';
import { buildSentence, buildTitle, fiveArticles, savedCategory } from './writeOfflineContent.ts';

const world = setUpOffline('five', fiveArticles);
const address = `c/${encodeURI(savedCategory)}`;

async function bookmark({ page }: Reader, article: number): Promise<void> {
  await findRow(page, article).click();
  await page.locator('.article-body').getByText(buildSentence(article)).waitFor();
  await page.getByRole('button', { name: '收藏', pressed: false }).click();
  await page.locator('.save-status').getByText('已可离线阅读').waitFor();
}

test('what a page that died had begun to remove is removed, and not made anew', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open(address);
  await bookmark(reader, 4);
  await bookmark(reader, 3);
  await page.goto(`${world.server.url}icon.svg`);
  // One record went with the reader's word, the other by itself.
  const [removed = '', lost = ''] = [buildTitle(4), buildTitle(3)];
  await page.evaluate(
    async ([removed, lost]) => {
      const wait = <T>(request: IDBRequest<T>) =>
        new Promise<T>((done) => {
          request.onsuccess = () => done(request.result);
        });
      const database = await wait(indexedDB.open('cangbao'));
      const transaction = database.transaction(['saved', 'facts', 'bookmarks'], 'readwrite');
      const saved = transaction.objectStore('saved');
      for (const record of await wait(saved.getAll())) {
        if (record.summary.title === removed) {
          const text = JSON.stringify({ v: 1, removedAt: new Date().toISOString() });
          localStorage.setItem(`cangbao:bookmark:${record.id}`, text);
          const note = { addresses: record.addresses, isAll: false, wanted: [] };
          transaction.objectStore('facts').put(note, 'removals');
        }
        if ([removed, lost].includes(record.summary.title)) saved.delete(record.id);
      }
      await new Promise((done) => {
        transaction.oncomplete = done;
      });
      database.close();
    },
    [removed, lost],
  );
  await reader.open('offline');
  await page.getByText(/^1 篇，/).waitFor();
  expect(await readTitles(page)).toEqual({ mirror: [lost], saved: [lost] });
  const { records } = await readStore(page);
  expect(records[0]?.reasons).toEqual(['bookmark']);
  await expect
    .poll(async () => (await readStore(page)).copies.sort())
    .toEqual([...(records[0]?.addresses ?? [])].sort());
});

test('all was being removed when the page died: the next one ends that, and makes nothing anew', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open(address);
  await bookmark(reader, 4);
  await page.goto(`${world.server.url}icon.svg`);
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('cangbao');
      request.onsuccess = () => done(request.result);
    });
    const transaction = database.transaction(['saved', 'facts'], 'readwrite');
    const ids = transaction.objectStore('saved').getAllKeys();
    ids.onsuccess = () => {
      transaction.objectStore('facts').put(ids.result, 'declined');
      const note = { addresses: [], isAll: true, wanted: [] };
      transaction.objectStore('facts').put(note, 'removals');
      transaction.objectStore('saved').clear();
    };
    await new Promise((done) => {
      transaction.oncomplete = done;
    });
    database.close();
  });
  expect((await readStore(page)).copies).not.toEqual([]);
  await reader.open('offline');
  await page.getByText('还没有保存文章').waitFor();
  await expect.poll(async () => (await readStore(page)).copies).toEqual([]);
  expect(await readTitles(page)).toEqual({ mirror: [buildTitle(4)], saved: [] });
});

test('what is saved again while all that was removed can still be put back is not taken for removed', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open(address);
  await bookmark(reader, 4);
  await page.getByRole('link', { name: '离线', exact: true }).first().click();
  await page.getByRole('button', { name: '全部删除' }).click();
  await page.getByRole('button', { name: '真的全部删除？' }).click();
  await page.getByText('已删除 1 篇的离线内容。').waitFor();
  // Another tab knows nothing of what can be put back in this one.
  const other = { ...reader, page: await reader.context.newPage() };
  await reader.open(address, other.page);
  await bookmark(other, 3);
  await other.page.evaluate(async () => {
    const request = indexedDB.open('cangbao');
    await new Promise((done) => {
      request.onsuccess = done;
    });
    const transaction = request.result.transaction('saved', 'readwrite');
    transaction.objectStore('saved').clear();
    await new Promise((done) => {
      transaction.oncomplete = done;
    });
    request.result.close();
  });
  await page.close();
  await world.goOffline();
  await reader.open('offline', other.page);
  await other.page.getByText('已从留下的文章里重建').waitFor();
  expect(await readTitles(other.page)).toMatchObject({ saved: [buildTitle(3)] });
}, 60_000);

test('the pages of a saved list that has lost its record are kept, however late the catalogue comes', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open(address);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '开始保存' }).click();
  await page.getByText('5 篇已经保存').waitFor();
  const { pages } = await readStore(page);
  expect(pages).not.toEqual([]);
  await page.goto(`${world.server.url}icon.svg`);
  await page.evaluate(async () => {
    const request = indexedDB.open('cangbao');
    await new Promise((done) => {
      request.onsuccess = done;
    });
    await caches.delete('cangbao-archive');
    const transaction = request.result.transaction('lists', 'readwrite');
    transaction.objectStore('lists').clear();
    await new Promise((done) => {
      transaction.oncomplete = done;
    });
    request.result.close();
  });
  world.server.setFault((path) =>
    path.endsWith('archive/catalogue.json') ? { delay: 3000 } : undefined,
  );
  await reader.open('offline');
  await page.getByText(/^5 篇，/).waitFor();
  await expect.poll(async () => (await readStore(page)).pages, { timeout: 15_000 }).toEqual(pages);
  expect(findLies(await readStore(page))).toEqual([]);
}, 60_000);
