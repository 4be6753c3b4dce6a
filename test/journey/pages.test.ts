/** Every address is a page: what it says without a script, and how the app takes its place. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { isDrill } from '../support/isDrill.ts';
import { findOnPage, readHeading } from './findOnPage.ts';
import { buildCategoryAddress } from './readArchive.ts';
import { eventually, setUpJourney, sizes } from './setUpJourney.ts';

const journey = setUpJourney();

const squash = (text: string) => text.replace(/\s+/g, '');

/** Words of a page's HTML, scripts and styles aside. */
function readWords(html: string): string {
  const words = html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  return squash(words);
}

async function get(path: string): Promise<{ status: number; html: string }> {
  const response = await fetch(journey.server.url + path);
  return { status: response.status, html: await response.text() };
}

describe('without a script', () => {
  test('each article is answered with its words, its captions and the ways on', async () => {
    for (const article of journey.archive.articles) {
      const { status, html } = await get(`a/${article.id}`);
      expect(status).toBe(200);
      const words = readWords(html);
      expect(words).toContain(squash(article.title));
      const { html: text } = (await (
        await fetch(`${journey.server.url}archive/articles/${article.id}.json`)
      ).json()) as { html: string };
      // The buttons of wide tables stand between.
      expect(words.replaceAll('展开表格', '')).toContain(readWords(text));
      for (const { caption } of article.images)
        if (caption) expect(words).toContain(squash(caption));
      expect(html).toContain(`href="/${buildCategoryAddress(article.category)}"`);
    }
  });

  test('each category is answered, and from the first page links lead to every article', async () => {
    const seen = new Set<string>();
    const left = ['/'];
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const { status, html } = await get(path.slice(1));
      expect(status, decodeURI(path)).toBe(200);
      const links = [...html.matchAll(/<a\b[^>]* href="(\/[^"#]*)"/g)].map(([, href = '']) => href);
      left.push(...links.filter((href) => !seen.has(href)));
    }
    for (const { id } of journey.archive.articles) expect(seen.has(`/a/${id}`)).toBe(true);
  });

  test('the screens of the app are pages, an unknown address is none', async () => {
    for (const path of ['saved', 'history', 'notes', 'search', 'offline'])
      expect((await get(path)).status).toBe(200);
    for (const path of ['a/aaaaaaaaaaaa', 'c/%E6%B2%A1%E6%9C%89', 'nowhere'])
      expect((await get(path)).status).toBe(404);
  });
});

/** Opens an article whose scripts are held back until they are let go. */
async function openHeld(path: string, size: keyof typeof sizes, settings?: object) {
  let letGo = () => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  const { origin } = new URL(journey.server.url);
  const value = JSON.stringify({ v: 1, ...settings });
  const localStorage = settings ? [{ name: 'cangbao:settings', value }] : [];
  const storageState = { cookies: [], origins: [{ origin, localStorage }] };
  const page = await journey.visit('icon.svg', { size, storageState, isHeld: true });
  await page.addInitScript(watchShifts);
  await page.route(/\/assets\/.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(journey.server.url + path, { waitUntil: 'commit' });
  await page.waitForSelector('.is-drawn .article-body > *');
  // The style sheets at the page's end.
  await eventually(() => page.evaluate(() => document.styleSheets.length)).toBe(3);
  return { page, letGo };
}

/** Runs in the page. */
function watchShifts(): void {
  const shown = window as unknown as { shift: number; moved: string[] };
  shown.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      shown.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}

function readPlaces(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.article-title, .article-facts, .article-body > *')]
      .filter((each) => each.getClientRects().length > 0)
      .map((each) => Math.round(each.getBoundingClientRect().top)),
  );
}

const waitForApp = (page: Page) => page.waitForSelector('.frame:not(.is-drawn) .article-body > *');

const LOOKS = {
  theme: 'sepia',
  font: 'serif',
  fontSize: 22,
  lineHeight: 2.1,
  paragraphs: 'spaced',
};

describe('the app takes the place of the page', () => {
  const cases = Object.keys(sizes).flatMap((size) =>
    [undefined, LOOKS].map((looks) => [size as keyof typeof sizes, looks] as const),
  );

  test.each(cases)('and nothing moves: %s, %o', async (size, looks) => {
    const { articles } = journey.archive;
    const withTable = articles.find(({ html }) => html.includes('<table')) ?? articles[0];
    // A sample: one of the two articles in each look.
    const sample = looks ? [withTable] : [articles[3]];
    for (const article of isDrill ? [articles[3], withTable] : sample) {
      const { page, letGo } = await openHeld(`a/${article?.id}`, size, looks);
      const before = await readPlaces(page);
      await page.evaluate(() => {
        Object.assign(window, { first: document.querySelector('.article-body > *') });
      });
      letGo();
      await waitForApp(page);
      await page.waitForTimeout(500);
      expect(await readPlaces(page)).toEqual(before);
      const seen = await page.evaluate(() => {
        const { first, shift } = window as unknown as { first: Element; shift: number };
        return { isSame: first.isConnected, shift };
      });
      expect(seen.isSame).toBe(true);
      expect(seen.shift).toBeLessThan(0.02);
      await page.close();
    }
  });

  test('the article is not asked for again, and its neighbours are links from the first', async () => {
    const [, article] = journey.archive.articles;
    const { page, letGo } = await openHeld(`a/${article?.id}`, 'phone');
    await findOnPage.neighbour(page, '下一篇').waitFor();
    const asked = journey.server.requests.length;
    letGo();
    await waitForApp(page);
    const path = `/archive/articles/${article?.id}.json`;
    expect(journey.server.requests.slice(asked)).not.toContain(path);
    await findOnPage.neighbour(page, '下一篇').click();
    await eventually(() => readHeading(page)).not.toBe(article?.title);
  });

  test('what was pressed meanwhile is done, and one is where one had scrolled to', async () => {
    const article = journey.archive.articles.find(({ characterCount }) => characterCount > 500);
    const { page, letGo } = await openHeld(`a/${article?.id}`, 'phone');
    await page.getByRole('button', { name: '收藏', exact: true }).click();
    await page.evaluate(() => {
      const pane = document.querySelector('.reading-pane');
      if (pane) pane.scrollTop = 240;
    });
    await page.waitForTimeout(100);
    letGo();
    await waitForApp(page);
    const button = page.getByRole('button', { name: '收藏', exact: true });
    await eventually(() => button.getAttribute('aria-pressed')).toBe('true');
    expect(await page.evaluate(() => document.querySelector('.reading-pane')?.scrollTop)).toBe(240);
  });
});

test('收藏, pressed before the app is there, never takes a bookmark away', async () => {
  const article = journey.archive.articles[2];
  const kept = await journey.visit(`a/${article?.id}`, { size: 'phone' });
  const button = (page: Page) => page.getByRole('button', { name: '收藏', exact: true });
  await waitForApp(kept);
  await button(kept).click();
  await eventually(() => button(kept).getAttribute('aria-pressed')).toBe('true');
  let letGo = () => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  // The worker would answer for the scripts.
  await kept.goto(`${journey.server.url}icon.svg`);
  await kept.evaluate(async () => {
    for (const each of await navigator.serviceWorker.getRegistrations()) await each.unregister();
  });
  await kept.route(/\/assets\/.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await kept.goto(`${journey.server.url}a/${article?.id}`, { waitUntil: 'commit' });
  await kept.waitForSelector('.is-drawn .article-body > *');
  await button(kept).click();
  letGo();
  await waitForApp(kept);
  await kept.waitForTimeout(300);
  expect(await button(kept).getAttribute('aria-pressed')).toBe('true');
});

test('where the scripts can’t be had, the article is read all the same', async () => {
  const [article] = journey.archive.articles;
  journey.server.setFault((path) => (/\/assets\/.*\.js$/.test(path) ? { status: 404 } : undefined));
  const page = await journey.visit(`a/${article?.id}`, { size: 'phone', mayFail: /assets|404/ });
  await page.getByRole('alert').getByText('网站正在更新').waitFor();
  expect(squash(await page.locator('.article-body').innerText())).toContain(
    squash(article?.title ?? '').slice(0, 2),
  );
});
