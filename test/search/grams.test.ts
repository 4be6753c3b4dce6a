import { expect, test } from 'vitest';
import { GramWalker } from '../../src/archive/search/GramWalker.ts';
import { planBounds, planGrams } from '../../src/archive/search/planIndex.ts';
import { cutGram, PARAGRAPH_END, TITLE_MARK } from '../../src/model/search/grams.ts';
import { coverTerm } from '../../src/search-worker/coverTerm.ts';
import fc from '../support/fastCheck.ts';

/** Texts of so few characters that all of them recur. */
const texts = fc.array(
  fc.string({ unit: fc.constantFrom(...'甲乙丙a1'), minLength: 1, maxLength: 30 }),
  {
    minLength: 1,
    maxLength: 6,
  },
);
const sizes = fc.record({
  split: fc.integer({ min: 1, max: 12 }),
  shard: fc.constant(100),
});

test('whole texts are cut where the index is built as parts are cut where it is asked', () => {
  fc.assert(
    fc.property(texts, sizes, (parts, planSizes) => {
      const text = parts.map((part) => part + PARAGRAPH_END).join('');
      const sample = [{ title: text, body: text, stocks: [], stockNames: [], tags: [] }];
      const grams = planGrams(sample, 1, planSizes);
      const [walker, split] = [new GramWalker(grams), new Set(grams)];
      for (const [root, mark] of [
        [walker.bodyRoot, ''],
        [walker.titleRoot, TITLE_MARK],
      ] as const) {
        const cut: string[] = [];
        walker.walk(text, root, (_, gram, place) => {
          cut[place] = walker.spell(gram);
        });
        for (let place = 0; place < text.length; place++) {
          const expected = mark + text.slice(place, cutGram(split, mark, text, place));
          expect(cut[place]).toBe(text[place] === PARAGRAPH_END ? undefined : expected);
        }
      }
    }),
  );
});

test('what is split without its first character is split, too', () => {
  fc.assert(
    fc.property(texts, sizes, (parts, planSizes) => {
      const body = parts.map((part) => part + PARAGRAPH_END).join('');
      const grams = planGrams(
        [{ title: '', body, stocks: [], stockNames: [], tags: [] }],
        1,
        planSizes,
      );
      for (const gram of grams) if (gram.length > 2) expect(grams).toContain(gram.slice(1));
    }),
  );
});

test('a string that was not split is found without the many places of one that was', () => {
  fc.assert(
    fc.property(texts, sizes, fc.nat(), fc.nat(), (parts, planSizes, start, size) => {
      const body = parts.map((part) => part + PARAGRAPH_END).join('');
      const sample = [{ title: '', body, stocks: [], stockNames: [], tags: [] }];
      const grams = planGrams(sample, 1, planSizes);
      const bounds = planBounds(sample, 1, grams, { ...planSizes, shard: 1 });
      const split = new Set(grams);
      const part = parts[start % parts.length] as string;
      const from = start % part.length;
      const term = part.slice(from, from + 2 + (size % 6));
      fc.pre(term.length > 1 && !split.has(term));
      const cover = coverTerm(term, 'body', { bounds }, split, () => 1);
      for (const piece of cover.kind === 'pieces' ? cover.pieces : [])
        expect(split).not.toContain(piece.gram);
    }),
  );
});
