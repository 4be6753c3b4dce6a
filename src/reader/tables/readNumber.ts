import { type Grid, isBand, readCell } from './readGrid.ts';

const UNITS: Record<string, number> = { 千: 1e3, 万: 1e4, 百万: 1e6, 亿: 1e8, 万亿: 1e12 };

/** A sign, digits that may be in groups, a multiplier, a unit of a few letters: `-6.79`, `1,015,986`, `6.17万亿元`. */
const NUMBER = /^([-+−–—]?)(\d[\d,]*(?:\.\d+)?|\.\d+)(万亿|百万|[千万亿])?[\p{L}%‰/]{0,6}$/u;

/** Reads a cell's words as a number; undefined where they are none, as with a date or a range. */
export function readNumber(words: string): number | undefined {
  const match = NUMBER.exec(words.normalize('NFKC').replace(/\s/g, ''));
  if (!match) return undefined;
  const [, sign = '', digits = '', multiplier = ''] = match;
  const value = Number(digits.replaceAll(',', '')) * (UNITS[multiplier] ?? 1);
  return sign === '' || sign === '+' ? value : -value;
}

/** Lists the columns that hold numbers, in three of five cells that hold anything, and in at least two. */
export function listNumericColumns(grid: Grid): number[] {
  const body = grid.rows.slice(grid.headRows).filter((row) => !isBand(row));
  return Array.from({ length: grid.columns }, (_, column) => column).filter((column) => {
    const words = body.map((row) => readCell(row[column])).filter(Boolean);
    const count = words.filter((each) => readNumber(each) !== undefined).length;
    return count >= 2 && count / words.length >= 0.6;
  });
}
