// @vitest-environment jsdom
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/archive/article/parseArticle.ts';
import { sanitizeHtml } from '../../src/reader/article/sanitizeHtml.ts';
import { finishBody } from '../../src/reader/drawn/finishBody.ts';
import { MODEL_HTML } from '../../src/reader/drawn/modelArticle.ts';
import { markLatinText } from '../../src/reader/typography/markLatinText.ts';

const FOLDERS = [
  '../fixtures/articles',
  '../../../shared/archive',
  '../../../shared/archive-other',
];

/** As the app shows it, but for the width of pictures, which it sets by script. */
function buildAsApp(html: string): HTMLElement {
  const box = document.createElement('div');
  box.append(sanitizeHtml(html));
  for (const image of box.querySelectorAll('img')) image.removeAttribute('style');
  for (const image of box.querySelectorAll('img:not([width][height])'))
    image.classList.add('unsized');
  markLatinText(box);
  box.normalize();
  return box;
}

function buildAsPage(html: string): HTMLElement {
  const box = document.createElement('div');
  box.innerHTML = finishBody(html);
  for (const button of box.querySelectorAll('.table-button')) button.remove();
  box.normalize();
  return box;
}

function readArticles(folder: string): { name: string; html: string }[] {
  const place = join(import.meta.dirname, folder);
  if (!existsSync(place)) return [];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|html)$/.test(name))
    .flatMap((name) => {
      const { value } = parseArticle(name, readFileSync(join(place, name)), () => ({
        src: 'archive/images/a.png',
      }));
      return value ? [{ name, html: value.html }] : [];
    });
}

describe.each(FOLDERS)('a drawn page shows what the app shows: %s', (folder) => {
  const articles = readArticles(folder);

  test.skipIf(articles.length === 0)('(skipped where it is not there)', () => {
    for (const { name, html } of articles) {
      const [page, app] = [buildAsPage(html), buildAsApp(html)];
      if (!page.isEqualNode(app)) expect(page.innerHTML, name).toBe(app.innerHTML);
    }
  });
});

test.each([
  ['every element of the model', MODEL_HTML],
  ['long words beside references', `<p>a&amp;b ${'x&amp;y='.repeat(9)} &lt;b&gt;</p>`],
  ['a long word in code', `<pre>${'x'.repeat(60)}</pre><p><code>${'y/'.repeat(20)}</code></p>`],
  [
    'ranges, English, addresses and marks',
    '<p>2019年1—11月&amp;<strong>30%～40%</strong>，Wang’s A&amp;B team “甲”，见https://a.example/?a=1&amp;b=2，www.a.example。</p>' +
      '<p lang="en">An English one, www.a.example</p><p><code>let it = be</code><a href="https://b.example/">www.b.example</a></p>',
  ],
  [
    'headings and captions',
    '<h2>全国工业企业利润<strong>继续增长</strong>，1—11月 GDP Growth 良好</h2>' +
      '<figure><img src="https://a.example/a.png" alt=""><figcaption>码头上的远洋货轮 www.a.example</figcaption></figure>',
  ],
  [
    'letters in parts',
    '<ul><li>ab<p>cd</p><strong>e</strong></li><li>甲</li></ul><p class="center">abcde</p>',
  ],
  [
    'a table in a table',
    '<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table><table><tr><td>b</td></tr></table>',
  ],
  [
    'links',
    '<p><a href="a/abcdefgh2345">甲</a><a href="#note-1">1</a><a id="note-1">乙</a><a href="https://a.example/?a=1&amp;b=2">丙</a></p>',
  ],
  [
    'pictures',
    '<figure><img src="https://a.example/a.png?x=1&amp;y=2" alt="" width="3" height="4"><figcaption>甲</figcaption></figure><figure><img src="archive/images/a.png" alt=""></figure><p><img alt="无"></p>',
  ],
])('%s', (_, html) => {
  const [page, app] = [buildAsPage(html), buildAsApp(html)];
  if (!page.isEqualNode(app)) expect(page.innerHTML).toBe(app.innerHTML);
});

test('what was drawn can be sanitized again, and stays as it is', () => {
  const html =
    '<p>见<a href="a/abcdefgh2345">那篇</a>。</p><figure><img src="archive/images/a.png" alt=""></figure>' +
    MODEL_HTML;
  const drawn = buildAsPage(html);
  expect(buildAsApp(drawn.innerHTML).isEqualNode(drawn)).toBe(true);
});

test('tables are called by their captions, and told apart', () => {
  const table = (caption: string) =>
    `<table>${caption && `<caption>${caption}</caption>`}<tbody><tr><td>甲</td></tr></tbody></table>`;
  const html = ['', '表 <strong>1</strong> &lt;a&gt; "&amp;"', '', '表', '表'].map(table).join('');
  const names = (box: HTMLElement) =>
    [...box.querySelectorAll('.table-box')].map((each) => each.getAttribute('aria-label'));
  expect(names(buildAsApp(html))).toEqual(['表格', '表 1 <a> "&"', '表格 3', '表', '表 5']);
  expect(names(buildAsPage(html))).toEqual(names(buildAsApp(html)));
});

describe('the button below a table', () => {
  const table = (cell: string, columns: number) =>
    `<table><tbody><tr>${`<td>${cell}</td>`.repeat(columns)}</tr></tbody></table>`;

  test('is drawn where the table is likely to be wider than its column', () => {
    expect(finishBody(table('甲', 3))).not.toContain('table-button');
    expect(finishBody(table('甲乙丙丁', 5))).toContain('table-button is-narrow"');
    expect(finishBody(table('甲乙丙丁戊己庚辛', 6))).toContain('table-button"');
  });
});
