// @vitest-environment jsdom

import { describe, expect, it } from 'vitest';
import { findParagraph } from '../../src/reader/listen/createReader.ts';
import { listSentences, splitSentences } from '../../src/reader/listen/listSentences.ts';
import fc from '../support/fastCheck.ts';

const split = (text: string) =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('sentences to be read aloud', () => {
  it('end after 。！？； and the quotes behind them', () => {
    expect(split('他说：“走吧！”然后走了。真的？是；不是')).toEqual([
      '他说：“走吧！”',
      '然后走了。',
      '真的？',
      '是；',
      '不是',
    ]);
  });

  it('lose nothing and are never long', () => {
    expect(split('煤'.repeat(150)).map((piece) => piece.length)).toEqual([60, 60, 30]);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'煤价。，；！a “”'), maxLength: 400 }),
        (text) => {
          expect(split(text).join('')).toBe(text);
          expect(Math.max(0, ...split(text).map((piece) => piece.length))).toBeLessThanOrEqual(60);
        },
      ),
    );
  });

  it('come with their paragraphs, each text once', () => {
    const body = document.createElement('div');
    body.innerHTML =
      '<h2>题</h2><p>甲<b>一。</b>乙！</p><ul><li><p>丙</p></li><li>丁</li></ul><p>……</p><figure><figcaption>图</figcaption></figure>';
    const sentences = listSentences(body);
    expect(sentences.map(({ text, paragraph }) => `${paragraph} ${text}`)).toEqual([
      '0 题',
      '1 甲一。',
      '1 乙！',
      '2 丙',
      '3 丁',
      '5 图',
    ]);
    expect(sentences.map(({ range }) => range.toString())).toEqual([
      '题',
      '甲一。',
      '乙！',
      '丙',
      '丁',
      '图',
    ]);
    expect(findParagraph(sentences, 1, 1)).toBe(3);
    expect(findParagraph(sentences, 2, -1)).toBe(1);
    expect(findParagraph(sentences, 1, -1)).toBe(0);
    expect(findParagraph(sentences, 0, -1)).toBe(0);
    expect(findParagraph(sentences, 5, 1)).toBe(5);
  });
});
