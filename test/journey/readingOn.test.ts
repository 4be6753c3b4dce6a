import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findOnPage, hasFocus, readRows } from './findOnPage.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';

/** Going on where one stopped: in an article, and in what has not been read. */
const journey = setUpJourney();

const findPane = (page: Page) => page.getByRole('region', { name: '阅读', exact: true });

/** The block whose words stand where reading goes on, in horizontal and in vertical text. */
function readTopBlock(page: Page): Promise<number> {
  return findPane(page).evaluate((pane) => {
    const article = pane.querySelector('.article') ?? pane;
    const body = pane.querySelector('.article-body') ?? pane;
    const isVertical = getComputedStyle(body).writingMode === 'vertical-rl';
    const top = (pane.querySelector('.reading-bar')?.getBoundingClientRect().bottom ?? 0) + 1;
    const right = article.getBoundingClientRect().right - 1;
    return [...body.children].findIndex((block) => {
      const box = block.getBoundingClientRect();
      return isVertical ? box.left < right : box.bottom > top;
    });
  });
}

async function openLongest(page: Page) {
  const [article] = [...journey.archive.articles].sort(
    (a, b) => b.characterCount - a.characterCount,
  );
  await page.goto(`${journey.server.url}a/${article?.id}`, { waitUntil: 'commit' });
  await findOnPage.article(page).locator('.article-body > *').first().waitFor();
  return article;
}

/** Scrolls to a paragraph in the middle of the longest article, and rests there until the place is kept. */
async function readToMiddle(page: Page) {
  const article = await openLongest(page);
  await findPane(page).evaluate((pane) =>
    pane.querySelectorAll('.article-body > p')[4]?.scrollIntoView(),
  );
  const block = await readTopBlock(page);
  expect(block).toBeGreaterThan(2);
  const readPlace = () =>
    page.evaluate((id) => localStorage.getItem(`cangbao:place:${id}`), article?.id);
  await eventually(readPlace).not.toBe(null);
  return { block, readPlace };
}

test('an article opens where one stopped, at another width too; a finished one at its top', async () => {
  const page = await journey.visit('', { size: 'phone' });
  await page.setViewportSize({ width: 412, height: 420 });
  const { block, readPlace } = await readToMiddle(page);

  // A turned phone: the text flows anew, its end comes nearer, and nobody has read on.
  await page.setViewportSize({ width: 768, height: 420 });
  await eventually(() => page.evaluate(() => innerWidth)).toBe(768);
  await page.waitForTimeout(500);
  expect(await readTopBlock(page)).toBe(block);
  expect(await readPlace()).not.toBe(null);
  await openLongest(page);
  await eventually(() => readTopBlock(page)).toBe(block);

  await findPane(page).evaluate((pane) => pane.scrollTo(0, pane.scrollHeight));
  await eventually(readPlace).toBe(null);
  await openLongest(page);
  expect(await findPane(page).evaluate((pane) => pane.scrollTop)).toBe(0);
});

test('another letter size, other paragraphs and 竖排 leave the reader where they are', async () => {
  const page = await journey.visit('', { size: 'phone' });
  await page.setViewportSize({ width: 768, height: 420 });
  const { block } = await readToMiddle(page);
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: '阅读设置', exact: true });
  for (let i = 0; i < 4; i++)
    await dialog.getByRole('slider', { name: '字号' }).press('ArrowRight');
  await eventually(() => readTopBlock(page)).toBe(block);
  await dialog.getByRole('radio', { name: '段间空行' }).check();
  await eventually(() => readTopBlock(page)).toBe(block);
  await dialog.getByRole('radio', { name: '竖排' }).check();
  await eventually(() => readTopBlock(page)).toBe(block);
  await dialog.getByRole('radio', { name: '横排' }).check();
  await eventually(() => readTopBlock(page)).toBe(block);
});

test('what was opened is read; 只看未读 leaves it out, and the way back still works', async () => {
  const page = await journey.visit('', { size: 'phone' });
  const { articles } = journey.archive;
  const unread = page.getByRole('button', { name: '只看未读' });
  await findOnPage.row(page, articles[0]?.title).click();
  await findOnPage.article(page).locator('.article-body > *').first().waitFor();
  await page.goBack();
  await eventually(() => findOnPage.list(page).locator('.is-read').allInnerTexts()).toHaveLength(1);

  await unread.click();
  await eventually(async () => (await readRows(page))[0]?.title).toBe(articles[1]?.title);
  const second = findOnPage.row(page, articles[2]?.title);
  await second.click();
  await findOnPage.article(page).locator('.article-body > *').first().waitFor();
  await page.goBack();
  await eventually(() => second.count()).toBe(0);
  await eventually(async () =>
    (await readRows(page)).map(({ title }) => title).slice(0, 2),
  ).toEqual([articles[1]?.title, articles[3]?.title]);
  await page.reload();
  await findOnPage.row(page).first().waitFor();
  expect(await unread.getAttribute('aria-pressed')).toBe('true');

  await page.getByRole('button', { name: '全部标为已读' }).click();
  await page.getByText('这里都读过了。').waitFor();
  await page.getByRole('status').getByRole('button', { name: '撤销', exact: true }).click();
  await findOnPage.row(page, articles[1]?.title).waitFor();
  await unread.click();
  await eventually(async () => (await readRows(page))[0]?.title).toBe(articles[0]?.title);
});

test('最近读过 names what was opened, the last first', async () => {
  const page = await journey.visit('history');
  await page.getByText('还没有读过文章').waitFor();
  const { articles } = journey.archive;
  for (const article of [articles[5], articles[2]]) {
    await page.goto(`${journey.server.url}a/${article?.id}`, { waitUntil: 'commit' });
    await findOnPage.article(page).locator('.article-body > *').first().waitFor();
  }
  await findOnPage.main(page, '收藏夹').click();
  await page.getByRole('link', { name: '最近读过' }).click();
  await eventually(() => hasFocus(page.getByRole('heading', { level: 1, name: '最近读过' }))).toBe(
    true,
  );
  await eventually(async () => (await readRows(page)).map(({ title }) => title)).toEqual([
    articles[2]?.title,
    articles[5]?.title,
  ]);
});
