import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/archive/article/parseArticle.ts';
import { publishNothing } from '../support/publishNothing.ts';

const DEPTH = 10_000;
const encoder = new TextEncoder();

/**
 * Broken editors nest elements without end; such an article has to come out with all its text, and quickly:
 * recursion overflows the stack at some thousand levels, and a look at the whole subtree on every level takes minutes.
 */
describe(`elements nested ${DEPTH} deep`, () => {
  test.each([
    ['<div>', '</div>'],
    ['<font>', '</font>'],
    ['<b>', '</b>'],
    ['<span>', '</span>'],
    ['<a href="https://bus.example/">', '</a>'],
    ['<blockquote>', '</blockquote>'],
    ['<ul><li>', '</li></ul>'],
    ['<dl><dd>', '</dd></dl>'],
    ['<table><tr><td>', '</td></tr></table>'],
    ['<pre>', '</pre>'],
    ['<h2><div>', '</div></h2>'],
    ['<figure><figcaption>', '</figcaption></figure>'],
    ['<details>', '</details>'],
    ['<svg>', '</svg>'],
    ['<x-box>', '</x-box>'],
    // Never closed.
    ['<blockquote>', ''],
    ['<table>', ''],
    ['<a href="https://finance.sina.com.cn/realstock/company/sh999001/nc.shtml">', ''],
    ['<ruby><rt>', ''],
  ])(
    '%s … %s',
    (open, close) => {
      const body = `<p>深处之前</p>${open.repeat(DEPTH)}深处的文字${close.repeat(DEPTH)}<p>深处之后</p>`;
      const { value } = parseArticle(
        'a/b.md',
        encoder.encode(`---\ntitle: 't'\n---\n${body}`),
        publishNothing,
      );
      const text = value?.html.replace(/<[^>]*>/g, '') ?? '';
      for (const words of ['深处之前', '深处的文字', '深处之后']) expect(text).toContain(words);
      expect(value?.html.length).toBeLessThan(20_000);
      // Takes less than half a second on an ordinary machine; what goes by the square of the depth takes minutes.
    },
    30_000,
  );
});
