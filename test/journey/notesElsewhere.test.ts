import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { buildNote } from '../reader/buildNote.ts';
import { findOnPage } from './findOnPage.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';

/** Where else notes are known, and that one store gives back what the other lost. */
const journey = setUpJourney();

/** A reader with one note, as it stands in the second copy. */
async function visitWithNote(path: string): Promise<Page> {
  const [article] = journey.archive.articles;
  if (!article) throw new Error('no articles');
  const note = buildNote('note-a', {
    articleId: article.id,
    articleTitle: article.title,
    text: '灯塔旁的想法',
    quote: { exact: '灯塔', prefix: '', suffix: '' },
  });
  // From a page that reads no notes itself.
  const page = await journey.visit('offline');
  await page.evaluate(
    (text) => localStorage.setItem('cangbao:note:note-a', text),
    JSON.stringify(note),
  );
  await page.goto(journey.server.url + path, { waitUntil: 'commit' });
  return page;
}

function readStored(page: Page): Promise<{ database: string[]; texts: string[] }> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('cangbao-notes');
      request.onsuccess = () => done(request.result);
    });
    const names = [...database.objectStoreNames];
    const keys = await new Promise<string[]>((done) => {
      if (names.length === 0) return done([]);
      const request = database.transaction('notes').objectStore('notes').getAllKeys();
      request.onsuccess = () => done(request.result as string[]);
    });
    database.close();
    return {
      database: keys,
      texts: Object.keys(localStorage).filter((key) => key.startsWith('cangbao:note:')),
    };
  });
}

test('what the browser cleared of one store comes back from the other, and is told', async () => {
  const page = await visitWithNote('notes');
  const list = page.getByRole('list', { name: '笔记列表' });
  await list.getByText('灯塔旁的想法').waitFor();
  await page.getByText('1 条笔记已从另一份副本恢复').waitFor();
  await eventually(() => readStored(page)).toEqual({
    database: ['note-a'],
    texts: ['cangbao:note:note-a'],
  });
  await page.evaluate(() => localStorage.removeItem('cangbao:note:note-a'));
  await page.reload();
  await list.getByText('灯塔旁的想法').waitFor();
  await eventually(async () => (await readStored(page)).texts).toEqual(['cangbao:note:note-a']);
});

test('a search says how many notes hold the words, and leads to them', async () => {
  const page = await visitWithNote('search?q=%E7%81%AF%E5%A1%94');
  await page.getByRole('link', { name: '笔记里有 1 条' }).click();
  await page.getByText('找到 1 条，共 1 条').waitFor();
  await expect(page.getByRole('searchbox', { name: '搜索笔记' }).inputValue()).resolves.toBe(
    '灯塔',
  );
});

test('the front page shows the last notes, each a link to its passage', async () => {
  const page = await visitWithNote('');
  const part = page.getByRole('region', { name: '最近的笔记' });
  await part.getByText('灯塔旁的想法').waitFor();
  await part.getByRole('link', { name: '灯塔', exact: true }).click();
  // Its words are in no article: the note opens beside the text.
  await page.getByRole('dialog', { name: '笔记' }).getByText('灯塔', { exact: true }).waitFor();
  await page.goto(journey.server.url);
  await part.getByRole('link', { name: '全部笔记' }).click();
  await page.getByRole('heading', { level: 1, name: '笔记' }).waitFor();
});

test('on a desk the navigation leads to the notes, on a phone the bookmarks do, and the palette', async () => {
  const page = await visitWithNote('');
  await findOnPage.main(page, '笔记').click();
  await page.getByRole('heading', { level: 1, name: '笔记' }).waitFor();
  await page.getByRole('button', { name: '编辑' }).click();
  await page.getByRole('dialog', { name: '笔记' }).getByRole('button', { name: '删除' }).click();
  await page.getByText('还没有笔记').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('灯塔旁的想法').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('笔记');
  await page.getByRole('option', { name: '笔记' }).first().waitFor();
});

test('where its script does not come the page says so', async () => {
  const page = await journey.visit('', { mayFail: /OwnNotes|Failed to fetch/ });
  await page.route('**/assets/OwnNotes-*.js', (route) => route.abort());
  await findOnPage.main(page, '笔记').click();
  await findOnPage.alert(page).waitFor();
  await page.unroute('**/assets/OwnNotes-*.js');
  await findOnPage.retry(page).click();
  await page.getByText('还没有笔记').waitFor();
});
