import { describe, expect, test } from 'vitest';
import fc from '../support/fastCheck.ts';
import { folder } from './setUpSearch.ts';

const EQUAL: [string, string][] = [
  ['國內', '国内'],
  ['１２３ＡＢＣ', '123abc'],
  ['Ｇo　1.18', 'go 1.18'],
  ['“倍增计划”', '「倍增计划」'],
  ['"倍增计划"', '『倍增计划』'],
  ['中 文 ABC 中', '中文abc中'],
  ['第 3 季度 增长', '第3季度增长'],
  ['Hello   World', 'hello world'],
  ['Hello\u00a0World', 'hello world'],
  ['café', 'cafe\u0301'],
  ['㎡', 'm2'],
  ['零\u200b宽', '零宽'],
  ['裏面後來', '里面后来'],
  ['3.4％', '3.4%'],
];
const DIFFERENT: [string, string][] = [
  ['go lang', 'golang'],
  ['3.4%', '34%'],
  ['1 2', '12'],
  ['《新规》', '新规'],
];

describe('foldText', () => {
  test.each(EQUAL)('%s and %s are equal', (a, b) => {
    expect(folder.fold(a)).toBe(folder.fold(b));
  });

  test.each(DIFFERENT)('%s and %s are not', (a, b) => {
    expect(folder.fold(a)).not.toBe(folder.fold(b));
  });

  test('what is folded stays as it is when folded again', () => {
    fc.assert(
      fc.property(text(), (value) => {
        const folded = folder.fold(value);
        expect(folder.fold(folded)).toBe(folded);
      }),
    );
  });

  test('a part of a text folds to a part of the folded text', () => {
    fc.assert(
      fc.property(text(), fc.nat(), fc.nat(), (value, a, b) => {
        const characters = [...value];
        const [from, to] = [a % (characters.length + 1), b % (characters.length + 1)].sort(
          (x, y) => x - y,
        );
        // Marks that combine belong to their letter.
        const part = characters
          .slice(from, to)
          .join('')
          .replace(/^\p{M}+/u, '');
        const isCutThrough = /^\p{M}/u.test(characters.slice(to).join(''));
        if (!isCutThrough) expect(folder.fold(value)).toContain(folder.fold(part));
      }),
    );
  });

  test('each unit of the folded text knows where it comes from', () => {
    fc.assert(
      fc.property(text(), (value) => {
        const folded = folder.foldWithPlaces(value);
        expect(folded.text).toBe(folder.fold(value));
        expect(folded.starts.length).toBe(folded.text.length);
        for (let i = 0; i < folded.text.length; i++) {
          const [start, end] = [folded.starts[i] as number, folded.ends[i] as number];
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(value.length);
          if (i > 0) expect(start).toBeGreaterThanOrEqual(folded.starts[i - 1] as number);
        }
      }),
    );
  });
});

/** Texts of what news consist of, and of anything else. */
function text(): fc.Arbitrary<string> {
  const usual = [...'国國內内中文 abcABC１２3.4%％“”「」，。　\u00a0\n㎡é…—🀄'];
  return fc.oneof(
    fc.string({ unit: fc.constantFrom(...usual), maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  );
}
