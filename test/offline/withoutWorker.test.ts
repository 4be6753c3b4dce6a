/**
 * Where there is no worker, reading and bookmarks work and saving says why not; a retired worker leaves what is
 * saved.
 */
import { expect, test } from 'vitest';
import { buildSite } from '../support/buildSite.ts';
import { closeDialog } from '../support/closeDialog.ts';
import { isDrill } from '../support/isDrill.ts';
import { findRow } from './findRow.ts';
import { readStore } from './inspectStore.ts';
import { setUpOffline } from './setUpOffline.ts';
import { buildSentence, fortyArticles, writeOfflineContent } from './writeOfflineContent.ts';

const world = setUpOffline();

test('over plain http reading and bookmarks work, and saving explains itself', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  const { port } = new URL(world.server.url);
  await page.goto(`http://site.test:${port}/`);
  await findRow(page, 39).click();
  await page.locator('.article-body').getByText(buildSentence(39)).waitFor();
  await page.getByRole('button', { name: '收藏' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('dialog').getByText('离线保存需要 https 地址').waitFor();
  await closeDialog(page);
  await page.goto(`http://site.test:${port}/offline`);
  await page.getByText('离线保存需要 https 地址').waitFor();
  await page.goto(`http://site.test:${port}/saved`);
  await findRow(page, 39).waitFor();
});

test.runIf(isDrill)(
  'a worker that is retired goes, with the app’s files; bookmarks and saved copies stay',
  async () => {
    const content = await writeOfflineContent('forty', fortyArticles);
    const retired = await buildSite({ content, env: { OFFLINE: 'off' } });
    const reader = await world.newLastingReader();
    await reader.open();
    await findRow(reader.page, 39).click();
    await reader.page.getByRole('button', { name: '收藏' }).click();
    await reader.page.locator('.save-status').getByText('已可离线阅读').waitFor();
    world.server.setFolder(retired);
    const isGone = () =>
      reader.page.evaluate(
        async () =>
          (await navigator.serviceWorker.getRegistrations()).length === 0 &&
          !(await caches.keys()).some((name) => name.startsWith('cangbao-app')),
      );
    // The page asks for the worker when it stands; a browser that does not begin (see versions.test.ts) is started
    // anew.
    for (let turn = 0; turn < 20 && !(await isGone()); turn += 1) {
      if (turn % 5 === 4) await reader.restart();
      if (turn % 5 === 4 || turn === 0) await reader.open();
      await reader.page.waitForTimeout(1000);
    }
    expect(await isGone()).toBe(true);
    await reader.open('offline');
    await reader.page.getByText('这个网站没有开启离线阅读').waitFor();
    const { records, copies } = await readStore(reader.page);
    expect(copies.sort()).toEqual([...(records[0]?.addresses ?? [])].sort());
    await reader.open('saved');
    await findRow(reader.page, 39).click();
    await reader.page.locator('.article-body').getByText(buildSentence(39)).waitFor();
  },
);
