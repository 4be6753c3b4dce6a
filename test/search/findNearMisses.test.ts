/** Which words a reader may have meant: each rule, over a handful of texts. A whole archive is in byWords.test.ts. */
import { expect, test } from 'vitest';
import type { CutWord } from '../../src/search-worker/cutIntoWords.ts';
import { findNearMisses, type TextReader } from '../../src/search-worker/findNearMisses.ts';
import type { QueryTerm } from '../../src/search-worker/parseQuery.ts';
import type { SearchCorpus } from '../../src/search-worker/SearchCorpus.ts';

function countIn(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** A corpus of some texts, of which titles hold nothing. */
function buildCorpus(texts: readonly string[]): SearchCorpus {
  return {
    async find({ text }: QueryTerm) {
      const held = texts.map((each, article) => [article, countIn(each, text)] as const);
      const counts = new Map(held.filter(([, count]) => count > 0));
      return { counts, inTitle: new Set<number>(), isPartial: false };
    },
    async listPairs(first: string) {
      const pairs = new Map<string, number>();
      for (const text of texts)
        for (let at = 0; at < text.length - 1; at++) {
          const pair = text.slice(at, at + 2);
          if (pair.startsWith(first)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
        }
      return pairs;
    },
  } as Pick<SearchCorpus, 'find' | 'listPairs'> as SearchCorpus;
}

/** `words`: the words of each string that was cut, `/` between them. */
function suggest(texts: readonly string[], words: string | string[], read?: TextReader) {
  const cut = [words].flat().map((each) => {
    const parts = each.split('/');
    const term = { field: 'any', text: parts.join(''), isExact: false } as const;
    const cutWords = parts.map((text, at): CutWord => {
      const count = texts.reduce((sum, one) => sum + countIn(one, text), 0);
      return { text, index: parts.slice(0, at).join('').length, count };
    });
    return { term, words: cutWords };
  });
  const query = { kept: [], cut, words: [] };
  return findNearMisses(
    buildCorpus(texts),
    query,
    read ?? (async (article) => texts[article] ?? ''),
  );
}

test('the three most frequent words are offered, whichever of their characters sounds alike', async () => {
  const texts = [
    '股世。股事。股世。',
    '股势。股势。股势。',
    '股市。'.repeat(5),
    '古式。'.repeat(9),
  ];
  expect(await suggest(texts, '股/式')).toEqual(['古式', '股市', '股势']);
});

test('of two strings each is put right beside the other, and the same query is offered once', async () => {
  expect(await suggest(['股市。'], ['股/式', '股/式'])).toEqual(['股市 股式']);
  expect(await suggest(['股市。'], ['股/式', '龘/龘'])).toEqual(['股市 龘龘']);
});

test('what was typed is never offered', async () => {
  expect(await suggest(['股市。'], '股/市/涨')).toEqual([]);
});

test.each([
  ['once', '公积金。', []],
  ['three times of four', '公积金。公积金。公积金。公积法。', []],
  ['four times of five', '公积金。公积金。公积金。公积金。公积法。', ['公积金']],
])('a character that stands there %s', async (_, text, found) => {
  expect(await suggest([text], '公积/全')).toEqual(found);
});

test('of a neighbour behind and one before, the more frequent one is offered', async () => {
  const texts = ['公积金。'.repeat(3), '面积全。'.repeat(5)];
  expect(await suggest(texts, '公积/全')).toEqual(['面积全']);
});

test('two characters that sound like nothing are not put right by their neighbours', async () => {
  expect(await suggest(['股票。股票。'], '股/全')).toEqual([]);
});

test('a part of more than four characters is left alone, also in pinyin', async () => {
  expect(await suggest(['人工智能化。'.repeat(2)], '人工智能/今')).toEqual([]);
  expect(await suggest(['公积金贷款。'], 'gongjijindaikuan')).toEqual([]);
  expect(await suggest(['公积金。'], 'gongjijin')).toEqual(['公积金']);
});

test('what has no sound sounds like nothing', async () => {
  expect(await suggest(['公ab，公ab，'], '公/abc')).toEqual([]);
});

test('an article that can’t be read costs itself', async () => {
  const texts = ['公积金。', '公积金。公积金。'];
  const read = async (article: number) => {
    if (article === 0) throw new Error('gone');
    return texts[article] ?? '';
  };
  expect(await suggest(texts, '公积/全', read)).toEqual(['公积金']);
});
