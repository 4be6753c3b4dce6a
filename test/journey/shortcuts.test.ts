import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findOnPage, hasFocus, readHeading } from './findOnPage.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';

/** Single keys, the sheet that names them, the command palette, and the finger's way from article to article. */
const journey = setUpJourney();

async function waitForArticle(page: Page, title: string | undefined) {
  await eventually(() => readHeading(page)).toBe(title);
  await findOnPage.article(page).locator('.article-body > *').first().waitFor();
}

test.each(['phone', 'desktop'] as const)('j, k, o, b, m and u (%s)', async (size) => {
  const page = await journey.visit('', { size });
  const { articles } = journey.archive;
  const row = (index: number) => findOnPage.row(page, articles[index]?.title);
  await row(0).waitFor();
  // The script of the keys comes with the first of them; none is lost.
  for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
  await eventually(() => hasFocus(row(1))).toBe(true);
  await page.keyboard.press('k');
  expect(await hasFocus(row(0))).toBe(true);
  await page.keyboard.press('j');
  expect(await hasFocus(row(1))).toBe(true);
  await page.keyboard.press('o');
  await waitForArticle(page, articles[1]?.title);
  await findOnPage.neighbour(page, '下一篇').waitFor();
  await page.keyboard.press('j');
  await waitForArticle(page, articles[2]?.title);
  await findOnPage.neighbour(page, '上一篇').waitFor();
  await page.keyboard.press('k');
  await waitForArticle(page, articles[1]?.title);
  await page.keyboard.press('b');
  await eventually(() => findOnPage.bookmark(page).getAttribute('aria-pressed')).toBe('true');
  await page.keyboard.press('m');
  await page.keyboard.press('u');
  await eventually(() => readHeading(page)).toBe('全部文章');
  await eventually(() => findOnPage.list(page).locator('.is-read').allInnerTexts()).toHaveLength(1);
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await eventually(() => readHeading(page)).toBe('收藏夹');
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await eventually(() => readHeading(page)).toBe('最近读过');
});

test('the keys are named on a sheet, and can be switched off', async () => {
  const page = await journey.visit('');
  await findOnPage.row(page).first().waitFor();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: '快捷键' });
  await sheet.getByText('收藏或取消收藏').waitFor();
  await page.keyboard.press('j');
  await sheet.getByRole('checkbox', { name: '使用单键快捷键' }).uncheck();
  await page.keyboard.press('Escape');
  await eventually(() => sheet.count()).toBe(0);
  await page.keyboard.press('j');
  await page.keyboard.press('?');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(
    await findOnPage
      .row(page)
      .first()
      .evaluate((row) => row === document.activeElement),
  ).toBe(false);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: '命令面板' }).waitFor();
});

test('the palette goes to categories and articles, and does things', async () => {
  const page = await journey.visit('');
  const { articles } = journey.archive;
  await findOnPage.row(page).first().waitFor();
  const box = page.getByRole('combobox');
  const open = async (question: string) => {
    await page.keyboard.press('Control+k');
    await eventually(() => hasFocus(box)).toBe(true);
    await page.keyboard.type(question);
  };
  await open('产经');
  await page.keyboard.press('Enter');
  await eventually(() => readHeading(page)).toBe('新浪财经－产经');
  await eventually(() => hasFocus(findOnPage.heading(page))).toBe(true);

  await open(articles[3]?.title.slice(0, 5) ?? '');
  const options = page.getByRole('option');
  await eventually(() => options.first().innerText()).toContain(articles[3]?.title);
  expect(await box.getAttribute('aria-activedescendant')).toBe(
    await options.first().getAttribute('id'),
  );
  await page.keyboard.press('Enter');
  await waitForArticle(page, articles[3]?.title);

  await open('深色');
  await page.keyboard.press('Enter');
  await eventually(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');

  await open('没有这样的词');
  await eventually(() => options.allInnerTexts()).toHaveLength(1);
  expect(await options.first().innerText()).toContain('全文搜索「没有这样的词」');
  await page.keyboard.press('Escape');
  await open('');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await eventually(() => readHeading(page)).toBe('收藏夹');
});

test('a finger goes across to the next article and back', async () => {
  const page = await journey.visit('', { size: 'phone' });
  const { articles } = journey.archive;
  await findOnPage.row(page).first().click();
  await waitForArticle(page, articles[0]?.title);
  await findOnPage.neighbour(page, '下一篇').waitFor();
  const swipe = (from: [number, number], to: [number, number]) =>
    page.getByRole('article').evaluate(
      (element, [start, end]) => {
        const fire = (type: string, [clientX, clientY]: [number, number]) => {
          const touch = new Touch({ identifier: 1, target: element, clientX, clientY });
          const touches = type === 'touchend' ? [] : [touch];
          element.dispatchEvent(
            new TouchEvent(type, { bubbles: true, touches, changedTouches: [touch] }),
          );
        };
        fire('touchstart', start);
        fire('touchend', end);
      },
      [from, to] as const,
    );
  await swipe([300, 400], [280, 100]); // a scroll
  await swipe([5, 400], [300, 400]); // the system's own
  expect(await readHeading(page)).toBe(articles[0]?.title);
  await swipe([300, 400], [150, 420]);
  await waitForArticle(page, articles[1]?.title);
  await findOnPage.neighbour(page, '上一篇').waitFor();
  await swipe([150, 400], [300, 420]);
  await waitForArticle(page, articles[0]?.title);
});
