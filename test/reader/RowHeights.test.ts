import { expect, test } from 'vitest';
import { RowHeights } from '../../src/reader/list/RowHeights.ts';
import fc from '../support/fastCheck.ts';

const EXPECTED = 100;
const known = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 400 })), { maxLength: 40 });

/** The plain way: a list of numbers that is added up. */
function buildPlain(count: number, pairs: [number, number][]): number[] {
  const plain = new Array<number>(count).fill(EXPECTED);
  for (const [row, height] of pairs) if (row < count) plain[row] = height;
  return plain;
}

test('starts and total are those of a sum over all rows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50 }), known, (count, pairs) => {
      const heights = new RowHeights(count, EXPECTED);
      for (const [row, height] of pairs) heights.set(row, height);
      const plain = buildPlain(count, pairs);
      let start = 0;
      plain.forEach((height, row) => {
        expect(heights.get(row)).toBe(height);
        expect(heights.startOf(row)).toBe(start);
        start += height;
      });
      expect(heights.total).toBe(start);
    }),
  );
});

test('the row at an offset is the one that covers it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      known,
      fc.integer({ min: -50, max: 20_000 }),
      (count, pairs, offset) => {
        const heights = new RowHeights(count, EXPECTED);
        for (const [row, height] of pairs) heights.set(row, height);
        const row = heights.rowAt(offset);
        if (offset < 0) expect(row).toBe(0);
        else if (offset >= heights.total) expect(row).toBe(count - 1);
        else {
          expect(heights.startOf(row)).toBeLessThanOrEqual(offset);
          expect(heights.startOf(row) + heights.get(row)).toBeGreaterThan(offset);
        }
      },
    ),
  );
});

test('a list that grows or shrinks keeps what is known', () => {
  const heights = new RowHeights(3, EXPECTED);
  heights.set(1, 140);
  heights.set(2, 90);
  heights.setCount(5);
  expect([heights.total, heights.get(1), heights.rowAt(245)]).toEqual([530, 140, 2]);
  heights.setCount(2);
  expect([heights.total, heights.rowAt(1000)]).toEqual([240, 1]);
  heights.setCount(0);
  expect([heights.total, heights.rowAt(10)]).toEqual([0, 0]);
});

test('a height that is noted twice counts once', () => {
  const heights = new RowHeights(2, EXPECTED);
  expect([heights.set(0, 130), heights.set(0, 130), heights.set(0, 120)]).toEqual([30, 0, -10]);
  expect(heights.total).toBe(220);
});
