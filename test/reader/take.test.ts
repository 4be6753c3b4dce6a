// @vitest-environment jsdom

import { describe, expect, it } from 'vitest';
import { buildMarkdown } from '../../src/reader/books/buildMarkdown.ts';
import {
  buildBibtex,
  buildGbt7714,
  buildQuote,
  buildRis,
} from '../../src/reader/export/citations.ts';
import { buildFragment, findPassage } from '../../src/reader/export/sentenceLink.ts';
import fc from '../support/fastCheck.ts';

/** Builds elements of what only this test writes. */
function build(html: string): HTMLElement {
  const body = document.createElement('div');
  body.innerHTML = html;
  document.body.replaceChildren(body);
  return body;
}

describe('Markdown of an article', () => {
  it.each([
    ['<h2>一</h2><p>甲<strong>乙</strong><em>丙</em><br>丁</p>', '## 一\n\n甲**乙***丙*\\\n丁'],
    ['<p>1_000*2 [x] &lt;y&gt;</p>', '1\\_000\\*2 \\[x\\] \\<y\\>'],
    ['<p># 不是标题</p>', '\\# 不是标题'],
    ['<p><a href="https://a.example/b_(c)">链接</a></p>', '[链接](https://a.example/b_%28c%29)'],
    ['<ol start="3"><li>甲</li><li>乙</li></ol>', '3. 甲\n4. 乙'],
    ['<ul><li><p>甲</p><ul><li>乙</li></ul></li></ul>', '- 甲\n  \n  - 乙'],
    ['<blockquote><p>甲</p><p>乙</p></blockquote>', '> 甲\n> \n> 乙'],
    ['<pre><code>a  b\n*c*</code></pre>', '```\na  b\n*c*\n```'],
    [
      '<figure><img src="https://a.example/1.png" alt="山"><figcaption>图一</figcaption></figure>',
      '![山](https://a.example/1.png)\n\n*图一*',
    ],
    [
      '<table><thead><tr><th>年</th><th>量</th></tr></thead><tbody><tr><td>一|二</td><td>3</td></tr></tbody></table>',
      '| 年 | 量 |\n| --- | --- |\n| 一\\|二 | 3 |',
    ],
    ['<table><tr><td colspan="2">甲</td></tr></table>', '|  |  |\n| --- | --- |\n| 甲 |  |'],
    ['<hr><p>甲</p>', '---\n\n甲'],
  ])('of %s', (html, markdown) => {
    expect(buildMarkdown(build(html))).toBe(markdown);
  });
});

describe('citations', () => {
  const article = {
    id: 'abcdefghijkl',
    title: '煤价 50% 的{波动}',
    source: '示例财经',
    publishedAt: '2022-05-20T18:10:02Z',
    reporter: '示例社记者 甲、乙',
  };
  const cited = { article, address: 'https://a.example/a/abcdefghijkl', today: '2026-01-31' };

  it('by GB/T 7714, with and without author and date', () => {
    expect(buildGbt7714(cited)).toBe(
      '甲, 乙. 煤价 50% 的{波动}[EB/OL]. 示例财经, (2022-05-21)[2026-01-31]. https://a.example/a/abcdefghijkl.',
    );
    const { reporter: _, publishedAt: __, ...bare } = article;
    expect(buildGbt7714({ ...cited, article: bare })).toBe(
      '示例财经. 煤价 50% 的{波动}[EB/OL]. [2026-01-31]. https://a.example/a/abcdefghijkl.',
    );
  });

  it('as BibTeX and RIS', () => {
    expect(buildBibtex(cited)).toBe(
      [
        '@online{abcdefghijkl,',
        '  title = {煤价 50\\% 的波动},',
        '  author = {{甲} and {乙}},',
        '  organization = {示例财经},',
        '  date = {2022-05-21},',
        '  url = {https://a.example/a/abcdefghijkl},',
        '  urldate = {2026-01-31},',
        '  langid = {chinese},',
        '}',
        '',
      ].join('\n'),
    );
    expect(buildRis(cited).split('\r\n')).toEqual([
      'TY  - NEWS',
      'TI  - 煤价 50% 的{波动}',
      'AU  - 甲',
      'AU  - 乙',
      'T2  - 示例财经',
      'DA  - 2022/05/21',
      'UR  - https://a.example/a/abcdefghijkl',
      'Y2  - 2026/01/31',
      'LA  - zh',
      'ID  - abcdefghijkl',
      'ER  - ',
      '',
    ]);
  });

  it('a passage with its source', () => {
    expect(buildQuote(' 第一句。\n 第二句。 ', cited)).toBe(
      '“第一句。\n第二句。”\n——《煤价 50% 的{波动}》，示例财经，2022-05-21\nhttps://a.example/a/abcdefghijkl',
    );
  });
});

describe('the link to a passage', () => {
  const html =
    '<p>今天<strong>下雨</strong>，明天也下雨。</p><p>今天下雨，后天放晴，大家都很高兴地出门去了。</p>';

  it('leads to any passage again, at another place in another build too', () => {
    const text = build(html).textContent ?? '';
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 40 }), (start, length) => {
        const body = build(html);
        const range = selectText(body, start, Math.min(text.length, start + length));
        const words = range.toString(); // a range forgets its words when its body leaves the document
        const fragment = buildFragment(body, range) ?? '';
        expect(findPassage(body, fragment)?.toString()).toBeDefined();
        const rebuilt = build(
          `<h2>新的开头</h2>${html.replaceAll('<strong>', '\n<em>').replaceAll('</strong>', '</em>')}`,
        );
        const found = findPassage(rebuilt, fragment)?.toString().replace(/\s/g, '') ?? '';
        // A short passage that occurs earlier too is found there; its words are the same.
        expect(found.startsWith(words.slice(0, 10))).toBe(true);
        if (words.length > 12) expect(found).toBe(words);
      }),
    );
  });

  it.each(['', '#', '#s=', '#s=%', '#s=没有这些字', '#t=今天'])(
    'finds nothing for %j',
    (fragment) => {
      expect(findPassage(build(html), fragment)).toBeUndefined();
    },
  );
});

function selectText(body: HTMLElement, start: number, end: number): Range {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let at = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const next = at + node.data.length;
    if (start >= at && start < next) range.setStart(node, start - at);
    if (end > at && end <= next) range.setEnd(node, end - at);
    at = next;
  }
  return range;
}
