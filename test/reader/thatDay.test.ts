import { describe, expect, it } from 'vitest';
import type { ArticleSummary } from '../../src/model/Article.ts';
import { formatBeijingDay, formatBeijingMonth } from '../../src/model/beijingTime.ts';
import { compareStored } from '../../src/model/listOrder.ts';
import { findThatDay } from '../../src/reader/front/findThatDay.ts';
import fc from '../support/fastCheck.ts';

/** An archive with articles at some hours after the beginning of 2019 in Beijing; the list's shape and its pages. */
function buildList(hours: readonly number[], undatedCount = 0) {
  const rows = [
    ...hours.map((hour) => new Date(Date.UTC(2018, 11, 31, 16) + hour * 3_600_000).toISOString()),
    ...Array.from({ length: undatedCount }, () => undefined),
  ]
    .map(
      (publishedAt, n) =>
        ({ id: `id${n}`, title: `${n}`, ...(publishedAt && { publishedAt }) }) as ArticleSummary,
    )
    .sort(compareStored);
  const months = new Map<string, number>();
  for (const { publishedAt } of rows) {
    const month = formatBeijingMonth(publishedAt);
    if (month) months.set(month, (months.get(month) ?? 0) + 1);
  }
  const info = { count: rows.length, undatedCount, months: [...months] };
  const asked: number[] = [];
  async function readPage(page: number) {
    asked.push(page);
    const found = rows.slice((page - 1) * 100, page * 100);
    if (found.length === 0) throw new Error(`no page ${page}`);
    return found;
  }
  return { rows, info, readPage, asked };
}

const readDays = (articles: readonly ArticleSummary[]) =>
  articles.map(({ publishedAt }) => formatBeijingDay(publishedAt));

describe('那年今日', () => {
  it('finds this day in each earlier year, the latest first, in an archive of any size', async () => {
    // Every hour of three years: 720 articles a month.
    const list = buildList(
      Array.from({ length: 3 * 365 * 24 }, (_, hour) => hour),
      30,
    );
    const { articles, isExact } = await findThatDay(list.info, '2022-05-20', list.readPage);
    expect(isExact).toBe(true);
    expect(readDays(articles)).toEqual([
      ...Array(3).fill('2021-05-20'),
      ...Array(3).fill('2020-05-20'),
    ]);
    // Those of one day, the latest first.
    const times = articles.slice(0, 3).map(({ publishedAt }) => publishedAt ?? '');
    expect(times).toEqual([...times].sort().reverse());
    expect(new Set(list.asked).size).toBe(list.asked.length);
    expect(list.asked.length).toBeLessThanOrEqual(6);
  });

  it('takes the days around where this day has none', async () => {
    const list = buildList([24 * 17, 24 * 21, 24 * 25, 24 * 15, 24 * 16]); // 18, 22, 26, 16 and 17 January 2019
    const { articles, isExact } = await findThatDay(list.info, '2020-01-20', list.readPage);
    expect(isExact).toBe(false);
    expect(readDays(articles)).toEqual(['2019-01-22', '2019-01-18', '2019-01-17']);
  });

  it('reads six pages at most, however uneven a month is, and many years have it', async () => {
    // Each January has 3,000 articles on its last day: every guess of a page is far off.
    const hours = [0, 1, 2, 3, 4].flatMap((year) =>
      Array.from({ length: 3000 }, (_, n) => (365 * year + 30) * 24 + n / 200),
    );
    const list = buildList(hours);
    const { articles } = await findThatDay(list.info, '2024-01-02', list.readPage);
    expect(articles).toEqual([]);
    expect(list.asked.length).toBe(6);
  });

  it('asks for nothing where no earlier year has this month', async () => {
    const list = buildList([24, 48]);
    expect(await findThatDay(list.info, '2019-01-02', list.readPage)).toEqual({
      articles: [],
      isExact: false,
    });
    expect(list.asked).toEqual([]);
  });

  it('never reads more than six pages, and shows nothing of another day', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 5 * 365 * 24 }), { minLength: 1, maxLength: 900 }),
        fc.integer({ min: 0, max: 364 }),
        async (hours, day) => {
          const list = buildList(hours, 5);
          const today = new Date(Date.UTC(2024, 0, 1) + day * 86_400_000)
            .toISOString()
            .slice(0, 10);
          const { articles, isExact } = await findThatDay(list.info, today, list.readPage);
          expect(list.asked.length).toBeLessThanOrEqual(6);
          for (const found of readDays(articles)) {
            const distance = Math.abs(Number(found?.slice(8)) - Number(today.slice(8)));
            expect(found?.slice(5, 7)).toBe(today.slice(5, 7));
            expect(distance).toBeLessThanOrEqual(isExact ? 0 : 3);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
