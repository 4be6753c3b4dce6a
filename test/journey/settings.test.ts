import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findOnPage, hasFocus } from './findOnPage.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';

/** 阅读设置: each setting shows at once on the open article, stays, and is there before the first paint. */
const journey = setUpJourney();

/** Opens an article with the words 发 and 后, which have two traditional forms each. */
async function openArticle(page: Page) {
  const article = journey.archive.articles.find(({ html }) => /发/.test(html) && /后/.test(html));
  await page.goto(`${journey.server.url}a/${article?.id}`, { waitUntil: 'commit' });
  await findBody(page).locator('p').first().waitFor();
  return article;
}

const findBody = (page: Page) => findOnPage.article(page).locator('.article-body');
const findButton = (page: Page) => page.getByRole('button', { name: '阅读设置', exact: true });
const findDialog = (page: Page) => page.getByRole('dialog', { name: '阅读设置', exact: true });

async function choose(page: Page, group: string, value: string) {
  await findDialog(page)
    .getByRole('group', { name: group })
    .getByRole('radio', { name: value, exact: true })
    .check();
}

/** Reads what the styles make of the text. */
function readLooks(page: Page) {
  return findBody(page).evaluate((body) => {
    const paragraph = [...body.children].find(
      ({ localName, className }) => localName === 'p' && !/center|right/.test(className),
    );
    const [text, block] = [getComputedStyle(body), getComputedStyle(paragraph ?? body)];
    return {
      size: text.fontSize,
      height: Number.parseFloat(text.lineHeight) / Number.parseFloat(text.fontSize),
      width: body.clientWidth / Number.parseFloat(text.fontSize),
      font: text.fontFamily,
      indent: block.textIndent,
      writing: text.writingMode,
      paper: getComputedStyle(document.documentElement).backgroundColor,
      bar: document.querySelector<HTMLMetaElement>('meta[name="theme-color"]')?.content,
    };
  });
}

test('the head of the dialog stays in sight while one goes through its settings', async () => {
  const page = await journey.visit('', { size: 'phone' });
  await openArticle(page);
  await page.keyboard.press('s');
  for (const name of ['深色', '竖排', '繁體']) {
    await findDialog(page).getByRole('radio', { name, exact: true }).focus();
    expect(await findDialog(page).evaluate((dialog) => dialog.scrollTop)).toBe(0);
  }
});

test('each setting shows at once on the open article, and stays', async () => {
  const page = await journey.visit('icon.svg', { colorScheme: 'light' });
  await openArticle(page);
  const before = await readLooks(page);
  expect(before).toMatchObject({ size: '18px', indent: '36px', writing: 'horizontal-tb' });
  expect(before.height).toBeCloseTo(1.8, 2);
  expect(before.width).toBeCloseTo(38, 0);

  await findButton(page).click();
  await choose(page, '主题', '深色');
  expect(await readLooks(page)).toMatchObject({ paper: 'rgb(22, 21, 19)', bar: '#161513' });
  await choose(page, '主题', '米色');
  expect(await readLooks(page)).toMatchObject({ paper: 'rgb(241, 231, 208)', bar: '#f1e7d0' });
  await choose(page, '主题', '纯黑');
  expect(await readLooks(page)).toMatchObject({ paper: 'rgb(0, 0, 0)', bar: '#000000' });
  await choose(page, '字体', '宋体');
  expect((await readLooks(page)).font).toContain('serif');
  await choose(page, '段落', '段间空行');
  expect((await readLooks(page)).indent).toBe('0px');
  const scales = ['字号', '行距', '行宽'].map((name) =>
    findDialog(page).getByRole('slider', { name }),
  );
  for (const scale of scales) await scale.press('ArrowRight');
  await scales[2]?.press('ArrowLeft');
  await scales[2]?.press('ArrowLeft');
  const after = await readLooks(page);
  expect(after).toMatchObject({ size: '19px' });
  expect(after.height).toBeCloseTo(1.95, 2);
  expect(after.width).toBeCloseTo(32, 0);
  await choose(page, '排列', '竖排');
  expect((await readLooks(page)).writing).toBe('vertical-rl');
  const text = await findBody(page).boundingBox();
  const start = await findBody(page).locator('p').first().boundingBox();
  expect((text?.x ?? 0) + (text?.width ?? 0)).toBeLessThanOrEqual(1440);
  expect((start?.x ?? 0) + (start?.width ?? 0)).toBeCloseTo((text?.x ?? 0) + (text?.width ?? 0), 0);
  await choose(page, '排列', '横排');

  await page.keyboard.press('Escape');
  await eventually(() => findDialog(page).count()).toBe(0);
  expect(await hasFocus(findButton(page))).toBe(true);
  await page.reload({ waitUntil: 'commit' });
  await findBody(page).locator('p').first().waitFor();
  expect(await readLooks(page)).toEqual({ ...after, writing: 'horizontal-tb' });

  // What the dialog does not show stays as the reader has set it.
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('cangbao:settings') ?? '{}');
    const others = { ...kept, listWidth: 400, savesBookmarks: false };
    localStorage.setItem('cangbao:settings', JSON.stringify(others));
  });
  await page.reload({ waitUntil: 'commit' });
  await findButton(page).click();
  await findDialog(page).getByRole('button', { name: '恢复默认' }).click();
  expect(await readLooks(page)).toEqual(before);
  const kept = await page.evaluate(() => localStorage.getItem('cangbao:settings'));
  expect(JSON.parse(kept ?? '')).toMatchObject({ listWidth: 400, savesBookmarks: false });
});

test('the looks are there before the script of the app, and are the same', async () => {
  const page = await journey.visit('icon.svg');
  const chosen = {
    v: 1,
    theme: 'sepia',
    fontSize: 22,
    lineHeight: 2.1,
    font: 'serif',
    density: 'compact',
  };
  await page.evaluate(
    (text) => localStorage.setItem('cangbao:settings', text),
    JSON.stringify(chosen),
  );
  const readRoot = () =>
    page.evaluate(() => {
      const { dataset, style } = document.documentElement;
      return {
        theme: dataset.theme,
        font: dataset.font,
        density: dataset.density,
        style: style.cssText,
      };
    });
  await page.route(/\/assets\/.*\.js$/, (route) => route.abort());
  page.context().removeAllListeners('console');
  await page.goto(`${journey.server.url}saved`, { waitUntil: 'load' });
  const early = await readRoot();
  expect(early).toMatchObject({ theme: 'sepia', font: 'serif', density: 'compact' });
  expect(early.style).toContain('--font-size: 22');
  await page.unrouteAll();
  await page.reload();
  await findOnPage.heading(page).waitFor();
  const late = await readRoot();
  expect(late).toMatchObject({ theme: 'sepia', font: 'serif', density: 'compact' });
  for (const part of early.style.split(/;\s*/)) expect(late.style).toContain(part);
});

test('damaged settings are none', async () => {
  const page = await journey.visit('icon.svg');
  for (const text of [
    '{',
    '[]',
    '{"theme":3,"fontSize":"x"}',
    '{"theme":"__proto__","fontSize":1e9}',
  ]) {
    await page.evaluate((value) => localStorage.setItem('cangbao:settings', value), text);
    await openArticle(page);
    expect(await readLooks(page), text).toMatchObject({ size: '18px', indent: '36px' });
  }
});

test('titles, lists and text are converted to traditional characters and back', async () => {
  const page = await journey.visit('icon.svg');
  const article = await openArticle(page);
  const texts = async () => ({
    title: await findOnPage.heading(page).innerText(),
    body: await findBody(page).innerText(),
    row: await findOnPage.list(page).locator('[aria-current]').innerText(),
  });
  await eventually(async () => (await texts()).row).toBe(article?.title);
  const before = await texts();
  await findButton(page).click();
  await choose(page, '简繁', '繁體');
  await eventually(async () => (await texts()).body).not.toBe(before.body);
  const converted = await texts();
  expect(converted.body).toMatch(/發/);
  expect(converted.body).toHaveLength(before.body.length);
  expect(converted.row).toBe(converted.title);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hant');

  // What comes later is converted before it is seen.
  await page.keyboard.press('Escape');
  await findOnPage.row(page).nth(2).click();
  await eventually(() => findOnPage.heading(page).innerText()).not.toBe(converted.title);
  await findBody(page).locator('p').first().waitFor();
  const next = await texts();
  expect(`${next.title}${next.body}`).not.toMatch(/[们这说]/);

  await findButton(page).click();
  await choose(page, '簡繁', '原文');
  await eventually(async () => (await texts()).body).not.toBe(next.body);
  await page.goBack(); // closes the dialog
  await eventually(() => findDialog(page).count()).toBe(0);
  await page.goBack();
  await eventually(texts).toEqual(before);
});

test('the button stands beside the list too, and a dense list has more rows', async () => {
  const page = await journey.visit('', { size: 'phone' });
  await findOnPage.row(page).first().waitFor();
  const height = () =>
    findOnPage.list(page).evaluate((list) => list.querySelector('.row')?.clientHeight ?? 0);
  const before = await height();
  await findButton(page).click();
  await choose(page, '列表', '紧凑');
  await eventually(height).toBeLessThan(before * 0.7);
});
