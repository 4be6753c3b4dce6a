// @vitest-environment jsdom
/** The plain text in which notes count: the same from the archive's HTML and from the page, in any script. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sanitizeHtml } from '../../src/reader/article/sanitizeHtml.ts';
import { buildPlainText } from '../../src/reader/marking/plainText.ts';
import { buildRanges, findOffset, readBodyText } from '../../src/reader/marking/readBodyText.ts';
import { originals } from '../../src/reader/settings/originals.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/articles');

function show(html: string): HTMLElement {
  const body = document.createElement('div');
  body.append(sanitizeHtml(html));
  return body;
}

function readAgain(ranges: readonly Range[]): string {
  return ranges.map((range) => range.toString()).join('|');
}

test('each article of the examples has the same text in its file and on the page', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  expect(files.length).toBeGreaterThan(300);
  for (const name of files) {
    const { html } = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as { html?: string };
    if (html === undefined) continue;
    expect(readBodyText(show(html)).text, name).toBe(buildPlainText(html));
  }
});

const HTML =
  '<p>　第一段<strong>要点</strong>在此。</p><figure><img src="https://a.example/b.png" alt=""><figcaption>图 注</figcaption></figure><table><tbody><tr><td>甲</td><td>乙</td></tr></tbody></table><p>末段<br>换行</p>';

test('a passage over paragraphs, captions and cells is found in the page', () => {
  const body = show(HTML);
  const button = document.createElement('button');
  button.textContent = '展开表格';
  body.querySelector('.table-box')?.after(button);
  const read = readBodyText(body);
  expect(read.text).toBe('第一段要点在此。\n图 注\n甲\n乙\n末段 换行');
  const at = (words: string) => read.text.indexOf(words);
  expect(readAgain(buildRanges(read, at('要点'), at('乙') + 1))).toBe('要点|在此。|图 注|甲|乙');
  expect(readAgain(buildRanges(read, at('点在'), at('在此') + 1))).toBe('点|在');
  const strong = body.querySelector('strong')?.firstChild as Text;
  expect(findOffset(read, strong, 1)).toBe(at('点'));
  expect(findOffset(read, body, 1)).toBe(at('图'));
  expect(findOffset(read, body, body.childNodes.length)).toBe(read.text.length);
});

test('what is shown in another script is read, and found, as it is written', () => {
  const body = show('<p>后面的发展</p>');
  const text = body.querySelector('p')?.firstChild as Text;
  originals.set(text, { original: text.data, converted: '後面的發展' });
  text.data = '後面的發展';
  const read = readBodyText(body);
  expect(read.text).toBe('后面的发展');
  expect(readAgain(buildRanges(read, 3, 5))).toBe('發展');
});
