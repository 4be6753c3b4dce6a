/** What is said of an article in a sentence or two: its own, whole. */
import { describe, expect, test } from 'vitest';
import { buildDescription } from '../../src/archive/head/buildDescription.ts';

describe('a description', () => {
  const long = (length: number) => '字'.repeat(length);

  test.each([
    [
      'whole sentences only',
      `<p>${long(90)}。${long(60)}。${long(40)}。</p>`,
      `${long(90)}。${long(60)}。`,
    ],
    ['closing marks stay', `<p>“${long(90)}。”${long(90)}。</p>`, `“${long(90)}。”`],
    [
      'a long first sentence is cut behind a clause',
      `<p>${long(100)}，${long(100)}。</p>`,
      `${long(100)}…`,
    ],
    ['or where it has to be', `<p>${long(200)}。</p>`, `${long(159)}…`],
    ['no half characters', `<p>${long(158)}😀${long(9)}</p>`, `${long(158)}…`],
    [
      'a second paragraph, not captions, tables and cards',
      '<p>甲。</p><figure><figcaption>图</figcaption></figure><table><tr><td><p>表</p></td></tr></table><aside class="related"><p>相关</p></aside><p class="card">卡</p><p>乙。</p>',
      '甲。乙。',
    ],
    [
      'marks, breaks, ruby and notes',
      '<p><strong>甲</strong><br>乙<ruby>字<rp>(</rp><rt>zì</rt><rp>)</rp></ruby>10<sup>6</sup><sup><a href="#note-1">1</a></sup>&lt;b&gt; &amp;amp;</p>',
      '甲 乙字10⁶<b> &amp;',
    ],
    ['no paragraph', '<figure><img src="x"></figure>', ''],
  ])('%s', (_name, html, text) => expect(buildDescription(html)).toBe(text));
});
