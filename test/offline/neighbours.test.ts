/** Two sites under different paths of one host: what a reader keeps in one is nothing to the other. */
import { cp, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { buildSite, runFolderVariable } from '../support/buildSite.ts';
import { findRow } from './findRow.ts';
import { setUpOffline } from './setUpOffline.ts';
import { buildSentence, fortyArticles, writeOfflineContent } from './writeOfflineContent.ts';

const world = setUpOffline();
let both = '';

beforeAll(async () => {
  const content = await writeOfflineContent('forty', fortyArticles);
  const news = await buildSite({ content, base: '/news/' });
  both = await mkdtemp(join(process.env[runFolderVariable] ?? '', 'neighbours-'));
  await cp(world.folder, both, { recursive: true });
  await cp(news, join(both, 'news'), { recursive: true });
});

/** Presses the bookmark button of an article of the site that is open. */
async function bookmark(page: Page, article: number): Promise<void> {
  await findRow(page, article).click();
  await page.locator('.article-body').getByText(buildSentence(article)).waitFor();
  await page.getByRole('button', { name: '收藏', pressed: false }).click();
  await page.locator('.save-status').getByText('已可离线阅读').waitFor();
}

async function expectBookmarks(page: Page, articles: number[]): Promise<void> {
  await page.getByText(`共 ${articles.length} 篇收藏`).waitFor();
  for (const article of articles) {
    await findRow(page, article).waitFor();
  }
}

test('neither lists, removes or restores what was bookmarked in the other', async () => {
  world.server.setFolder(both);
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open();
  await bookmark(page, 37);
  await reader.open('news/');
  await bookmark(page, 37);
  await bookmark(page, 36);
  await reader.open('news/saved');
  await expectBookmarks(page, [36, 37]);
  await findRow(page, 37).click();
  await page.getByRole('button', { name: '收藏', pressed: true }).click();
  await reader.open('news/saved');
  await expectBookmarks(page, [36]);
  await reader.open('saved');
  await expectBookmarks(page, [37]);
  await findRow(page, 37).click();
  await page.locator('.save-status').getByText('已可离线阅读').waitFor();
  const keys = await page.evaluate(() =>
    Object.keys(localStorage).filter((key) => /mark:/.test(key)),
  );
  expect(keys.map((key) => key.replace(/\w{12}$/, '')).sort()).toEqual([
    'cangbao:/news/:bookmark:',
    'cangbao:/news/:bookmark:',
    'cangbao:bookmark:',
  ]);
});
