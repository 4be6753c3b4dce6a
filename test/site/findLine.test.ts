/** On which line of site.yaml a key and a value stand, however they are written. */
import { expect, test } from 'vitest';
import { findLine, findValueLine } from '../../src/archive/site/findLine.ts';

test.each<[text: string, key: string, value: string, line: number]>([
  ['pinned: [甲.md]', 'pinned', '甲.md', 1],
  ['title: 内部刊物\nlicence: x\ncategories: { hidden: [内部] }', 'categories.hidden', '内部', 3],
  ['categories:\n  order:\n    - 体育新闻\n    - 体育', 'categories.order', '体育', 4],
  ['categories:\n  order:\n    - "体育"\n    - \'财经\' # 常用', 'categories.order', '财经', 4],
  ['categories:\n  names: { 体育新闻: 甲, 体育: 乙 }', 'categories.names', '体育', 2],
  ['title: 体育\ncategories:\n  names:\n    体育: 乙', 'categories.names', '体育', 4],
  ['taken_down:\n  - article: 甲.md\n  - 乙/(丙).md', 'taken_down', '乙/(丙).md', 3],
  ['# pinned: [甲.md]\ntitle: x\npinned: [甲.md]', 'pinned', '甲.md', 3],
  ['pinned:\n  # - 甲.md\n  - 甲.md # 常看', 'pinned', '甲.md', 3],
  ['categories:\n  order:\n    - 地方 体育\n    - 体育', 'categories.order', '体育', 4],
  ['categories:\n  order:\n    - 体育新闻 # 不是 体育\n    - 体育', 'categories.order', '体育', 4],
  ['categories:\n  names:\n    甲: 体育\n    体育: 乙', 'categories.names', '体育', 4],
  ['taken_down:\n  - reason: 甲\n    article: 乙.md', 'taken_down', '乙.md', 3],
  ['pinned: 甲.md', 'pinned', '甲.md', 1],
  // Written otherwise: the key is as near as it gets.
  ['a: 1\n"pinned": ["\\u6ca1.md"]', 'pinned', '没.md', 2],
  ['a: 1\ncategories: { hidden: ["\\u6ca1"] }', 'categories.hidden', '没', 2],
  ['', 'pinned', '甲.md', 1],
])('%j, %s: %s', (text, key, value, line) => {
  expect(findValueLine(text, key, value)).toBe(line);
});

test('a key below another is looked for behind it', () => {
  const text = 'names: 甲\ncategories:\n  order: [names]\n  names: {}';
  expect(findLine(text, 'categories.names')).toBe(4);
  expect(findLine(text, 'categories.order')).toBe(3);
});
