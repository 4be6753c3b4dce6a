/** What is read without parse5 is read as parse5 reads it. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '../../src/archive/content/splitFrontMatter.ts';
import { escapeUnknownTags } from '../../src/archive/html/escapeUnknownTags.ts';
import { MOST_NODES } from '../../src/archive/html/parseBody.ts';
import { readPlainMarkup } from '../../src/archive/html/readPlainMarkup.ts';
import type { TreeNode } from '../../src/archive/html/walkTree.ts';
import { listFiles } from '../../src/archive/output/listFiles.ts';
import { generateArticle } from '../bench/generateArchive.ts';
import fc from '../support/fastCheck.ts';
import { soup } from './randomMarkup.ts';

const FOLDERS = ['../fixtures/articles', '../../content', '../../../shared/archive'].map((path) =>
  resolve(import.meta.dirname, path),
);
const bodies = [
  ...FOLDERS.flatMap((folder) =>
    listFiles(folder)
      .filter((path) => path.endsWith('.md'))
      .map((path) => readFileSync(join(folder, path), 'utf8')),
  ),
  ...Array.from({ length: 20 }, (_, index) => generateArticle(index, 20).text),
].map((text) => splitFrontMatter('a.md', text).value.body);

/** As much of a tree as the rules see. */
function pick(nodes: readonly TreeNode[]): unknown[] {
  return nodes.map((node) => {
    if ('tagName' in node) return [node.tagName, node.attrs, pick(node.childNodes)];
    return 'value' in node ? node.value : 'data' in node ? { comment: node.data } : {};
  });
}

function expectAsParse5(html: string): boolean {
  const tree = readPlainMarkup(html, MOST_NODES);
  if (tree)
    expect(pick(tree.childNodes)).toEqual(pick(parseFragment(escapeUnknownTags(html)).childNodes));
  return tree !== undefined;
}

const TAGS =
  `p p div div span font b strong i em u s small big sup sub del ins cite mark kbd code a ul ol li h2 h3 blockquote center figure
  figcaption section style br hr img table tr td pre nobr button P my-box o:p svg`.split(/\s+/);
const ATTRIBUTES = ['', ' class="a b"', ' cms-style="font-L"', ' alt="a>b"', '\n\tid="1"'].concat([
  ' alt="a&amp;b"',
  ' hidden',
  " id='x'",
  ' a="1" a="2"',
  '\u3000id="1"',
  ' alt="<foo"',
  '/',
  ' /',
]);
const TEXTS = [
  '文字',
  '\u3000\u3000文字',
  ' ',
  '\n',
  'a&nbsp;b',
  '&lt;p&gt;',
  '<!-- a -->',
  '<!---->',
].concat(
  [
    '&copy;',
    '&#65;',
    '&amp',
    'a & b',
    '<!-->',
    '<!--->a-->',
    '<!-- <p>x</p> -->',
    '<!-- <回购> <x -->',
  ],
  [
    '<!--a--!>b-->',
    '<!-- <!-->',
    '<!--a--->',
    '<!-- <pre> --><foo ',
    '<!doctype html>',
    '<?x?>',
    '<',
    '\0',
  ],
);
/** The first ones of a list are those that articles have; the others are rare, so that most markup can be read. */
const choose = (list: string[], common: number) =>
  fc.oneof(
    { weight: 40, arbitrary: fc.constantFrom(...list.slice(0, common)) },
    { weight: 1, arbitrary: fc.constantFrom(...list) },
  );

/** Markup whose elements are closed in turn, most of it such as articles have. */
const { nested } = fc.letrec<{ nested: string; element: string }>((tie) => ({
  nested: fc
    .array(fc.oneof(choose(TEXTS, 8), tie('element')), { maxLength: 5, depthIdentifier: 'nested' })
    .map((parts) => parts.join('')),
  element: fc
    .tuple(choose(TAGS, 32), choose(ATTRIBUTES, 5), tie('nested'))
    .map(([tag, attribute, inner]) =>
      /^(?:br|hr|img)$/.test(tag)
        ? `<${tag}${attribute}>`
        : `<${tag}${attribute}>${inner}</${tag}>`,
    ),
}));

/** Cuts a piece out of a text, or puts one into it. */
const damage = fc.tuple(
  fc.nat(),
  fc.nat(30),
  fc.constantFrom('', '', '<', '>', '</p>', '<p>', '"', '-', '&', 'x'),
);
function apply(text: string, [place, length, piece]: [number, number, string]): string {
  const from = place % (text.length + 1);
  return text.slice(0, from) + piece + text.slice(from + (piece === '' ? length : 0));
}

describe('readPlainMarkup', () => {
  test('reads the bodies of most articles', () => {
    expect(bodies.filter(expectAsParse5).length / bodies.length).toBeGreaterThan(0.5);
  });

  test('reads markup whose elements are closed in turn', () => {
    const samples = fc.sample(nested, { numRuns: 2000, seed: 1 });
    expect(samples.filter(expectAsParse5).length / samples.length).toBeGreaterThan(0.3);
  });

  test('leaves to parse5 what would not be read in the same way', () => {
    fc.assert(
      fc.property(soup, fc.option(damage), (html, hurt) => {
        expectAsParse5(hurt ? apply(html, hurt) : html);
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(nested, fc.option(damage), (html, hurt) => {
        expectAsParse5(hurt ? apply(html, hurt) : html);
      }),
      { numRuns: 3000 },
    );
    const body = fc.constantFrom(...bodies.map((text) => text.slice(0, 3000)));
    fc.assert(
      fc.property(body, damage, (html, hurt) => {
        expectAsParse5(apply(html, hurt));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['<p>a<p>b</p></p>', 'a paragraph that another one ends'],
    ['<p><div>a</div></p>', 'a block that ends a paragraph'],
    ['<a href="a">b<a href="c">d</a></a>', 'a link in a link'],
    ['<h2>a<h3>b</h3></h2>', 'a heading in a heading'],
    ['<li>a</li>', 'an item without a list'],
    ['<b>a<i>b</b>c</i>', 'crossing elements'],
    ['<p>a', 'no end'],
    ['a</p>', 'no beginning'],
    ['<p a="1" a="2">b</p>', 'an attribute given twice'],
    ['<p\u3000a="1">b</p>', 'white space that is none in HTML'],
    ['<p>&notit;</p>', 'a character by its name'],
    ['<!-->a-->', 'a comment that is over at once'],
    ['<!--a--!>b-->', 'a comment with another end'],
    ['<!-- <回购> <x -->', 'text that nobody escaped, in a comment'],
    ['<div/>a', 'a slash that closes nothing'],
    ['<td>a</td>', 'cells'],
    ['<pre>\na</pre>', 'a line break that is dropped'],
    ['<style>a</b></style>', 'an end tag in a style sheet'],
    ['<p>a\0</p>', 'NUL'],
  ])('%j is left to parse5: %s', (html) => {
    expect(readPlainMarkup(html, MOST_NODES)).toBeUndefined();
  });

  test('more elements than may be are left to parse5', () => {
    expect(readPlainMarkup('<br><!--a--><br>', 3)).toBeDefined();
    expect(readPlainMarkup('<br><!--a--><br>', 2)).toBeUndefined();
  });
});
