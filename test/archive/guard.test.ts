import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { cleanBody } from '../../src/archive/article/cleanBody.ts';
import { parseArticle } from '../../src/archive/article/parseArticle.ts';
import { decodeText } from '../../src/archive/content/decodeText.ts';
import { splitFrontMatter } from '../../src/archive/content/splitFrontMatter.ts';
import { parseBody } from '../../src/archive/html/parseBody.ts';
import type { ParentNode } from '../../src/archive/html/walkTree.ts';
import { writeHtml } from '../../src/archive/html/writeHtml.ts';
import { publishNothing } from '../support/publishNothing.ts';

const find = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const CORPORA = {
  fixtures: find('../fixtures/articles'),
  archive: find('../../../shared/archive'),
  'archive-other': find('../../../shared/archive-other'),
  cases: find('../../../shared/cases'),
};

type Parent = DefaultTreeAdapterTypes.ParentNode;
const NEVER_SHOWN =
  /^(?:style|script|template|head|title|canvas|map|datalist|applet|annotation|annotation-xml)$/;

/** The words that a browser can show of a tree; what stands for no script or no frame is markup within it. */
function readVisible(node: ParentNode | Parent): string {
  let text = '';
  for (const child of node.childNodes) {
    if ('value' in child) text += `${child.value}\n`;
    else if ('tagName' in child && /^(?:no\w+|iframe)$/.test(child.tagName))
      text += readVisible(parseFragment(readVisible(child)));
    else if ('tagName' in child && !NEVER_SHOWN.test(child.tagName)) text += readVisible(child);
  }
  return text;
}

/** Letters and digits that are in `from` more often than in `to`. */
function subtract(from: string, to: string): string {
  const counts = new Map<string, number>();
  for (const letter of to) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let rest = '';
  for (const letter of from.replace(/[^\p{L}\p{N}]/gu, '')) {
    const left = counts.get(letter) ?? 0;
    if (left > 0) counts.set(letter, left - 1);
    else rest += letter;
  }
  return rest;
}

const count = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').length;

/** Text in = text out + text reported, for each article of a corpus. */
describe.each(Object.entries(CORPORA))('%s (skipped where it is not there)', (_name, folder) => {
  test.skipIf(!existsSync(folder))('no word of a body is unaccounted for', () => {
    const lost: string[] = [];
    const sums = { in: 0, out: 0, reported: 0 };
    const names = (readdirSync(folder, { recursive: true }) as string[]).filter((name) =>
      name.endsWith('.md'),
    );
    for (const name of names) {
      const { text } = decodeText(readFileSync(join(folder, name)));
      const { header, body } = splitFrontMatter(name, text ?? '').value;
      const tree = parseBody(body);
      if (!tree) continue;
      const title = /^title: *'?(.*?)'?$/m.exec(header)?.[1] ?? '';
      const { blocks, dropped } = cleanBody(tree, title);
      const visible = readVisible(tree);
      const shown = readVisible(parseFragment(writeHtml(blocks, title)));
      const reported = dropped.map((each) => each.text).join('\n');
      sums.in += count(visible);
      sums.out += count(shown);
      sums.reported += count(reported);
      const rest = subtract(visible, shown + reported);
      if (rest !== '') lost.push(`${name}: ${rest.slice(0, 80)}`);
    }
    console.info(`text in ${sums.in}, out ${sums.out}, reported ${sums.reported}`);
    expect(lost).toEqual([]);
  });
});

const encoder = new TextEncoder();
const LONG = '市民们说，末班车推迟以后，夜里从城北回家不用再等到天亮，也不用和别人拼车。';

function report(body: string) {
  const file = encoder.encode(`---\ntitle: '夜班车'\ndate: 2022-05-20\n---\n${body}`);
  return parseArticle('甲/乙.md', file, publishNothing).problems.map(
    ({ outcome, reason }) => `${outcome}: ${reason.en}`,
  );
}

describe('what is left out', () => {
  test('is in the report, with the rule and its first words', () => {
    const body = `<p>${LONG}</p><p>${LONG}</p><p style="display:none">不给人看的话</p>`;
    expect(report(body)).toEqual([
      'dropped: hidden by its style: 6 characters left out: “不给人看的话”',
    ]);
  });

  test('is nothing where a rule would take more than a small part of the text', () => {
    expect(report(`<p>${LONG}</p><div hidden><p>${LONG}</p></div>`)).toEqual([
      'noticed: “hidden by its style” would have left out too much: nothing of it was left out',
    ]);
  });

  test('is nothing where a rule would take all pictures', () => {
    const picture = '<img src="https://pic.example/a.jpg">';
    expect(report(`<p>${LONG}</p><div hidden>${picture}</div>`)).toHaveLength(1);
    expect(report(`<p>${LONG}</p>${picture}<div hidden>${picture}</div>`)).toEqual([
      'dropped: hidden by its style: 1 pictures left out',
    ]);
  });

  test('is promotion of a template in any case, and told where it is more than a tenth of the text', () => {
    const promotion = '<div class="appendQr_wrap">扫码下载示例客户端</div>';
    expect(report(`<p>${LONG.repeat(3)}</p>${promotion}`)).toHaveLength(1);
    expect(report(`<p>短讯一则。</p>${promotion}`)).toEqual([
      'dropped: promotion of a site’s template: 9 characters left out: “扫码下载示例客户端”',
      'noticed: rules left out 9 of 14 characters (64 %)',
    ]);
  });

  test('is not called lost where nobody saw it, or where it is in the head', () => {
    const hidden = `<p style="display:none">${LONG.slice(0, 12)}</p>`;
    expect(report(`<p>${LONG}</p>${hidden}`)).toHaveLength(1);
    expect(report(`<p>${LONG}</p><p>（作者：示例报社记者张三李四王五）</p>`)).not.toContainEqual(
      expect.stringContaining('rules left out'),
    );
  });
});
