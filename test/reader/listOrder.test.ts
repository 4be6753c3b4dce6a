/** Either order of a list is read from the same stored pages, oldest first with the undated at the end. */
import { describe, expect, test } from 'vitest';
import { findPosition, findRow, type OrderedList } from '../../src/model/listOrder.ts';
import { findMonth, findMonthStart } from '../../src/reader/browse/findMonth.ts';

/** 230 articles: 3 of May, 147 of June, 60 of July, 20 without a date. */
const LIST: OrderedList = {
  count: 230,
  undatedCount: 20,
  months: [
    ['2022-05', 3],
    ['2022-06', 147],
    ['2022-07', 60],
  ],
};
const OLDEST: OrderedList = { ...LIST, order: 'oldest' };

describe('place of a row', () => {
  test.each([
    ['newest', LIST, 0, { page: 3, index: 9 }],
    ['newest', LIST, 209, { page: 1, index: 0 }],
    ['undated', LIST, 210, { page: 3, index: 10 }],
    ['oldest', OLDEST, 0, { page: 1, index: 0 }],
    ['oldest', OLDEST, 209, { page: 3, index: 9 }],
    ['undated', OLDEST, 229, { page: 3, index: 29 }],
  ])('%s first: row %#', (_name, list, position, place) => {
    expect(findRow(list, position)).toEqual(place);
  });

  test.each([LIST, OLDEST])('there and back', (list) => {
    for (let position = 0; position < list.count; position++) {
      expect(findPosition(list, findRow(list, position))).toBe(position);
    }
  });
});

describe('months', () => {
  test.each([
    [LIST, 0, 2],
    [LIST, 60, 1],
    [LIST, 209, 0],
    [LIST, 210, -1],
    [OLDEST, 0, 0],
    [OLDEST, 3, 1],
    [OLDEST, 150, 2],
    [OLDEST, 215, -1],
  ])('of the row at a position', (list, position, month) => {
    expect(findMonth(list, position)).toBe(month);
  });

  test.each([
    [LIST, [207, 60, 0]],
    [OLDEST, [0, 3, 150]],
  ])('begin at', (list, starts) => {
    expect(list.months.map((_, month) => findMonthStart(list, month))).toEqual(starts);
  });
});
