import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findOnPage, hasFocus, readHeading, readRows } from './findOnPage.ts';
import { pressKey, pressOn, tabTo } from './keyboardReader.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';

/** Eight things that one comes for, done by the keyboard alone. The focus is never lost, and never out of sight. */
const journey = setUpJourney();

describe.each(['phone', 'desktop'] as const)('%s', (size) => {
  const visit = async () => {
    const page = await journey.visit('', { size, reducedMotion: 'reduce' });
    await findOnPage.row(page).first().waitFor();
    return page;
  };

  test('choose a category in the tree and see its list', async () => {
    const page = await visit();
    if (size === 'phone') {
      await pressOn(page, findOnPage.sheetButton(page), () => findOnPage.tree(page).waitFor());
    }
    const channel = findOnPage.tree(page).getByRole('link', { name: /^新浪财经－产经/ });
    await pressOn(page, channel, () => hasHeading(page, '新浪财经－产经'));
    await eventually(() => hasFocus(findOnPage.heading(page))).toBe(true);
    const articles = journey.archive.listArticles('金融/新浪财经/新浪财经－产经');
    await eventually(async () => (await readRows(page))[0]?.title).toBe(articles[0]?.title);
    await tabTo(page, findOnPage.row(page, articles[0]?.title));
  });

  test('open an article and come back to its row', async () => {
    const page = await visit();
    const { articles } = journey.archive;
    const row = findOnPage.row(page, articles[2]?.title);
    await pressOn(page, row, () => hasArticle(page, articles[2]?.title));
    await pressKey(page, 'u', () => hasHeading(page, '全部文章'));
    await eventually(() => hasFocus(row)).toBe(true);
    await pressKey(page, 'Enter', () => hasArticle(page, articles[2]?.title));
    if (size === 'phone') {
      const back = page.getByRole('link', { name: '返回' });
      await pressOn(page, back, () => hasHeading(page, '全部文章'), { by: 'Shift+Tab' });
      await eventually(() => hasFocus(row)).toBe(true);
    }
  });

  test('bookmark an article and find it among the bookmarks', async () => {
    const page = await visit();
    const { title } = journey.archive.articles[1] ?? {};
    await pressOn(page, findOnPage.row(page, title), () => hasArticle(page, title));
    const button = findOnPage.bookmark(page);
    await button.waitFor();
    const isPressed = () => eventually(() => button.getAttribute('aria-pressed')).toBe('true');
    await pressOn(page, button, isPressed, { by: 'Shift+Tab' });
    const saved = findOnPage.main(page, '收藏夹');
    await pressOn(page, saved, () => hasHeading(page, '收藏夹'), { by: 'Shift+Tab' });
    await pressOn(page, findOnPage.row(page, title), () => hasArticle(page, title));
  });

  test('search for a word, open the first result, go from hit to hit', async () => {
    const page = await visit();
    const box = page.getByRole('searchbox');
    await pressOn(page, findOnPage.main(page, '搜索'), () => hasHeading(page, '搜索'));
    await eventually(() => hasFocus(box)).toBe(true);
    await page.keyboard.type('亿元');
    await pressKey(page, 'Enter', () => page.getByText(/^共 \d+ 篇$/).waitFor());
    expect(await hasFocus(box)).toBe(true);
    const first = findOnPage.row(page).first();
    await first.waitFor();
    const title = await first.innerText();
    await pressOn(page, first, () => hasArticle(page, title));
    const hits = page.getByRole('group', { name: '搜索命中' });
    await hits.waitFor();
    const next = hits.getByRole('button', { name: '下一处' });
    await pressOn(page, next, () => hits.getByText(/^2 \//).waitFor());
    await pressKey(page, 'Enter', () => hits.getByText(/^3 \//).waitFor());
    const hide = hits.getByRole('button', { name: '不再标出' });
    await pressOn(page, hide, () => eventually(() => hits.count()).toBe(0));
  });

  test('change the size of the text and the theme', async () => {
    const page = await visit();
    const { title } = journey.archive.articles[0] ?? {};
    await pressOn(page, findOnPage.row(page, title), () => hasArticle(page, title));
    const button = page.getByRole('button', { name: '阅读设置' });
    const dialog = page.getByRole('dialog', { name: '阅读设置' });
    const radios = dialog.getByRole('group', { name: '主题' }).getByRole('radio');
    await pressOn(page, button, () => radios.first().waitFor(), { by: 'Shift+Tab' });
    await tabTo(page, radios);
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
    await pressKey(page, 'ArrowRight', () => eventually(theme).toBe('light'));
    await pressKey(page, 'ArrowRight', () => eventually(theme).toBe('dark'));
    const textSize = () =>
      page.locator('.article-body').evaluate((body) => getComputedStyle(body).fontSize);
    await tabTo(page, dialog.getByRole('slider', { name: '字号' }));
    await pressKey(page, 'ArrowRight', () => eventually(textSize).toBe('19px'));
    await pressKey(page, 'Escape', () => eventually(() => dialog.count()).toBe(0));
    expect(await hasFocus(button)).toBe(true);
  });

  test('save a list, and reach what 离线与存储 offers', async () => {
    const page = await visit();
    const save = page.getByRole('button', { name: '保存', exact: true });
    const dialog = page.getByRole('dialog', { name: '保存这个列表' });
    await pressOn(page, save, () => dialog.waitFor());
    await pressKey(page, 'Escape', () => eventually(() => dialog.count()).toBe(0));
    expect(await hasFocus(save)).toBe(true);
    const offline = findOnPage.main(page, '离线');
    await pressOn(page, offline, () => hasHeading(page, '离线与存储'), { by: 'Shift+Tab' });
    const choice = page.getByRole('checkbox', { name: '收藏时保存文章和图片' });
    const wasChecked = await choice.isChecked();
    const isTurned = () => eventually(() => choice.isChecked()).toBe(!wasChecked);
    await pressOn(page, choice, isTurned, { key: 'Space' });
    await tabTo(page, page.getByRole('button', { name: '导入' }));
  });

  test('look at the pictures of an article', async () => {
    const page = await visit();
    const article = journey.archive.articles.find(({ html }) => /<img.*<img/s.test(html));
    await openByPalette(page, article?.title ?? '');
    const pictures = page.getByRole('button', { name: /^放大图片/ });
    const viewer = page.getByRole('dialog', { name: '文中图片' });
    const counter = viewer.locator('.pswp__counter');
    await pressOn(page, pictures.first(), () => viewer.waitFor());
    const isAt = (text: string) => () => eventually(() => counter.innerText()).toBe(text);
    await pressKey(page, 'ArrowRight', isAt('2 / 2'));
    await pressOn(page, viewer.getByRole('button', { name: '上一张' }), isAt('1 / 2'));
    await pressKey(page, 'Escape', () => eventually(() => viewer.count()).toBe(0));
    await eventually(() => hasFocus(pictures.first())).toBe(true);
  });

  test('read on, sweep a list, jump to a category', async () => {
    const page = await visit();
    const { articles } = journey.archive;
    const [first, second] = articles.map(({ title }) => title);
    await pressOn(page, findOnPage.row(page, first), () => hasArticle(page, first));
    const next = findOnPage.neighbour(page, '下一篇');
    await next.waitFor();
    await pressOn(page, next, () => hasArticle(page, second));
    await eventually(() => hasFocus(findOnPage.heading(page))).toBe(true);
    await pressKey(page, 'u', () => hasHeading(page, '全部文章'));
    await eventually(() => hasFocus(findOnPage.row(page, second))).toBe(true);

    const sweep = page.getByRole('button', { name: '全部标为已读' });
    const undo = page.getByRole('status').getByRole('button', { name: '撤销', exact: true });
    await pressOn(page, sweep, () => undo.waitFor(), { by: 'Shift+Tab' });
    const unread = page.getByRole('button', { name: '只看未读' });
    const empty = page.getByText('这里都读过了');
    await pressOn(page, unread, () => empty.waitFor(), { by: 'Shift+Tab' });
    await pressOn(page, undo, () => findOnPage.row(page).first().waitFor());

    await openByPalette(page, '产经', '新浪财经－产经');
    expect(await hasFocus(findOnPage.heading(page))).toBe(true);
  });
});

async function openByPalette(page: Page, question: string, title = question) {
  const box = page.getByRole('combobox');
  await pressKey(page, 'Control+k', () => eventually(() => hasFocus(box)).toBe(true));
  await page.keyboard.insertText(question);
  await page.getByRole('option', { name: title }).first().waitFor();
  await pressKey(page, 'Enter', () => hasHeading(page, title));
}

function hasHeading(page: Page, title: string | undefined) {
  return eventually(() => readHeading(page)).toBe(title);
}

async function hasArticle(page: Page, title: string | undefined) {
  await hasHeading(page, title);
  await findOnPage.article(page).locator('.article-body > *').first().waitFor();
}
