/** Reading undisturbed: bars that leave, panes hidden or dragged, contents, what is left, pictures in the dark. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findOnPage, hasFocus } from './findOnPage.ts';
import { eventually, setUpJourney, type VisitOptions } from './setUpJourney.ts';
import { longTitle, shortTitle, writeTextContent } from './writeTextContent.ts';

const journey = setUpJourney(async () => ({ content: await writeTextContent() }));

async function open(title: string, options: VisitOptions = {}): Promise<Page> {
  const article = journey.archive.articles.find((each) => each.title === title);
  const page = await journey.visit(`a/${article?.id}`, options);
  await page.locator('.article-body > *').first().waitFor();
  await page.getByRole('button', { name: '带走' }).waitFor();
  return page;
}

/** Scrolls the article as a finger or a wheel does, in steps. */
async function scroll(page: Page, distance: number): Promise<void> {
  const pane = page.locator('.reading-pane');
  for (let step = 0; step < 10; step++) {
    await pane.evaluate((it, by) => it.scrollBy({ top: by, behavior: 'instant' }), distance / 10);
    await page.waitForTimeout(20);
  }
}

/** How much of the window the text has, from its upper edge to its lower one. */
const readRoom = (page: Page) =>
  page.evaluate(() => {
    const bar = document.querySelector('.reading-bar')?.getBoundingClientRect().bottom ?? 0;
    return Math.round(
      (document.querySelector('.reading-pane')?.getBoundingClientRect().bottom ?? 0) - bar,
    );
  });

test('on a phone the bars leave while one reads on, and are back when one turns, or for the keyboard', async () => {
  const page = await open(longTitle, { size: 'phone', reducedMotion: 'reduce' });
  const room = await readRoom(page);
  await scroll(page, 900);
  await eventually(() => readRoom(page)).toBeGreaterThan(room + 100);
  const first = await page.locator('.article-body h2').first().boundingBox();
  await scroll(page, -20);
  await eventually(() => readRoom(page)).toBe(room);
  // The words stay where they were, but for what was scrolled.
  const after = await page.locator('.article-body h2').first().boundingBox();
  expect(Math.round((after?.y ?? 0) - (first?.y ?? 0))).toBe(20);

  await scroll(page, 300);
  await eventually(() => readRoom(page)).toBeGreaterThan(room + 100);
  const button = page.getByRole('button', { name: '收藏', exact: true });
  const isSeen = () => button.evaluate((it: HTMLElement) => it.getBoundingClientRect().top >= 0);
  await eventually(isSeen).toBe(false);
  await page.keyboard.press('Tab');
  // Without the scrolling that the browser adds, which would bring it back, too.
  await button.evaluate((it: HTMLElement) => it.focus({ preventScroll: true }));
  await eventually(isSeen).toBe(true);

  await scroll(page, 300);
  await button.evaluate((it: HTMLElement) => it.blur());
  await scroll(page, 300);
  await eventually(() => readRoom(page)).toBeGreaterThan(room + 100);
  await page.locator('.reading-pane').evaluate((it) => it.scrollTo(0, it.scrollHeight));
  await eventually(() => readRoom(page)).toBe(room);
});

test('more contrast leaves no grey words; f shows an article alone, and with the panes again, and is kept', async () => {
  const page = await open(longTitle);
  const readColour = () =>
    page.locator('.article-facts').evaluate((it) => getComputedStyle(it).color);
  const ink = await page.locator('.article-title').evaluate((it) => getComputedStyle(it).color);
  expect(await readColour()).not.toBe(ink);
  await page.emulateMedia({ contrast: 'more' });
  await eventually(readColour).toBe(ink);

  const list = page.getByRole('list', { name: '文章列表' });
  const navigation = page.getByRole('navigation', { name: '主导航' });
  await list.waitFor();
  await page.keyboard.press('f');
  await eventually(() => list.isVisible()).toBe(false);
  expect(await navigation.isVisible()).toBe(false);
  expect((await page.locator('.reading-pane').boundingBox())?.width).toBe(1440);
  await page.reload();
  await page.getByRole('button', { name: '只看正文', pressed: true }).waitFor();
  expect(await list.isVisible()).toBe(false);
  // Where there is no article, there is the list.
  await page.keyboard.press('u');
  await eventually(() => list.isVisible()).toBe(true);
  await findOnPage.row(page).first().click();
  await page.getByRole('button', { name: '只看正文' }).click();
  await eventually(() => navigation.isVisible()).toBe(true);
});

test('the edges of panes are dragged and moved by keys, and what was set is there the next time', async () => {
  const page = await open(longTitle);
  const readWidth = async (selector: string) => (await page.locator(selector).boundingBox())?.width;
  expect(await readWidth('.list-pane')).toBe(392);
  const edge = page.getByRole('separator', { name: '列表的宽度' });
  const { x = 0 } = (await edge.boundingBox()) ?? {};
  await page.mouse.move(x, 400);
  await page.mouse.down();
  await page.mouse.move(x + 83, 420, { steps: 3 });
  await page.mouse.up();
  await eventually(() => readWidth('.list-pane')).toBe(472);
  expect(await edge.getAttribute('aria-valuenow')).toBe('472');
  const side = page.getByRole('separator', { name: '导航的宽度' });
  await side.focus();
  await page.keyboard.press('ArrowLeft');
  await eventually(() => readWidth('.sidebar')).toBe(232);
  await page.reload();
  await eventually(() => readWidth('.list-pane')).toBe(472);
  expect(await readWidth('.sidebar')).toBe(232);
  await page.getByRole('separator', { name: '列表的宽度' }).dblclick();
  await eventually(() => readWidth('.list-pane')).toBe(392);
});

test('the page as it was drawn has the widths and the panes that were set', async () => {
  const address = new URL((await open(longTitle)).url());
  const settings = JSON.stringify({ v: 1, listWidth: 472, sidebarWidth: 200 });
  // There before the page: what another tab writes may come later.
  const localStorage = [{ name: 'cangbao:settings', value: settings }];
  const storageState = { cookies: [], origins: [{ origin: address.origin, localStorage }] };
  const page = await journey.visit('icon.svg', { storageState, isHeld: true, mayFail: /assets/ });
  await page.route(/\/assets\/.*\.js$/, (route) => route.abort());
  await page.goto(address.href, { waitUntil: 'commit' });
  const left = async () => (await page.locator('.is-drawn .reading-pane').boundingBox())?.x;
  await eventually(left).toBe(672);
  // Each time: a page that lacks its scripts tries again by itself.
  const hidePanes = () => document.documentElement.setAttribute('data-panes', 'alone');
  await eventually(async () => {
    await page.evaluate(hidePanes);
    return left();
  }).toBe(0);
});

test('a long article with headings has a contents list, which leads to them', async () => {
  const page = await open(longTitle, { size: 'phone' });
  await page.getByRole('button', { name: '目录' }).click();
  const sheet = page.getByRole('dialog', { name: '目录' });
  const names = ['起因', '经过', '细节', '转折', '结果', '余波'];
  await eventually(() => sheet.getByRole('listitem').allInnerTexts()).toEqual(names);
  await sheet.getByRole('button', { name: '转折' }).click();
  await eventually(() => sheet.count()).toBe(0);
  const heading = page.getByRole('heading', { name: '转折' });
  await eventually(() => hasFocus(heading)).toBe(true);
  const { y = 0 } = (await heading.boundingBox()) ?? {};
  expect(y).toBeGreaterThan(50);
  expect(y).toBeLessThan(120);
  // Not by the mouse, which brings a button into sight that stays in sight by itself, and scrolls.
  await page.getByRole('button', { name: '目录' }).evaluate((it: HTMLElement) => it.click());
  await sheet.getByRole('button', { name: '转折' }).waitFor();
  expect(await sheet.locator('[aria-current]').innerText()).toBe('转折');

  const short = await open(shortTitle, { size: 'phone' });
  expect(await short.getByRole('button', { name: '目录' }).count()).toBe(0);
});

test('how many minutes are left is told once one reads, and goes down', async () => {
  const page = await open(longTitle, { size: 'phone' });
  const left = page.getByText(/^还剩 \d+ 分钟$/);
  expect(await left.count()).toBe(0);
  await scroll(page, 600);
  await scroll(page, -20);
  await left.waitFor();
  const readLeft = async () => Number(/\d+/.exec((await left.textContent()) ?? '')?.[0]);
  const before = await readLeft();
  expect(before).toBeGreaterThan(5);
  // All of it is in sight, in one line.
  const box = await left.boundingBox();
  const [above, below] = [box?.y ?? 0, (box?.y ?? 0) + (box?.height ?? 0)];
  expect(above > 0 && below < 54).toBe(true);
  await scroll(page, 2400);
  await eventually(readLeft).toBeLessThan(before);
  await page.locator('.reading-pane').evaluate((it) => it.scrollTo(0, it.scrollHeight));
  await eventually(() => left.count()).toBe(0);
});

test('on a narrow phone all buttons stand beside each other, and the minutes where there is room', async () => {
  const page = await open(longTitle, { size: 'phone' });
  await page.setViewportSize({ width: 360, height: 740 });
  await scroll(page, 600);
  await scroll(page, -20);
  await page.getByText(/^还剩 \d+ 分钟$/).waitFor();
  expect(await page.getByRole('link', { name: '返回' }).count()).toBe(1);
  // All that can stand there: of a bookmark, and with a voice.
  await page.addInitScript(() => {
    const voice = { lang: 'zh-CN', localService: true, name: '示例', default: true, voiceURI: '' };
    const value = { getVoices: () => [voice], addEventListener() {}, removeEventListener() {} };
    Object.defineProperty(window, 'speechSynthesis', { value: { ...value, cancel() {} } });
  });
  await findOnPage.bookmark(page).click();
  await page.reload();
  await page.getByRole('button', { name: '朗读' }).waitFor();
  await page.getByRole('button', { name: '标签' }).waitFor();
  for (const width of [412, 320]) {
    await page.setViewportSize({ width, height: 740 });
    const edges = await page
      .locator('.reading-bar .bar-button')
      .evaluateAll((all) => all.map((it) => it.getBoundingClientRect()))
      .then((boxes) => boxes.flatMap(({ left, right }) => [left, right]));
    expect(edges).toHaveLength(16);
    expect(edges).toEqual([...edges].sort((a, b) => a - b));
    expect(edges.at(-1)).toBeLessThanOrEqual(width);
  }
});

test('in the dark, pictures are dimmed a little, and those that may be clear have a light ground', async () => {
  const page = await open(longTitle, { colorScheme: 'dark' });
  const pictures = page.locator('.article-body img');
  const looks = () =>
    pictures.evaluateAll((all) =>
      all.map((it) => [getComputedStyle(it).filter, getComputedStyle(it).backgroundColor]),
    );
  for (const picture of await pictures.all()) await picture.scrollIntoViewIfNeeded();
  await eventually(async () => (await looks()).map(([filter]) => filter)).toEqual(
    Array(3).fill('brightness(0.85)'),
  );
  const light = 'rgb(244, 241, 234)';
  await eventually(async () => (await looks()).map(([, ground]) => ground === light)).toEqual([
    false,
    true,
    false,
  ]);
  await page.emulateMedia({ colorScheme: 'light' });
  expect((await looks()).map(([filter]) => filter)).toEqual(Array(3).fill('none'));
  expect((await looks()).map(([, ground]) => ground)).not.toContain(light);
});

test('all pictures that failed are asked for at once, by a button and when the network is back', async () => {
  const page = await open(longTitle, { pictures: 'fail' });
  const failed = page.locator('.dead-picture');
  await scroll(page, 2500);
  await eventually(() => failed.count()).toBe(3);
  const asked = () =>
    journey.readOutside(page).pictures.filter((it) => it.includes('sinakd')).length;
  const before = asked();
  await page.getByRole('button', { name: '重新载入全部 3 张' }).first().click();
  await eventually(asked).toBe(before + 3);
  await eventually(() => failed.count()).toBe(3);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await eventually(asked).toBe(before + 6);
  await eventually(() => failed.count()).toBe(3);
});
