import { expect, test } from 'vitest';
import { buildSearchQuery, parseSearchQuery } from '../../src/reader/search/searchQuery.ts';
import { parseQuery } from '../../src/search-worker/parseQuery.ts';
import { folder } from './setUpSearch.ts';

/** What was typed, and what is looked for: `"…"` exact, `-` without, `T:` in titles. */
const QUERIES: [string, string[]][] = [
  ['', []],
  ['  ', []],
  ['跨境电商', ['跨境电商']],
  ['跨境　电商 平台', ['跨境', '电商', '平台']],
  ['"跨境 电商，平台"', ['"跨境电商,平台"']],
  ['“跨境电商”', ['"跨境电商"']],
  ['「跨境」 电商', ['"跨境"', '电商']],
  ['电商 -平台', ['电商', '-平台']],
  ['电商 -"外贸 企业"', ['电商', '-"外贸企业"']],
  ['标题:电商', ['T:电商']],
  ['標題：電商', ['T:电商']],
  ['标题:"电商 平台" 出口', ['T:"电商平台"', '出口']],
  ['-标题:电商', ['-T:电商']],
  ['3.4%', ['3.4%']],
  ['C919 A-股 -', ['c919', 'a-股', '-']],
  ['说“好”的', ['说"好"的']],
  ['“出口计划”涉及', ['"出口计划"涉及'].map((word) => word)],
  ['"“出口计划”"', ['""出口计划""']],
  ['没关上"', ['没关上"']],
  ['""', ['""']],
];

test.each(QUERIES)('%j asks for %j', (text, expected) => {
  const terms = parseQuery(text, folder).map(({ text, isExact, isExcluded, isTitleOnly }) => {
    const word = isExact ? `"${text}"` : text;
    return `${isExcluded ? '-' : ''}${isTitleOnly ? 'T:' : ''}${word}`;
  });
  expect(terms).toEqual(expected);
});

test('the address holds the whole query', () => {
  const query = {
    text: '“跨境 电商” -平台 标题:3.4%',
    category: '金融/新浪财经/新浪财经－国內',
    source: 'IT 之家',
    from: '2022-01-01',
    to: '2022-05-20',
    sort: 'newest',
  } as const;
  expect(parseSearchQuery(buildSearchQuery(query))).toEqual(query);
  expect(buildSearchQuery({ text: '  ' })).toBe('');
  expect(parseSearchQuery('sort=fit&q=a')).toEqual({ text: 'a' });
});
