// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { ArticleSummary } from '../../src/model/Article.ts';
import type { Catalogue } from '../../src/model/Catalogue.ts';
import { compareStored } from '../../src/model/listOrder.ts';
import { findMonth, findMonthStart } from '../../src/reader/browse/findMonth.ts';
import { locateArticle } from '../../src/reader/data/locateArticle.ts';
import { buildArchive, buildSummary, type Files } from './setUpReader.tsx';

function openList(files: Files) {
  const info = (files['archive/catalogue.json'] as Catalogue).lists.one;
  if (!info) throw new Error('no list');
  const asked: number[] = [];
  const readPage = async (page: number) => {
    asked.push(page);
    return files[`archive/lists/one/${page}.json`] as ArticleSummary[];
  };
  return { info, asked, readPage };
}

describe('the place of an article in its list', () => {
  const dated = 730;
  const undated = 120;
  const { info, asked, readPage } = openList(buildArchive('示例', dated, undated));

  it.each([0, 99, 100, 399, 729, 730, 800, 849])('is found for stored row %i', async (n) => {
    asked.length = 0;
    const expected = n < dated ? dated - 1 - n : n;
    const article = buildSummary(n, '示例', n < dated);
    expect(await locateArticle(info, article, readPage)).toBe(expected);
    expect(asked.length).toBeLessThanOrEqual(2);
  });

  it('is unknown for an article of another list', async () => {
    const stranger = { ...buildSummary(400, '示例'), id: 'stranger' };
    expect(await locateArticle(info, stranger, readPage)).toBeUndefined();
    const undatedStranger = { id: 'a-stranger' };
    expect(await locateArticle(info, undatedStranger, readPage)).toBeUndefined();
  });

  it('goes by date, then by id, the undated last', () => {
    const rows = [
      { id: 'b' },
      { id: 'b', publishedAt: '2022-01-02T00:00:00Z' },
      { id: 'a' },
      { id: 'a', publishedAt: '2022-01-02T00:00:00Z' },
      { id: 'c', publishedAt: '2022-01-01T00:00:00Z' },
    ];
    expect(rows.sort(compareStored).map((row) => row.id + (row.publishedAt ?? ''))).toEqual([
      'c2022-01-01T00:00:00Z',
      'a2022-01-02T00:00:00Z',
      'b2022-01-02T00:00:00Z',
      'a',
      'b',
    ]);
  });
});

describe('months', () => {
  const info = {
    count: 10,
    undatedCount: 3,
    months: [
      ['2022-04', 4],
      ['2022-05', 2],
      ['2022-07', 1],
    ] as [string, number][],
  };

  it('are found for each row on screen', () => {
    const months = Array.from({ length: 10 }, (_, position) => findMonth(info, position));
    expect(months).toEqual([2, 1, 1, 0, 0, 0, 0, -1, -1, -1]);
  });

  it('begin at their newest row', () => {
    expect([0, 1, 2].map((month) => findMonthStart(info, month))).toEqual([3, 1, 0]);
  });
});
