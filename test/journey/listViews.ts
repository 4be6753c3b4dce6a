import type { Page } from 'playwright-core';
import { findOnPage } from './findOnPage.ts';
import { shelfViews } from './listShelfViews.ts';
import { eventually, type Journey } from './setUpJourney.ts';

/** A view of the app by name, and the way to it from the view before it. */
export type View = [name: string, open: (page: Page) => Promise<unknown>];

/**
 * Lists all views, normal, empty, loading, failed and offline ones, in an order in which each is reached from the one
 * before it.
 */
export function listViews(journey: Journey): View[] {
  return [
    ['list', (page) => findOnPage.row(page).first().waitFor()],
    [
      'no bookmarks',
      async (page) => {
        await findOnPage.main(page, '收藏夹').click();
        await page.getByText('还没有收藏').waitFor();
      },
    ],
    ['article', (page) => openArticle(journey, page)],
    ['settings', (page) => openDialog(page, '阅读设置')],
    ['take', (page) => openDialog(page, '带走')],
    [
      'palette',
      async (page) => {
        await closeDialog(page);
        await page.keyboard.press('Control+k');
        await page.getByRole('option').first().waitFor();
      },
    ],
    [
      'keys',
      async (page) => {
        await closeDialog(page);
        await page.keyboard.press('?');
        await page.getByRole('checkbox').waitFor();
      },
    ],
    [
      'selection',
      async (page) => {
        await closeDialog(page);
        await findOnPage.article(page).evaluate((article) => {
          const paragraph = article.querySelector('.article-body > p');
          if (paragraph) document.getSelection()?.selectAllChildren(paragraph);
        });
        await page.getByRole('toolbar').waitFor();
      },
    ],
    [
      'note',
      async (page) => {
        await page.getByRole('button', { name: '写笔记' }).click();
        await page.getByRole('textbox', { name: '笔记内容' }).fill('想法');
        await page.getByRole('textbox', { name: '标签' }).fill('数据');
      },
    ],
    [
      'marked article',
      async (page) => {
        await closeDialog(page);
        await page
          .getByRole('region', { name: /这篇文章的笔记/ })
          .getByText('想法')
          .waitFor();
      },
    ],
    [
      'selection by keys',
      async (page) => {
        await page.keyboard.press('v');
        await page.getByRole('application').waitFor();
      },
    ],
    [
      'bookmarks',
      async (page) => {
        await page.evaluate(() => document.getSelection()?.removeAllRanges());
        await findOnPage.bookmark(page).click();
        await findOnPage.main(page, '收藏夹').click();
        await findOnPage.row(page).first().waitFor();
      },
    ],
    ...shelfViews,
    [
      'history',
      async (page) => {
        await page.getByRole('link', { name: '最近读过' }).click();
        await findOnPage.row(page).first().waitFor();
      },
    ],
    [
      'notes',
      async (page) => {
        await findOnPage.main(page, '收藏夹').click();
        await page.getByRole('link', { name: '笔记', exact: true }).last().click();
        await page.getByRole('list', { name: '笔记列表' }).waitFor();
      },
    ],
    [
      'notes as a text',
      async (page) => {
        await page.getByRole('radio', { name: '连起来读' }).check();
        await page.getByText('想法').waitFor();
      },
    ],
    [
      'nothing unread',
      async (page) => {
        await findOnPage.main(page, '全部文章').click();
        await page.getByRole('button', { name: '全部标为已读' }).click();
        await page.getByRole('button', { name: '只看未读' }).click();
        await page.getByText('这里都读过了').waitFor();
        await page.getByRole('button', { name: '只看未读' }).click();
      },
    ],
    [
      'offline page',
      async (page) => {
        await page.goto(`${journey.server.url}offline`);
        await page.getByRole('heading', { level: 1 }).waitFor();
      },
    ],
    [
      'search, its filters open',
      async (page) => {
        await page.goto(`${journey.server.url}search?q=${encodeURIComponent('公里')}`);
        await findOnPage.row(page).first().waitFor();
        await page.getByText('筛选').click();
      },
    ],
    [
      'search, narrowed, nothing found',
      async (page) => {
        const text = encodeURIComponent('公里');
        await page.goto(`${journey.server.url}search?q=${text}&from=2100-01-01`);
        await page.getByText('没有找到').waitFor();
      },
    ],
    [
      'searches of one’s own',
      async (page) => {
        await page.goto(`${journey.server.url}search?q=${encodeURIComponent('公里')}`);
        await page.getByRole('button', { name: '保存搜索' }).click();
        await page.goto(`${journey.server.url}search`);
        await page.getByRole('list', { name: '保存的搜索' }).waitFor();
      },
    ],
    [
      'search',
      async (page) => {
        await page.goto(`${journey.server.url}search?q=${encodeURIComponent('公里')}`);
        await findOnPage.row(page).first().waitFor();
      },
    ],
    [
      'hits in an article',
      async (page) => {
        await findOnPage.row(page).first().click();
        await page.getByRole('group', { name: '搜索命中' }).waitFor();
      },
    ],
    [
      'tag',
      async (page) => {
        await page.goto(`${journey.server.url}t/${encodeURIComponent('宏观数据')}`);
        await findOnPage.row(page).first().waitFor();
      },
    ],
    [
      'article of a tag, its foot in sight',
      async (page) => {
        await findOnPage.row(page).first().click();
        const tags = findOnPage.article(page).getByRole('list', { name: '标签', exact: true });
        await tags.scrollIntoViewIfNeeded();
      },
    ],
    [
      '404',
      async (page) => {
        await page.goto(`${journey.server.url}nowhere`, { waitUntil: 'commit' });
        await page.getByText('找不到这一页').waitFor();
      },
    ],
    [
      'failed article',
      async (page) => {
        await page.getByRole('main').getByRole('link', { name: '去看全部文章' }).click();
        journey.server.setFault((path) => (path.includes('/articles/') ? 'close' : undefined));
        await findOnPage.row(page).first().click();
        await findOnPage.alert(page).waitFor();
      },
    ],
    [
      'loading',
      async (page) => {
        journey.server.setFault((path) =>
          path.includes('catalogue') ? { delay: 60_000 } : undefined,
        );
        await page.goto(journey.server.url, { waitUntil: 'commit' });
        await page.getByText('正在载入').first().waitFor({ state: 'attached' });
      },
    ],
    [
      'loading article',
      async (page) => {
        journey.server.setFault((path) =>
          path.includes('/articles/') ? { delay: 60_000 } : undefined,
        );
        const { id } = journey.archive.articles[0] ?? {};
        await page.goto(`${journey.server.url}a/${id}`, { waitUntil: 'commit' });
        await page.getByText('正在载入').first().waitFor({ state: 'attached' });
      },
    ],
    [
      'offline',
      async (page) => {
        journey.server.setFault();
        await page.goto(journey.server.url, { waitUntil: 'commit' });
        await findOnPage.row(page).first().waitFor();
        await page.context().setOffline(true);
        await findOnPage.row(page).nth(1).click();
        await findOnPage.alert(page).waitFor();
        await page.context().setOffline(false);
      },
    ],
    [
      'failed',
      async (page) => {
        journey.server.setFault((path) =>
          path.includes('catalogue') ? { status: 500 } : undefined,
        );
        await page.goto(journey.server.url, { waitUntil: 'commit' });
        await findOnPage.alert(page).waitFor();
      },
    ],
  ];
}

async function openArticle(journey: Journey, page: Page) {
  const { id } =
    journey.archive.articles.find(({ html }) => /<table.*<img|<img.*<table/s.test(html)) ?? {};
  await page.goto(`${journey.server.url}a/${id}`, { waitUntil: 'commit' });
  await findOnPage.article(page).locator('.article-body > *').first().waitFor();
  await findOnPage.neighbour(page, '下一篇').waitFor();
  await eventually(() => findOnPage.bookmark(page).count()).toBe(1);
}

/** Opens a dialog by its button, after the one that is open. */
export async function openDialog(page: Page, name: string) {
  await closeDialog(page);
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog', { name }).getByRole('button').nth(1).waitFor();
}

/** Closes the dialog that is open. */
export async function closeDialog(page: Page) {
  if ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape');
  await eventually(() => page.getByRole('dialog').count()).toBe(0);
}
