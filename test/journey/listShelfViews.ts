import type { Page } from 'playwright-core';
import { findOnPage } from './findOnPage.ts';
import { closeDialog, openDialog, type View } from './listViews.ts';
import { eventually } from './setUpJourney.ts';

/** The views of the bookmarks' page, from the page with a bookmark on it back to the page. */
export const shelfViews: View[] = [
  [
    'bookmarks chosen',
    async (page) => {
      await page.getByRole('button', { name: '选择', exact: true }).click();
      await page.getByRole('checkbox').first().check();
      await page.getByText('已选 1 篇').waitFor();
    },
  ],
  [
    'tags of bookmarks',
    async (page) => {
      const toolbar = page.getByRole('toolbar', { name: '选中的收藏' });
      await toolbar.getByRole('button', { name: '标签' }).click();
      const box = page.getByRole('combobox', { name: '标签名' });
      for (const name of ['房产', '长长的标签名字也放得下']) {
        await box.fill(name);
        await box.press('Enter');
      }
      await box.fill('新');
      await box.press('ArrowDown');
    },
  ],
  [
    'all tags',
    async (page) => {
      await page.getByRole('button', { name: '关闭' }).click();
      await page.getByRole('toolbar').getByRole('button', { name: '完成' }).click();
      await page.getByRole('button', { name: '管理标签' }).click();
      await page.getByRole('combobox', { name: '房产 的颜色' }).waitFor();
    },
  ],
  [
    'bookmarks by hand, with tags',
    async (page) => {
      await closeDialog(page);
      await page.getByRole('combobox', { name: '排列' }).selectOption('手动排列');
      await page.getByRole('button', { name: /^拖动/ }).first().waitFor();
    },
  ],
  [
    'no bookmark found',
    async (page) => {
      await page.getByRole('searchbox', { name: '在收藏夹里找' }).fill('没有');
      await page.getByText('没有符合的收藏').waitFor();
    },
  ],
  [
    'nothing to be read later',
    async (page) => {
      await page.getByRole('button', { name: '看全部' }).click();
      await page.getByRole('radio', { name: /^稍后读/ }).check();
      await page.getByText('还没有要稍后读的文章').waitFor();
    },
  ],
  ['backup', (page) => openDialog(page, '备份')],
  ['sync', (page) => openSync(page)],
  [
    'sync that fails',
    async (page) => {
      await page.getByLabel('地址').fill('https://dav.example/');
      await page.getByRole('button', { name: '立即同步' }).click();
      await page.getByRole('alert').waitFor();
    },
  ],
  [
    'bookmarks again',
    async (page) => {
      await closeDialog(page);
      await page.getByRole('radio', { name: '收藏' }).check();
      await findOnPage.row(page).first().waitFor();
    },
  ],
];

async function openSync(page: Page): Promise<void> {
  await closeDialog(page);
  await page.getByRole('button', { name: '同步', exact: true }).click();
  await eventually(() => page.getByLabel('地址').count()).toBe(1);
}
