import { expect, test } from 'vitest';
import { MOST_NODES, parseBody } from '../../src/archive/html/parseBody.ts';
import { walkTree } from '../../src/archive/html/walkTree.ts';

/** What a tree holds: the names of its elements, and its text. */
function readTree(body: string): { names: string[]; texts: string[] } {
  const names: string[] = [];
  const texts: string[] = [];
  walkTree(parseBody(body) ?? { childNodes: [] }, {
    enter: ({ tagName }) => names.push(tagName) > 0,
    leave: () => {},
    text: (value) => texts.push(value),
    comment: () => {},
  });
  return { names, texts };
}

test('lines of plain text are parted by one break, however many empty lines stand between them', () => {
  const { names, texts } = readTree(`甲\n乙\n \n\t\n${' \n'.repeat(1000)}丙`);
  expect(names).toEqual(['br', 'br', 'br', 'br']);
  expect(texts).toEqual(['甲', '乙', '丙']);
});

test('a long text of many words is one text, whole', () => {
  const words = 'let a be one, '.repeat(20_000);
  const { names, texts } = readTree(`<font><p>${words}<b>end`);
  expect(names).toEqual(['font', 'p', 'b']);
  expect(texts).toEqual([words, 'end']);
});

test('a body that makes more elements than may be has no tree, however it makes them', () => {
  expect(parseBody('<br>'.repeat(MOST_NODES))).toBeDefined();
  expect(parseBody('<br>'.repeat(MOST_NODES + 1))).toBeUndefined();
  expect(parseBody('<!---->'.repeat(MOST_NODES + 1))).toBeUndefined();
  const fonts = `<p>${Array.from({ length: 1000 }, (_, n) => `<font size="${n}">`).join('')}`;
  expect(parseBody(`${fonts}${'<p>字'.repeat(100)}`)).toBeDefined();
  expect(parseBody(`${fonts}${'<p>字'.repeat(1000)}`)).toBeUndefined();
});
