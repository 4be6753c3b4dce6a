/** Bookmarks go out in one file and come back from it, in another browser and beside others, without loss. */
import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { closeDialog } from '../support/closeDialog.ts';
import { isDrill } from '../support/isDrill.ts';
import { findRow } from './findRow.ts';
import { setUpOffline } from './setUpOffline.ts';
import { buildSentence } from './writeOfflineContent.ts';

const world = setUpOffline();

async function bookmark(page: Page, article: number): Promise<void> {
  await findRow(page, article).click();
  await page.locator('.article-body').getByText(buildSentence(article)).waitFor();
  await page.getByRole('button', { name: '收藏', pressed: false }).click();
  await page.locator('.save-status').getByText('已可离线阅读').waitFor();
}

async function readDownload(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

const forms: readonly [string, string][] = [
  ['导出收藏和正文', '.html'],
  ['导出收藏', '.json'],
];

test.each(isDrill ? forms : forms.slice(0, 1))('%s', async (button, ending) => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open();
  await bookmark(page, 39);
  await bookmark(page, 38);
  await reader.open('saved');
  await page.getByRole('button', { name: '备份' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  expect(download.suggestedFilename().endsWith(ending)).toBe(true);
  const text = await readDownload(download);
  await page.getByText('已导出 2 条收藏').waitFor();

  if (ending === '.html') {
    // Opened as a file, with no server anywhere: text, pictures, no script, nothing asked for.
    const opened = await reader.context.newPage();
    const asked: string[] = [];
    opened.on('request', (request) => asked.push(request.url()));
    await opened.setContent(text);
    await opened.getByText(buildSentence(39)).waitFor();
    const widths = await opened
      .locator('article img')
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
    // 38 has two pictures; the only one of 39 may not be read and is a link.
    expect(widths).toEqual([80, 80]);
    expect(await opened.getByText('这张图片不能装进文件').count()).toBe(1);
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([]);
    expect(await opened.locator('script:not([type="application/json"])').count()).toBe(0);
  }

  const other = await world.newReader();
  await other.open();
  await bookmark(other.page, 36);
  await other.open('saved');
  await other.page.getByRole('button', { name: '备份' }).click();
  await other.page
    .locator('input[type=file]')
    .setInputFiles({ name: `a${ending}`, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await other.page.getByText('文件里有 2 条收藏，新增或更新了 2 条。').waitFor();
  await closeDialog(other.page);
  expect(await other.page.getByRole('status').first().textContent()).toBe('共 3 篇收藏');
});
