import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { findOnPage } from './findOnPage.ts';
import { setUpJourney } from './setUpJourney.ts';
import { typeset, writeTextContent } from './writeTextContent.ts';

/** How Chinese lines break, stand and are set: https://www.w3.org/TR/clreq/ */
const journey = setUpJourney(async () => ({ content: await writeTextContent() }));

const { title, heading, caption } = typeset;

async function open(size: 'phone' | 'desktop', isKept = false): Promise<Page> {
  const article = journey.archive.articles.find((each) => each.title === title);
  const page = await journey.visit(`a/${article?.id}`, { size, isKept });
  await page.locator('.article-body > p').first().waitFor();
  return page;
}

/** On a phone, for tests that leave it as it was. */
let page: Page;
beforeAll(async () => {
  page = await open('phone', true);
});

/** Returns the lines of an element as they stand on the screen. */
function readLines(element: Locator): Promise<string[]> {
  return element.evaluate((each) => {
    const lines: { bottom: number; text: string }[] = [];
    const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      for (let at = 0; at < node.length; at += 1) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getBoundingClientRect();
        const last = lines.at(-1);
        if (last && box.top < last.bottom - 2) last.text += node.data[at];
        else lines.push({ bottom: box.bottom, text: node.data[at] ?? '' });
      }
    }
    return lines.map(({ text }) => text);
  });
}

test('no line begins with the connector of a range of numbers', async () => {
  const paragraphs = page.locator('.article-body > p');
  const lines = (
    await Promise.all([0, 1, 2, 3, 4].map((n) => readLines(paragraphs.nth(n))))
  ).flat();
  expect(lines.length).toBeGreaterThan(40);
  expect(lines.filter((line) => /^[—～]/.test(line))).toEqual([]);
});

test('titles, headings and captions break between words', async () => {
  const words = new Intl.Segmenter('zh', { granularity: 'word' });
  for (const [selector, text] of [
    ['h1', title],
    ['.article-body h2', heading],
    ['figcaption', caption],
  ] as const) {
    const lines = await readLines(findOnPage.article(page).locator(selector).first());
    expect(lines.length, selector).toBeGreaterThan(1);
    expect(lines.join('')).toBe(text);
    const starts = new Set([...words.segment(text)].map(({ index }) => index));
    let at = 0;
    for (const line of lines) {
      expect(starts.has(at), `${selector}: ${lines.join('/')}`).toBe(true);
      at += line.length;
    }
  }
});

test('the title and all headings follow the size of the text', async () => {
  const readSizes = () =>
    page
      .locator('h1, .article-body > :is(h2, p), figcaption')
      .evaluateAll((all) => all.map((each) => Number.parseFloat(getComputedStyle(each).fontSize)));
  const before = await readSizes();
  await page.evaluate(() => document.documentElement.style.setProperty('--font-size', '28'));
  const after = await readSizes();
  await page.evaluate(() => document.documentElement.style.removeProperty('--font-size'));
  for (const [index, size] of after.entries()) expect(size).toBeGreaterThan(before[index] ?? 0);
  expect(after[0]).toBeGreaterThan(28);
});

test('the headings of an article stand alike, whatever each was given', async () => {
  const sides = await page
    .locator('.article-body h2')
    .evaluateAll((all) => all.map((each) => getComputedStyle(each).textAlign));
  expect(sides).toEqual(['start', 'start']);
});

test('marks of Chinese text are full width, an English apostrophe is not', async () => {
  const widths = await page.locator('.article-body').evaluate((each) => {
    const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
    const found: Record<string, number> = {};
    const range = document.createRange();
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      for (const mark of '“—…’') {
        const at = node.data.indexOf(mark);
        if (at < 0 || found[mark] !== undefined || !/甲——|Wang’s/.test(node.data)) continue;
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const size = Number.parseFloat(getComputedStyle(node.parentElement as Element).fontSize);
        found[mark] = range.getBoundingClientRect().width / size;
      }
    }
    return found;
  });
  expect(widths['’']).toBeLessThan(0.5);
  // A system without a Chinese font has none to take them from.
  const faces = await page.evaluate(async () => {
    const faces = [...document.fonts].filter(({ family }) => family.includes('Chinese marks'));
    await Promise.allSettled(faces.map((face) => face.load()));
    return { count: faces.length, isLoaded: faces.some(({ status }) => status === 'loaded') };
  });
  expect(faces.count).toBeGreaterThanOrEqual(2);
  for (const mark of faces.isLoaded ? '“—…' : '') expect(widths[mark]).toBeCloseTo(1, 1);
  const policy = await page.locator('meta[http-equiv]').first().getAttribute('content');
  expect(policy).not.toContain('font-src');
});

test('an article is justified in one way: not at all where a line of it would be torn', async () => {
  const wide = await open('desktop');
  const ways = await wide
    .locator('.article-body > p')
    .evaluateAll((all) => [...new Set(all.map((each) => getComputedStyle(each).textAlign))]);
  expect(ways).toEqual(['start']);
});

test('plain addresses lead where they say, English words say that they are', async () => {
  const body = page.locator('.article-body');
  const links = await body
    .locator('a')
    .evaluateAll((all) =>
      all.map((each) => [each.textContent, each.getAttribute('href'), each.getAttribute('rel')]),
    );
  const long = 'https://docs.example.org/guide/index.html?page=2';
  expect(links).toEqual([
    [long, long, 'noopener noreferrer'],
    ['www.example.org', 'http://www.example.org', 'noopener noreferrer'],
  ]);
  const english = await body.locator('[lang="en"]').allTextContents();
  expect(english).toContain('Wang’s team at Snowy Cloud');
  expect(english.join()).not.toContain('GDP');
});

test('copied text holds the article’s words and none of ours', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: '展开表格' }).waitFor();
  await page.getByRole('button', { name: '放大图片' }).first().waitFor();
  const copied = await page.evaluate(async () => {
    const body = document.querySelector('.article-body') as HTMLElement;
    getSelection()?.selectAllChildren(body);
    document.execCommand('copy');
    getSelection()?.removeAllRanges();
    return navigator.clipboard.readText();
  });
  expect(copied).toContain('最后一句。');
  expect(copied).not.toMatch(/图片|展开/);
});

test.each(['phone', 'desktop'] as const)(
  'vertical text, %s: head, text and foot are columns of one box',
  async (size) => {
    const page = await open(size);
    await page.evaluate(() =>
      localStorage.setItem('cangbao:settings', JSON.stringify({ v: 1, writing: 'vertical' })),
    );
    await page.reload({ waitUntil: 'commit' });
    const article = page.locator('.reading-pane > .article');
    await article.locator('.article-body > p').first().waitFor();
    const measure = () =>
      article.evaluate((box) => {
        const read = (selector: string) => box.querySelector(selector)?.getBoundingClientRect();
        const boxes = [...box.querySelectorAll('h1, .article-body > p, .article-body > h2')];
        return {
          isTurned: getComputedStyle(box.querySelector('h1') as Element).writingMode,
          head: read('.article-head')?.left ?? 0,
          text: read('.article-body > p')?.right ?? 0,
          end: read('.article-body')?.left ?? 0,
          lowest: Math.max(...boxes.map((each) => each.getBoundingClientRect().bottom)),
          floor: box.getBoundingClientRect().bottom,
          window: innerHeight,
          isScrolled: box.scrollLeft !== 0,
          progress: document.querySelector('.reading-bar .bg-seal')?.getBoundingClientRect().width,
        };
      });
    const before = await measure();
    expect(before.isTurned).toBe('vertical-rl');
    expect(before.head).toBeGreaterThanOrEqual(before.text);
    expect(before.lowest).toBeLessThanOrEqual(before.floor);
    expect(before.floor).toBeLessThanOrEqual(before.window);
    expect(before.progress).toBe(0);

    await article.locator('h1').hover();
    await page.mouse.wheel(0, 600);
    await expect.poll(async () => (await measure()).progress).toBeGreaterThan(0);
    expect((await measure()).isScrolled).toBe(true);
    const there = (await measure()).progress ?? 0;
    await page.keyboard.press('PageDown');
    await expect.poll(async () => (await measure()).progress).toBeGreaterThan(there);
    await page.keyboard.press('End');
    await expect.poll(async () => (await measure()).end).toBeGreaterThan(0);
  },
);

test('the toolbar of selected words is announced, is the next stop of Tab, and Escape gives it up', async () => {
  const page = await open('desktop');
  const bar = page.getByRole('toolbar');
  await page.locator('.article-body > p').first().click({ clickCount: 3 });
  await bar.waitFor();
  await page.getByText('选中了文字，按 Tab 到工具栏。').waitFor();
  await page.keyboard.press('Tab');
  const isInside = () => bar.evaluate((each) => each.contains(document.activeElement));
  expect(await isInside()).toBe(true);
  expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(false);
  await page.keyboard.press('Escape');
  await bar.waitFor({ state: 'detached' });
});
