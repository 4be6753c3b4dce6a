// @vitest-environment jsdom
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/archive/article/parseArticle.ts';
import { sanitizeHtml } from '../../src/reader/article/sanitizeHtml.ts';
import { isDrill } from '../support/isDrill.ts';
import { publishNothing } from '../support/publishNothing.ts';
import { readFile, readPayloads } from './readPayloads.ts';

/**
 * Elements that the sanitizer drops with their words: programs, what stands for them, other languages than HTML, and
 * what is shown only where something else fails. The words of every other element are kept.
 */
const DROPPED = new Set(
  'script style template noscript noembed noframes iframe audio video svg math title xmp plaintext head'.split(
    ' ',
  ),
);

const FOLDER = join(import.meta.dirname, '../../../shared/archive');
const isThere = existsSync(FOLDER);

function parse(html: string): HTMLElement {
  return new DOMParser().parseFromString(`<body>${html}`, 'text/html').body;
}

function sanitize(html: string): HTMLElement {
  const box = document.createElement('div');
  box.append(sanitizeHtml(html));
  return box;
}

function readVisible(node: Node): string {
  let text = '';
  for (const child of node.childNodes) {
    if (child instanceof Text) text += child.data;
    else if (child instanceof Element && !DROPPED.has(child.localName)) text += readVisible(child);
  }
  return text;
}

/** Apart from the order of attributes, which means nothing. */
function isStable(html: string): boolean {
  const once = sanitize(html);
  const twice = sanitize(once.innerHTML);
  once.normalize();
  twice.normalize();
  return twice.isEqualNode(once);
}

const squash = (text: string) => text.replace(/\s+/g, '');

function readArticles(): string[] {
  if (!isThere) return [];
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map(
      (name) =>
        parseArticle(name, readFileSync(join(FOLDER, name)), publishNothing).value?.html ?? '',
    );
}

/** Every fourth; all of them with `npm run drill -- sanitizing`. */
const payloads = readPayloads().filter((_, index) => isDrill || index % 4 === 0);
const fixtures = readFile('dompurify.json', (_, n) => `dompurify ${n}`);
const textBearing = fixtures.filter(({ markup }) => squash(readVisible(parse(markup))) !== '');

describe('the sanitizer and the attacks', () => {
  test('keeps the words of each, but for those of the elements that it drops', () => {
    const lost = payloads
      .map(({ name, markup }) => ({
        name,
        kept: squash(sanitize(markup).textContent ?? ''),
        visible: squash(readVisible(parse(markup))),
      }))
      .filter(({ kept, visible }) => !kept.includes(visible));
    process.stdout.write(
      `words kept: ${payloads.length - lost.length} of ${payloads.length}; ${textBearing.length} of ${fixtures.length} published ones bear text\n`,
    );
    expect(lost).toEqual([]);
  });

  test('twice is the same as once', () => {
    for (const { name, markup } of payloads) {
      expect(isStable(markup), name).toBe(true);
    }
  });
});

describe.skipIf(!isThere)(
  "the sanitizer and real articles (skipped where ../shared/archive isn't there)",
  () => {
    const articles = readArticles();

    test('removes nothing of what the build wrote', () => {
      expect(articles).toHaveLength(34);
      let count = 0;
      for (const html of articles) {
        const before = parse(html);
        const after = sanitize(html);
        const names = (root: Element) =>
          [...root.querySelectorAll('*')].map(({ localName }) => localName);
        // The reader adds some: links, boxes, places to break.
        const left = names(after);
        const missing = names(before).filter((name) => {
          const at = left.indexOf(name);
          left.splice(0, at + 1);
          return at < 0;
        });
        expect(missing).toEqual([]);
        expect(after.textContent).toBe(before.textContent);
        count += names(before).length;
      }
      process.stdout.write(`0 of ${count} elements of ${articles.length} real articles removed\n`);
    });

    test('twice is the same as once', () => {
      for (const html of articles) {
        const once = sanitize(html).innerHTML;
        expect(sanitize(once).innerHTML).toBe(once);
      }
    });
  },
);
