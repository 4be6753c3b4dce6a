import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { findOnPage, findScroller, readRows, type VisibleRow } from './findOnPage.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';
import { writeLongContent } from './writeLongContent.ts';

/** An independent calendar: the browser's, in Beijing. */
const calendar = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'long',
});

function buildDay(publishedAt: string | undefined): string {
  if (publishedAt === undefined) return '日期不详';
  const part = Object.fromEntries(
    calendar.formatToParts(new Date(publishedAt)).map(({ type, value }) => [type, value]),
  );
  return `${part.year}年${part.month}月${part.day}日 ${part.weekday}`;
}

/** Scrolls from the top to the very end as a reader does, a window at a time, and collects every row on the way. */
async function readWholeList(page: Page): Promise<Map<number, VisibleRow>> {
  const found = new Map<number, VisibleRow>();
  const scroller = await findScroller(page);
  await scroller.evaluate((box) => box.scrollTo(0, 0));
  await eventually(async () => (await readRows(page))[0]?.position).toBe(1);
  for (let isAtEnd = false; !isAtEnd; ) {
    await eventually(async () => (await readRows(page)).every((row) => row.title)).toBe(true);
    for (const row of await readRows(page)) found.set(row.position, row);
    isAtEnd = await scroller.evaluate(async (box) => {
      const before = box.scrollTop;
      box.scrollBy(0, box.clientHeight * 0.8);
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return box.scrollTop === before;
    });
  }
  return found;
}

describe.each([
  { name: 'the sample', size: 'phone', findSite: () => ({}) },
  {
    name: 'a list of several pages',
    size: 'desktop',
    findSite: async () => ({ content: await writeLongContent() }),
  },
] as const)('$name ($size)', ({ size, findSite }) => {
  const journey = setUpJourney(findSite);
  let page: Page;
  beforeAll(async () => {
    page = await journey.visit('', { size, isKept: true });
    await findOnPage.row(page).first().waitFor();
  });

  test('only the rows near the window are in the document', async () => {
    const scroller = await findScroller(page);
    await scroller.evaluate((box) => box.scrollTo(0, box.scrollHeight / 2));
    await eventually(async () => ((await readRows(page))[0]?.position ?? 0) > 1).toBe(true);
    expect((await readRows(page)).length).toBeLessThan(45);
  });

  test('every article is reached by scrolling, newest first, under its day or with it', async () => {
    const found = await readWholeList(page);
    const expected = journey.archive.articles;
    expect(found.size).toBe(journey.archive.catalogue.root.count);
    const rows = [...found.values()].sort((a, b) => a.position - b.position);
    expect(rows.map((row) => row.title)).toEqual(expected.map((article) => article.title));
    expect(new Set(rows.map((row) => row.size))).toEqual(new Set([expected.length]));
    expect(new Set(rows.map((row) => row.links))).toEqual(new Set([1]));
    const days = expected.map((article) => buildDay(article.publishedAt));
    const isSame = (index: number, other: number) => days[index] === days[other];
    const expectedDays = days.map((day, index) => {
      if (isSame(index, index - 1)) return { day: null, hasDate: false };
      const isHeading = isSame(index, index + 1) || day === '日期不详';
      return { day: isHeading ? day : null, hasDate: !isHeading };
    });
    expect(
      rows.map(({ day, time }, index) => ({
        day,
        hasDate: time !== null && (days[index]?.startsWith(time) ?? false),
      })),
    ).toEqual(expectedDays);
  });

  test('the months strip brings the newest article of a month to the top', async () => {
    const { months } = journey.archive.catalogue.lists.all ?? { months: [] };
    const dated = journey.archive.articles.filter(({ publishedAt }) => publishedAt);
    expect(months.reduce((sum, [, count]) => sum + count, 0)).toBe(dated.length);
    const strip = page.getByRole('group', { name: '按月份跳转' });
    await eventually(() => strip.getByRole('button').count()).toBe(months.length);
    for (const index of [Math.floor(months.length / 2), 2, months.length - 1]) {
      const [month, count] = months[index] ?? ['', 0];
      const [year, number] = month.split('-');
      const name = `${year}年${Number(number)}月`;
      const position = journey.archive.articles.findIndex(({ publishedAt }) =>
        buildDay(publishedAt).startsWith(name),
      );
      await strip.getByRole('button', { name: `${name} ${count} 篇`, exact: true }).click();
      await eventually(async () => {
        const rows = await readRows(page);
        const row = rows.find((other) => other.position === position + 1);
        return row?.title && Math.abs(row.top) <= 2 ? row.title : rows.map(({ top }) => top);
      }).toBe(journey.archive.articles[position]?.title);
    }
  });

  test('the list never makes the page scroll sideways, however wide the window', async () => {
    await findOnPage.row(page).first().waitFor();
    for (const width of [320, 412, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await eventually(() => page.evaluate(() => window.innerWidth)).toBe(width);
      await findOnPage.row(page).first().waitFor();
      const scroller = await findScroller(page);
      expect(await scroller.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
      const extra = () => document.documentElement.scrollWidth - window.innerWidth;
      expect(await page.evaluate(extra)).toBeLessThanOrEqual(0);
    }
  });
});
