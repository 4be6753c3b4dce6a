// @vitest-environment jsdom
/** What has come since the reader was here, by the catalogues they saw. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Catalogue, Category } from '../../src/model/Catalogue.ts';
import { isVisitEnd } from '../../src/reader/browse/VisitLine.tsx';
import { createLastVisit } from '../../src/reader/read-state/createLastVisit.ts';
import { buildNews } from '../../src/reader/read-state/useNews.ts';
import { createKeyValueStore } from '../../src/reader/storage/KeyValueStore.ts';

beforeEach(() => window.localStorage.clear());

const MINUTE = 60_000;
let time = 0;
const openPage = () => createLastVisit(createKeyValueStore(window.localStorage), () => time);

type Months = [string, number][];

/** A catalogue of categories with their months; each is the newest on the last day of its last month. */
function buildCatalogue(categories: Record<string, Months>, undatedCount = 0): Catalogue {
  const children = Object.entries(categories).map(
    ([name, months]): Category => ({
      path: name,
      name,
      list: name,
      count: months.reduce((sum, [, count]) => sum + count, undatedCount),
      lastDate: `${months.at(-1)?.[0]}-28T00:00:00Z`,
      children: [],
    }),
  );
  const lists = Object.entries(categories).map(([name, months]) => [
    name,
    { count: 0, undatedCount, months },
  ]);
  const root = { path: '', name: '', list: 'all', count: 0, children };
  const all = { count: 0, undatedCount: 0, months: [] };
  return { version: 1, root, lists: { ...Object.fromEntries(lists), all } };
}

/** Visits the archive, as a page does it, and returns how many of each category are new. */
function visit(catalogue: Catalogue): Record<string, number> {
  const page = openPage();
  const news = buildNews(catalogue, page.compare(catalogue));
  page.note(catalogue);
  // Rendered again, it says the same.
  const again = buildNews(catalogue, page.compare(catalogue));
  const counts = catalogue.root.children.map((each) => {
    expect(again.countNew(each)).toBe(news.countNew(each));
    return [each.path, news.countNew(each)];
  });
  return Object.fromEntries(counts.filter(([, count]) => count !== 0));
}

const before = buildCatalogue({
  日报: [
    ['2022-04', 3],
    ['2022-05', 2],
  ],
  周刊: [['2022-05', 1]],
});
const after = buildCatalogue({
  日报: [
    ['2022-04', 4],
    ['2022-05', 1],
    ['2022-06', 2],
  ],
  周刊: [['2022-05', 1]],
  副刊: [['2022-06', 5]],
});

describe('a returning reader', () => {
  it('sees what has come, backfilled ones too, and nothing at the first visit', () => {
    expect(visit(before)).toEqual({});
    expect(visit(before)).toEqual({});
    expect(visit(after)).toEqual({ 日报: 3, 副刊: 5 });
  });

  it('sees it after a reload, but not at a visit that finds nothing new', () => {
    visit(before);
    visit(after);
    time += 10 * MINUTE;
    expect(visit(after)).toEqual({ 日报: 3, 副刊: 5 });
    time += 31 * MINUTE;
    expect(visit(after)).toEqual({});
  });

  it('sees only what has come since the last load that found something', () => {
    visit(before);
    visit(after);
    const later = buildCatalogue({
      日报: [
        ['2022-04', 4],
        ['2022-05', 1],
        ['2022-06', 3],
      ],
      周刊: [['2022-05', 1]],
      副刊: [['2022-06', 5]],
    });
    expect(visit(later)).toEqual({ 日报: 1 });
  });

  it('sees undated ones', () => {
    visit(buildCatalogue({ 日报: [['2022-04', 3]] }, 1));
    expect(visit(buildCatalogue({ 日报: [['2022-04', 3]] }, 3))).toEqual({ 日报: 2 });
  });

  it.each(['{', '[]', '{"v":1,"at":"x","now":{}}', '{"v":1,"at":1,"now":{"日报":3}}'])(
    'with the damaged text %s is here for the first time',
    (text) => {
      window.localStorage.setItem('cangbao:seen', text);
      expect(visit(after)).toEqual({});
      expect(visit(before)).toEqual({ 日报: 1 });
    },
  );

  it('finds the end of the last visit in categories that have a newer article', () => {
    visit(before);
    const news = buildNews(after, openPage().compare(after));
    const [daily, weekly, fresh] = after.root.children as [Category, Category, Category];
    expect(news.findEnd(daily)).toBe('2022-05-28T00:00:00Z');
    expect(news.findEnd(weekly)).toBeUndefined();
    expect(news.findEnd(fresh)).toBeUndefined();
  });
});

describe('the line where the last visit ended', () => {
  const at = (day: number | undefined) =>
    day === undefined ? {} : { publishedAt: `2022-05-${day}T00:00:00Z` };
  const end = at(12).publishedAt;

  it.each([
    ['newest', 13, 12, true],
    ['newest', 13, 11, true],
    ['newest', 14, 13, false],
    ['newest', 12, 12, false],
    ['newest', 13, undefined, false],
    ['oldest', 12, 13, true],
    ['oldest', 11, 12, false],
    ['oldest', 13, 14, false],
    ['oldest', 14, undefined, false],
  ] as const)('%s first, between %s and %s: %s', (order, above, row, expected) => {
    expect(isVisitEnd(end, order, at(row), at(above))).toBe(expected);
    expect(isVisitEnd(undefined, order, at(row), at(above))).toBe(false);
    expect(isVisitEnd(end, order, at(row), undefined)).toBe(false);
  });
});
