import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findOnPage } from './findOnPage.ts';
import { eventually, setUpJourney, sizes } from './setUpJourney.ts';
import { hardTitle, writeLongContent } from './writeLongContent.ts';

/** Pictures that come late, from other hosts, or not at all; and what is wider than the page. */
const journey = setUpJourney(async () => ({ content: await writeLongContent() }));

function findHard() {
  const article = journey.archive.articles.find(({ title }) => title === hardTitle);
  if (!article) throw new Error('the hard article is not in the archive');
  return `a/${article.id}`;
}

/** Answers with pictures of the size that their address names. `wait` may delay them, and fails one by giving true. */
async function answerPictures(page: Page, wait: () => Promise<unknown>) {
  await page.route('**/sinakd/**', async (route, request) => {
    if ((await wait()) === true) return route.abort();
    const [, width, height] = /w(\d+)h(\d+)/.exec(request.url()) ?? [];
    const body = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`;
    return route.fulfill({ contentType: 'image/svg+xml', body });
  });
}

/** Adds up every layout shift from now on. Those within half a second of a press count too. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const shifts = { sum: 0 };
    const add = (entries: PerformanceEntry[]) => {
      for (const entry of entries)
        shifts.sum += (entry as PerformanceEntry & { value: number }).value;
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: 'layout-shift' });
    const readShifts = () => {
      add(observer.takeRecords());
      return shifts.sum;
    };
    Object.assign(window, { readShifts });
  });
  return () =>
    page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      return (window as unknown as { readShifts: () => number }).readShifts();
    });
}

test.each(['phone', 'desktop'] as const)(
  'nothing moves when a late picture comes (%s)',
  async (size) => {
    const page = await journey.visit('icon.svg', { size });
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    await answerPictures(page, () => gate);
    await page.goto(journey.server.url + findHard(), { waitUntil: 'commit' });
    const pictures = page.getByRole('article').locator('img');
    await pictures.first().evaluate((it) => it.scrollIntoView({ block: 'center' }));
    // Reading on makes the bars of a phone leave: they are gone before it is watched what moves.
    if (size === 'phone') {
      const readTop = () =>
        page.locator('header.bar').evaluate((it) => it.getBoundingClientRect().top);
      await eventually(readTop).toBeGreaterThanOrEqual(sizes.phone.height);
    }
    expect(await pictures.first().evaluate((it: HTMLImageElement) => it.naturalWidth)).toBe(0);
    const before = await pictures.first().boundingBox();
    expect(before?.height).toBeGreaterThan(100);
    const readShifts = await watchShifts(page);
    expect(await readShifts()).toBe(0);

    open();
    await eventually(() =>
      pictures.first().evaluate((it: HTMLImageElement) => it.complete && it.naturalWidth > 0),
    ).toBe(true);
    expect(await readShifts()).toBeLessThan(0.01);
    expect(await pictures.first().boundingBox()).toEqual(before);
  },
);

test('other hosts learn nothing but the addresses of pictures', async () => {
  const page = await journey.visit('icon.svg', { size: 'phone' });
  const headers: Record<string, string>[] = [];
  page.on('request', async (request) => {
    if (request.url().includes('sinaimg')) headers.push(await request.allHeaders());
  });
  await page.goto(journey.server.url + findHard());
  await findOnPage.article(page).locator('img').last().scrollIntoViewIfNeeded();
  await eventually(() => headers.length).toBeGreaterThanOrEqual(2);
  for (const header of headers) expect(header).not.toHaveProperty('referer');
  for (const image of await findOnPage.article(page).locator('img').all()) {
    expect(await image.getAttribute('referrerpolicy')).toBe('no-referrer');
  }
  for (const address of journey.readOutside(page).pictures) {
    expect(address).toMatch(/^https:\/\/n\.sinaimg\.cn\//);
  }
  const links = findOnPage.article(page).getByRole('link', { name: '另一个网站' });
  expect(await links.getAttribute('rel')).toBe('noopener noreferrer');
  expect(await links.getAttribute('target')).toBe('_blank');
  expect(await page.getByRole('link', { name: '不该去的地方' }).count()).toBe(0);
});

test.each(['phone', 'desktop'] as const)(
  'a wide table scrolls in its own box, the page does not (%s)',
  async (size) => {
    const page = await journey.visit(findHard(), { size });
    const box = page.getByRole('region', { name: '表格' });
    await box.scrollIntoViewIfNeeded();
    const widths = await box.evaluate((element) => {
      const boxes: string[] = [];
      for (let outer = element.parentElement; outer; outer = outer.parentElement) {
        if (outer.scrollWidth > outer.clientWidth) boxes.push(outer.className || outer.tagName);
      }
      return { boxes, extra: element.scrollWidth - element.clientWidth };
    });
    expect(widths.boxes).toEqual([]);
    expect(widths.extra).toBeGreaterThan(0);
    await box.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    await eventually(() => box.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  },
);

test('a dead picture keeps its place and caption, says so, and comes when it can', async () => {
  const page = await journey.visit('icon.svg', { size: 'phone' });
  let isDead = true;
  await answerPictures(page, async () => isDead);
  page.context().removeAllListeners('console'); // the browser reports each picture that fails
  await page.goto(journey.server.url + findHard());
  const figure = page.getByRole('figure').filter({ hasText: '图一：远处的山' });
  const notice = figure.getByText('图片未能载入');
  await notice.waitFor();
  expect(await figure.locator('figcaption').isVisible()).toBe(true);
  expect(await figure.locator('img:visible').count()).toBe(0);
  const reserved = (await figure.boundingBox())?.height ?? 0;
  expect(reserved).toBeGreaterThan(100);

  isDead = false;
  await figure.getByRole('button', { name: '重试' }).click();
  await eventually(() =>
    figure.locator('img').evaluate((it: HTMLImageElement) => it.naturalWidth),
  ).toBeGreaterThan(0);
  expect(await notice.count()).toBe(0);
  expect(Math.abs(((await figure.boundingBox())?.height ?? 0) - reserved)).toBeLessThanOrEqual(2);
});
