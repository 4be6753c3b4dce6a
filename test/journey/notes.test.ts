import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findOnPage } from './findOnPage.ts';
import { eventually, setUpJourney, type VisitOptions } from './setUpJourney.ts';

/** Marks and notes: by mouse, touch and keyboard, in vertical text and in the other script, on their page. */
const journey = setUpJourney();

type Color = 'yellow' | 'green' | 'blue' | 'pink';

function findArticle() {
  const article = journey.archive.articles.find(({ html }) => html.split('<p>').length > 8);
  if (!article) throw new Error('no article is long enough');
  return article;
}

async function openArticle(page: Page) {
  const article = findArticle();
  await page.goto(`${journey.server.url}a/${article.id}`, { waitUntil: 'commit' });
  await findOnPage.article(page).locator('.article-body > *').first().waitFor();
  await page.locator('.key-selection-button').waitFor({ state: 'attached' });
  return article;
}

async function visitArticle(options?: VisitOptions) {
  const page = await journey.visit('', options);
  return { page, article: await openArticle(page) };
}

/** Selects the words from one paragraph's text to another's, both ends whole; returns them. */
function select(page: Page, first: number, last = first): Promise<string> {
  return findOnPage.article(page).evaluate(
    (article, [from = 0, to = 0]) => {
      const paragraphs = [...article.querySelectorAll('.article-body > p')];
      const [begin, end] = [paragraphs[from], paragraphs[to]];
      const range = document.createRange();
      if (begin) range.setStart(begin, 0);
      if (end) range.setEnd(end, end.childNodes.length);
      document.getSelection()?.removeAllRanges();
      document.getSelection()?.addRange(range);
      begin?.scrollIntoView({ block: 'center' });
      return range.toString().trim();
    },
    [first, last],
  );
}

/** Returns the words that are painted in a colour. */
function readPainted(page: Page, color: Color): Promise<string[]> {
  return page.evaluate(
    (name) => [...(CSS.highlights.get(name) ?? [])].map((range) => range.toString().trim()),
    `note-${color}`,
  );
}

function bar(page: Page) {
  return page.getByRole('toolbar', { name: '选中的文字' });
}

test('what is offered for selected words does not move while one presses it', async () => {
  const { page } = await visitArticle({ size: 'phone' });
  await select(page, 1);
  await bar(page).getByRole('button', { name: '写笔记' }).click({ delay: 700 });
  await page.getByRole('textbox', { name: '笔记内容' }).waitFor();
});

test('selected words are marked by mouse, opened by a press, coloured, written on and removed', async () => {
  const { page } = await visitArticle();
  const words = await select(page, 3);
  await bar(page).getByRole('button', { name: '划线', exact: true }).click();
  await eventually(() => readPainted(page, 'yellow')).toEqual([words]);
  await bar(page).waitFor({ state: 'detached' });

  const paragraph = findOnPage.article(page).locator('.article-body > p').nth(3);
  await paragraph.click({ position: { x: 60, y: 14 } });
  const sheet = page.getByRole('dialog', { name: '笔记' });
  await sheet.getByRole('radio', { name: '蓝色' }).check();
  await sheet.getByRole('textbox', { name: '笔记内容' }).fill('要再查一次');
  await sheet.getByRole('textbox', { name: '标签' }).fill('数据，港口');
  await sheet.getByRole('button', { name: '完成' }).click();
  await eventually(() => readPainted(page, 'blue')).toEqual([words]);
  expect(await readPainted(page, 'yellow')).toEqual([]);

  await page.reload();
  await eventually(() => readPainted(page, 'blue')).toEqual([words]);
  const list = page.getByRole('region', { name: /这篇文章的笔记/ });
  await list.getByText('要再查一次').waitFor();
  await list.getByText('#港口').waitFor();
  await list.getByRole('button', { name: '打开笔记' }).click();
  await sheet.getByRole('button', { name: '删除' }).click();
  await eventually(() => readPainted(page, 'blue')).toEqual([]);
  await page.getByRole('button', { name: '撤销' }).click();
  await eventually(() => readPainted(page, 'blue')).toEqual([words]);
  await list.getByText('要再查一次').waitFor();
});

test('by touch: a mark over several paragraphs, and a tap that opens it', async () => {
  const { page } = await visitArticle({ size: 'phone', hasTouch: true });
  const words = await select(page, 2, 4);
  await bar(page)
    .getByRole('button', { name: /划线，绿色/ })
    .tap();
  await eventually(async () => (await readPainted(page, 'green')).join('')).toBe(
    words.replace(/\s*\n\s*/g, ''),
  );
  const paragraph = findOnPage.article(page).locator('.article-body > p').nth(3);
  await paragraph.tap({ position: { x: 60, y: 14 } });
  await page.getByRole('dialog', { name: '笔记' }).getByRole('button', { name: '关闭' }).tap();
  // Beside the mark nothing opens.
  await findOnPage.article(page).locator('.article-body > p').nth(6).tap();
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('a passage is marked and written on without a pointer', async () => {
  const { page } = await visitArticle();
  await page.keyboard.press('v');
  const field = page.getByRole('application', { name: '用键盘选取文字' });
  await field.waitFor();
  // What the keys do can be read while they do it.
  const box = await field.boundingBox();
  expect(box && box.y + box.height).toBeLessThan(900);
  const read = () => page.evaluate(() => document.getSelection()?.toString() ?? '');
  await eventually(read).not.toBe('');
  const first = await read();
  await page.keyboard.press('ArrowDown');
  await eventually(read).not.toBe(first);
  const second = await read();
  await page.keyboard.press('Shift+ArrowDown');
  await eventually(async () => (await read()).length).toBeGreaterThan(second.length);
  await page.keyboard.press('Shift+ArrowUp');
  await eventually(read).toBe(second);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowLeft');
  await eventually(read).toBe(second.slice(1, -1));
  await page.keyboard.press('Enter');
  await eventually(() => page.evaluate(() => document.activeElement?.className)).toContain(
    'note-color',
  );
  for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: '笔记' }).waitFor();
  await page.keyboard.type('没有用鼠标');
  await page.keyboard.press('Escape');
  await eventually(() => readPainted(page, 'yellow')).toEqual([second.slice(1, -1)]);
  await page
    .getByRole('region', { name: /这篇文章的笔记/ })
    .getByText('没有用鼠标')
    .waitFor();
});

test('marks stand in vertical text and in traditional characters, and are made there', async () => {
  const { page } = await visitArticle();
  const words = await select(page, 3);
  await bar(page).getByRole('button', { name: '划线', exact: true }).click();
  await eventually(() => readPainted(page, 'yellow')).toEqual([words]);
  const settings = page.getByRole('dialog', { name: '阅读设置' });
  const choose = async (...names: string[]) => {
    await page.getByRole('button', { name: '阅读设置' }).click();
    for (const name of names) await settings.getByRole('radio', { name, exact: true }).check();
    await page.keyboard.press('Escape');
  };
  // In the open article: the words under the mark change.
  await choose('竖排', '繁體');
  const paragraph = findOnPage.article(page).locator('.article-body > p').nth(3);
  await eventually(() => page.evaluate(() => document.documentElement.lang)).toBe('zh-Hant');
  await eventually(async () => (await readPainted(page, 'yellow'))[0]).toBe(
    (await paragraph.innerText()).trim(),
  );
  const shown = (await readPainted(page, 'yellow'))[0];
  expect(shown).not.toBe(words);
  expect(shown).toHaveLength(words.length);
  await select(page, 5);
  await bar(page).getByRole('button', { name: /粉色/ }).click();
  await eventually(async () => (await readPainted(page, 'pink')).length).toBe(1);
  await choose('原文', '横排');
  await eventually(() => readPainted(page, 'yellow')).toEqual([words]);
  const plain = await findOnPage.article(page).locator('.article-body > p').nth(5).innerText();
  await eventually(() => readPainted(page, 'pink')).toEqual([plain.trim()]);
});

test('the page of notes groups, searches and leads to the passage; Back finds it as it was', async () => {
  const { page, article } = await visitArticle();
  for (const [at, color] of [
    [6, '绿色'],
    [2, '蓝色'],
  ] as const) {
    await select(page, at);
    await bar(page)
      .getByRole('button', { name: new RegExp(`划线，${color}`) })
      .click();
    await bar(page).waitFor({ state: 'detached' });
  }
  const second = await findOnPage.article(page).locator('.article-body > p').nth(2).innerText();
  await findOnPage.main(page, '收藏夹').click();
  await page.getByRole('link', { name: '笔记', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '笔记' }).waitFor();
  const list = page.getByRole('list', { name: '笔记列表' });
  const quotes = () => list.locator('blockquote').allInnerTexts();
  // The newest first by date, as the text goes by article.
  await eventually(async () => (await quotes())[0]).toBe(second.trim());
  await page.getByRole('radio', { name: '按文章' }).check();
  await eventually(async () => (await quotes())[0]).toBe(second.trim());
  await page.getByRole('radio', { name: '按颜色' }).check();
  await eventually(async () => (await quotes())[1]).toBe(second.trim());
  await page.getByRole('searchbox', { name: '搜索笔记' }).fill(second.trim().slice(3, 11));
  await page.getByText('找到 1 条，共 2 条').waitFor();
  await list.getByRole('link', { name: article.title }).click();
  const current = () =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get('note-current') ?? [];
      const top = (range as Range | undefined)?.getBoundingClientRect().top;
      return top !== undefined && top > 52 && top < window.innerHeight;
    });
  await eventually(current).toBe(true);
  await page.goBack();
  await page.getByText('找到 1 条，共 2 条').waitFor();
  await page.getByRole('radio', { name: '连起来读' }).check();
  await list.getByText(second.trim()).waitFor();
});

test('a note whose words are gone from the article is kept and listed apart', async () => {
  const { page, article } = await visitArticle();
  const words = await select(page, 3);
  await bar(page).getByRole('button', { name: '划线', exact: true }).click();
  await eventually(() => readPainted(page, 'yellow')).toEqual([words]);
  await page.context().route('**/archive/articles/**', async (route) => {
    const response = await route.fetch();
    const text = (await response.text()).replaceAll(words.slice(0, -1), '这一段换成了别的话');
    await route.fulfill({ response, body: text });
  });
  await page.context().route(`**/a/${article.id}`, async (route) => {
    const response = await route.fetch();
    const text = (await response.text()).replaceAll(words.slice(0, -1), '这一段换成了别的话');
    await route.fulfill({ response, body: text });
  });
  await page.reload();
  const list = page.getByRole('region', { name: /这篇文章的笔记/ });
  await list.getByRole('heading', { name: '找不到原处' }).waitFor();
  await list.getByText(words).waitFor();
  expect(await readPainted(page, 'yellow')).toEqual([]);
  await page.goto(`${journey.server.url}notes`);
  await page.getByRole('list', { name: '笔记列表' }).getByText('找不到原处').waitFor();
});

test('what one tab marks shows in the other', async () => {
  const { page } = await visitArticle();
  const other = await page.context().newPage();
  await openArticle(other);
  const words = await select(page, 3);
  await bar(page).getByRole('button', { name: '划线', exact: true }).click();
  await eventually(() => readPainted(other, 'yellow')).toEqual([words]);
  const more = await select(other, 5);
  await bar(other).getByRole('button', { name: '划线', exact: true }).click();
  await eventually(() => readPainted(page, 'yellow')).toEqual([words, more]);

  // A sheet that stands open here, untouched, takes nothing back of what is written there.
  const openFirst = (there: Page) =>
    there
      .getByRole('region', { name: /这篇文章的笔记/ })
      .getByRole('button', { name: '打开笔记' })
      .first()
      .click();
  const field = (there: Page) => there.getByRole('textbox', { name: '笔记内容' });
  await openFirst(page);
  await field(page).fill('甲');
  await openFirst(other);
  await eventually(() => field(other).inputValue()).toBe('甲');
  await field(other).fill('乙');
  await other.getByRole('button', { name: '完成' }).click();
  await eventually(() => field(page).inputValue()).toBe('乙');
  await page.getByRole('button', { name: '完成' }).click();
  // What a sheet keeps when it goes would be there by then.
  await page.waitForTimeout(500);
  for (const there of [page, other])
    await there
      .getByRole('region', { name: /这篇文章的笔记/ })
      .getByText('乙', { exact: true })
      .waitFor();
});

test('what is selected at the moment of the press is marked, not what was a moment before', async () => {
  const { page } = await visitArticle();
  await select(page, 3);
  const button = bar(page).getByRole('button', { name: '划线', exact: true });
  await button.waitFor();
  const words = await button.evaluate((element) => {
    const paragraph = document.querySelectorAll('.article-body > p')[5] as Element;
    document.getSelection()?.selectAllChildren(paragraph);
    (element as HTMLElement).click();
    return paragraph.textContent?.trim();
  });
  await eventually(() => readPainted(page, 'yellow')).toEqual([words]);
});
