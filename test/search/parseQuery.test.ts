import { expect, test } from 'vitest';
import { buildSearchQuery, parseSearchQuery } from '../../src/reader/search/searchQuery.ts';
import { parseQuery, type QueryClause } from '../../src/search-worker/parseQuery.ts';
import { writeQuery } from '../../src/search-worker/writeQuery.ts';
import { folder } from './setUpSearch.ts';

/** What was typed, and what is looked for: `"…"` exact, `not` without, `title:` in titles. */
const QUERIES: [string, string[]][] = [
  ['', []],
  ['  ', []],
  ['跨境电商', ['跨境电商']],
  ['跨境　电商 平台', ['跨境', '电商', '平台']],
  ['"跨境 电商，平台"', ['"跨境电商,平台"']],
  ['“跨境电商”', ['"跨境电商"']],
  ['「跨境」 电商', ['"跨境"', '电商']],
  ['电商 -平台', ['电商', 'not 平台']],
  ['电商 -"外贸 企业"', ['电商', 'not "外贸企业"']],
  ['标题:电商', ['title:电商']],
  ['標題：電商', ['title:电商']],
  ['标题:"电商 平台" 出口', ['title:"电商平台"', '出口']],
  ['-标题:电商', ['not title:电商']],
  ['3.4%', ['3.4%']],
  ['C919 A-股 -', ['c919', 'a-股', '-']],
  ['-5℃', ['-5°c']],
  ['气温 −5℃', ['气温', '-5°c']],
  ['利润 -3.4%', ['利润', '-3.4%']],
  ['亏损 -20亿元', ['亏损', '-20亿元']],
  ['手机 -5G', ['手机', 'not 5g']],
  ['手机 -3.5mm', ['手机', 'not 3.5mm']],
  ['年报 -2021年', ['年报', 'not 2021年']],
  ['港口 -"5"', ['港口', 'not "5"']],
  ['公积金|房贷', ['公积金|房贷']],
  ['公积金 OR 房贷 下调', ['公积金|房贷', '下调']],
  ['下调 公积金 | 房贷｜利率', ['下调', '公积金|房贷|利率']],
  ['标题:公积金|标题:房贷', ['title:公积金|title:房贷']],
  ['"公积金 贷款"|“房贷”', ['"公积金贷款"|"房贷"']],
  ['-公积金|房贷', ['not 公积金|房贷']],
  ['公积金 OR -房贷', ['公积金', 'not 房贷']],
  ['公积金|', ['公积金', '|']],
  ['OR 公积金 OR', ['or', '公积金', 'or']],
  ['公积金or房贷', ['公积金or房贷']],
  ['"OR" 公积金', ['"or"', '公积金']],
  ['来源:IT之家 分类：财经', ['source:it之家', 'category:财经']],
  ['來源："IT 之家" -分類:编程', ['source:"it之家"', 'not category:编程']],
  ['标签:AI|标签:芯片', ['tag:ai|tag:芯片']],
  ['日期:2022-05', ['day:2022-05']],
  ['来源: 某社', ['来源:', '某社']],
  ['说“好”的', ['说"好"的']],
  ['“出口计划”涉及', ['"出口计划"涉及'].map((word) => word)],
  ['"“出口计划”"', ['""出口计划""']],
  ['没关上"', ['没关上"']],
  ['""', ['""']],
];

function spell({ terms, isExcluded }: QueryClause): string {
  const words = terms.map(({ field, text, isExact }) => {
    const word = isExact ? `"${text}"` : text;
    return field === 'any' ? word : `${field}:${word}`;
  });
  return `${isExcluded ? 'not ' : ''}${words.join('|')}`;
}

test.each(QUERIES)('%j asks for %j', (text, expected) => {
  expect(parseQuery(text, folder).map(spell)).toEqual(expected);
});

test('what was parsed can be written, and is parsed as the same again', () => {
  for (const [text, expected] of QUERIES) {
    const written = writeQuery(parseQuery(text, folder));
    const words = parseQuery(written, folder).map((clause) => spell(clause));
    const bare = (each: string) => each.replaceAll('"', '');
    expect(words.map(bare), written).toEqual(expected.map(bare));
  }
});

/** What `日期:` may be, with the first and the last day. */
const DAYS: [text: string, first: string | undefined, last: string | undefined][] = [
  ['2022', '2022-01-01', '2022-12-31'],
  ['2022年', '2022-01-01', '2022-12-31'],
  ['2022-2', '2022-02-01', '2022-02-28'],
  ['2020年2月', '2020-02-01', '2020-02-29'],
  ['2022/05/20', '2022-05-20', '2022-05-20'],
  ['2022年5月20日', '2022-05-20', '2022-05-20'],
  ['2021..2022-03', '2021-01-01', '2022-03-31'],
  ['2022-03-05~2022-03-07', '2022-03-05', '2022-03-07'],
  ['2021年至2022年', '2021-01-01', '2022-12-31'],
  ['2022..', '2022-01-01', undefined],
  ['..2022-01', undefined, '2022-01-31'],
];

test.each(DAYS)('日期:%s is from %s to %s', (text, first, last) => {
  const [clause] = parseQuery(`日期:${text}`, folder);
  const spellDay = (day: number | undefined) =>
    day === undefined ? undefined : new Date(day * 86_400_000).toISOString().slice(0, 10);
  const days = clause?.terms[0]?.days;
  expect([spellDay(days?.first), spellDay(days?.last)]).toEqual([first, last]);
});

test.each(['昨天', '2022-13', '2022-02-30', '..', '2022-05-20-1'])('日期:%s is no date', (text) => {
  expect(parseQuery(`日期:${text}`, folder)[0]?.terms[0]?.days).toBeUndefined();
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
