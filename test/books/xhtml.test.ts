// @vitest-environment jsdom
/** Any sanitized body becomes XHTML: well-formed, each element in its place, no word lost. */
import { describe, expect, test } from 'vitest';
import { encodeAddress } from '../../src/reader/books/encodeAddress.ts';
import { prepareBody } from '../../src/reader/books/prepareBody.ts';
import { writeXhtml } from '../../src/reader/books/writeXhtml.ts';
import { soup } from '../archive/randomMarkup.ts';
import fc from '../support/fastCheck.ts';
import { isDrill } from '../support/isDrill.ts';
import { hostileBodies } from './hostileBodies.ts';

const plan = { prefix: '', linkArticle: (id: string) => `a-${id}.xhtml` };

function write(html: string): string {
  return writeXhtml(prepareBody(html, plan).childNodes);
}

/** Reads XHTML as XML does, which ends at the first fault. */
function parseXml(xhtml: string): Element {
  const page = `<html xmlns="http://www.w3.org/1999/xhtml"><body>${xhtml}</body></html>`;
  const document = new DOMParser().parseFromString(page, 'application/xhtml+xml');
  const fault = document.querySelector('parsererror')?.textContent;
  if (fault) throw new Error(`${fault}\n${xhtml}`);
  return document.documentElement;
}

function readWords(node: Node): string {
  return [...(node.textContent ?? '').replace(/[^\p{Script=Han}\d]/gu, '')].sort().join('');
}

test.each(hostileBodies)('%#: is well-formed, with all its words', (html) => {
  expect(readWords(parseXml(write(html)))).toBe(readWords(prepareBody(html, plan)));
});

test('so is any markup', () => {
  fc.assert(
    fc.property(soup, (html) => {
      const words = readWords(prepareBody(html, plan));
      expect(readWords(parseXml(write(html)))).toBe(words);
    }),
    { numRuns: isDrill ? 5000 : 200 },
  );
});

describe('each element stands where it may', () => {
  test.each([
    [
      '<p>a<br>b<img src="https://a.example/1.png"></p>',
      '<p>a<br/>b<img src="https://a.example/1.png" alt=""/></p>',
    ],
    ['<span lang="ja">甲<p>乙</p>丙</span>', '<span lang="ja">甲 乙 丙</span>'],
    ['<ul>甲<li>乙</li></ul>', '<ul><li>甲</li><li>乙</li></ul>'],
    ['<dl><dd>乙</dd></dl>', '<dl><dt></dt><dd>乙</dd></dl>'],
    ['<dl><dt>甲</dt></dl>', '<dl><dt>甲</dt><dd></dd></dl>'],
    [
      '<figure><p>甲</p><figcaption>乙</figcaption><p>丙</p><figcaption>丁</figcaption></figure>',
      '<figure><p>甲</p><p>丙</p>丁<figcaption>乙</figcaption></figure>',
    ],
    ['<details><p>甲</p></details>', '<details><summary>…</summary><p>甲</p></details>'],
    [
      '<ruby>漢<rt>かん</rt>字<rt>じ</rt>尾</ruby>',
      '<ruby>漢<rp>（</rp><rt>かん</rt><rp>）</rp></ruby><ruby>字<rp>（</rp><rt>じ</rt><rp>）</rp></ruby>尾',
    ],
    ['<ruby>無</ruby>', '無'],
    [
      '<table><tbody><tr><td>1</td></tr></tbody><thead><tr><th><h2>头</h2></th></tr></thead></table>',
      '<table><thead><tr><th><p>头</p></th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>',
    ],
    ['<math alttext="坏"><mfrac><mi>a</mi></mfrac></math>', '坏'],
    [
      '<math><mi>a</mi></math>',
      '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>a</mi></math>',
    ],
    [
      '<ul><li value="3">甲</li></ul><ol type="i" start="2" reversed><li value="3">乙</li></ol>',
      '<ul><li>甲</li></ul><ol start="2" type="i" reversed="reversed"><li value="3">乙</li></ol>',
    ],
    [
      '<p lang="x_y" dir="up">甲</p><p lang="en-GB" dir="rtl">乙</p>',
      '<p>甲</p><p lang="en-GB" dir="rtl">乙</p>',
    ],
    [
      '<table><tr><td>1</td></tr></table><pre>a</pre>',
      '<table><tbody><tr><td>1</td></tr></tbody></table><pre>a</pre>',
    ],
  ])('%s', (html, xhtml) => expect(write(html)).toBe(xhtml));
});

describe('links', () => {
  test('within an article lead to its places, each of which is there once', () => {
    const html =
      '<p><a id="note-1" href="#note-2">1</a><a id="note-1">2</a><a href="#note-9">3</a></p><p><a id="note-2"></a></p>';
    const write = (prefix: string | undefined) =>
      writeXhtml(prepareBody(html, { ...plan, prefix }).childNodes);
    expect(write('x-')).toBe(
      '<p><a id="x-note-1" href="#x-note-2">1</a><a>2</a><a>3</a></p><p><a id="x-note-2"></a></p>',
    );
    expect(write(undefined)).not.toMatch(/id=|href=/);
  });

  test('to another article lead where the file says', () =>
    expect(write('<p><a href="a/aaaaaaaaaaaa">内</a></p>')).toContain(
      'href="a-aaaaaaaaaaaa.xhtml"',
    ));

  test.each([
    ['https://a.example/甲 乙|[1]^"', 'https://a.example/%E7%94%B2%20%E4%B9%99%7C%5B1%5D%5E%22'],
    ['https://a.example/%E7%zz?a=1&b=%', 'https://a.example/%E7%25zz?a=1&b=%25'],
    ['https://a.example/#a#b', 'https://a.example/#a%23b'],
    ['https://a.example/\ud800', 'https://a.example/'],
  ])('%s is an address for every device', (address, encoded) =>
    expect(encodeAddress(address)).toBe(encoded),
  );
});

test('nothing of the page stays: no styles, no targets, no loading', () => {
  const body = prepareBody(
    '<p><a href="https://a.example/">a</a><img src="archive/images/0.png" width="10" height="10"></p>',
    plan,
  );
  expect([...body.querySelectorAll('a, img')].flatMap((each) => each.getAttributeNames())).toEqual([
    'href',
    'rel',
    'width',
    'height',
    'alt',
    'src',
  ]);
  expect(body.querySelector('img')?.getAttribute('src')).toBe(
    `${window.location.origin}/archive/images/0.png`,
  );
});
