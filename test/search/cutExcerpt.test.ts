import { expect, test } from 'vitest';
import { cutExcerpt } from '../../src/search-worker/cutExcerpt.ts';
import { parseQuery } from '../../src/search-worker/parseQuery.ts';
import { folder } from './setUpSearch.ts';

const FILLER = '这里写着许多别的话'.repeat(20);

/** A paragraph, what is looked for, and how the excerpt begins. */
const BEGINNINGS: [name: string, text: string, query: string, beginning: string][] = [
  ['with the paragraph', `港口很忙，码头也忙。${FILLER}`, '码头', '港口很忙，码头'],
  ['with a sentence', `${FILLER}。昨天的会上说，公积金要下调。`, '公积金', '…昨天的会上说，公积金'],
  ['behind a closing quotation mark', `${FILLER}。”他又说公积金。`, '公积金', '…他又说公积金'],
  [
    'with a clause, where the sentence is too long',
    `${FILLER}，从那时起到现在，各地都在谈公积金。`,
    '公积金',
    '…从那时起到现在，各地都在谈公积金',
  ],
  [
    'not inside of a number',
    `${FILLER}一共1,234,567,890,123,456.78亿元的的的的的的的的的的的的的的的公积金`,
    '公积金',
    '…亿元的',
  ],
  [
    'not inside of a word of letters',
    `${FILLER}internationalization的的的的的的的的的的的的的的的的的的的的的公积金`,
    '公积金',
    '…的的',
  ],
  [
    'with a number that follows a point',
    `${FILLER}。3.4%的增长来自公积金。`,
    '公积金',
    '…3.4%的增长',
  ],
];

test.each(BEGINNINGS)('an excerpt begins %s', (_, text, query, beginning) => {
  const excerpt = cutExcerpt([text], parseQuery(query, folder)[0]?.terms ?? [], folder);
  expect(excerpt?.text.slice(0, beginning.length)).toBe(beginning);
  const [[from, to] = [0, 0]] = excerpt?.ranges ?? [];
  expect(excerpt?.text.slice(from, to)).toBe(query);
});

test('no excerpt begins or ends inside of a number or a word of letters, wherever it is cut', () => {
  const numbers = Array.from({ length: 20 }, (_, i) => `增长${i * 371}.${i}%GDP${i}和value`).join(
    '',
  );
  const terms = parseQuery('公积金', folder)[0]?.terms ?? [];
  for (let distance = 0; distance < 40; distance++) {
    const text = `${numbers}${'的'.repeat(distance)}公积金${'的'.repeat(distance)}${numbers}`;
    const excerpt = cutExcerpt([text], terms, folder)?.text.replaceAll('…', '') ?? '';
    const at = text.indexOf(excerpt);
    expect(excerpt).toContain('公积金');
    const ends = `${text.slice(0, at)}|${excerpt}|${text.slice(at + excerpt.length)}`;
    expect(ends).not.toMatch(/[a-z\d.%]\|[a-z\d.%]/i);
  }
});
