import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/archive/article/parseArticle.ts';
import { type Block, MARKS, type Run } from '../../src/archive/html/blocks.ts';
import { writeHtml } from '../../src/archive/html/writeHtml.ts';
import { ARTICLE_CLASSES, ARTICLE_ELEMENTS } from '../../src/model/articleHtml.ts';
import fc from '../support/fastCheck.ts';
import { publishNothing } from '../support/publishNothing.ts';
import { listVisible, soup } from './randomMarkup.ts';

type Parent = DefaultTreeAdapterTypes.ParentNode;
const RUNS = { numRuns: 400 };
const squash = (text: string) => text.replace(/[\s\u200b\u200c\u2060\ufeff\u00ad]+/g, '');

function readText(node: Parent): string {
  return node.childNodes
    .map((child) => ('value' in child ? child.value : 'childNodes' in child ? readText(child) : ''))
    .join('');
}

/** Says what in the HTML is not in the contract of src/model/articleHtml.ts. */
function findForeign(node: Parent): string[] {
  return node.childNodes.flatMap((child) => {
    if ('data' in child) return ['comment'];
    if (!('tagName' in child)) return [];
    const allowed = ARTICLE_ELEMENTS[child.tagName];
    const own = child.attrs.flatMap(({ name, value }) => {
      if (name === 'class') return ARTICLE_CLASSES.includes(value) ? [] : [`class ${value}`];
      if (!allowed?.includes(name)) return [`${child.tagName} ${name}`];
      const isAddress = name === 'href' || name === 'src';
      return isAddress && !/^(?:https?:\/\/|archive\/images\/|#note-\d+$)/.test(value)
        ? [value]
        : [];
    });
    return [...(allowed ? [] : [child.tagName]), ...own, ...findForeign(child)];
  });
}

const wild = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    '<script>',
    '</p>',
    '"onload="',
    '&lt;',
    '&amp;#60;',
    '<!--',
    ']]>',
    "'",
    '末班车',
    '\u2028',
    '\u202e',
  ),
);
/** The pipeline's reader lets no control characters or blanks at the ends into a run. */
const words = wild.map((text) => `文${text.replace(/[\p{Cc}\p{Z}\ufeff\u00ad]/gu, '')}`);
const run: fc.Arbitrary<Run> = fc.record(
  {
    text: words,
    marks: fc.subarray([...MARKS]),
    href: fc.webUrl({ validSchemes: ['http', 'https'] }),
  },
  { requiredKeys: ['text', 'marks'] },
);
const runs = fc.array(run, { minLength: 1, maxLength: 4 });
const cell = fc.record({
  runs,
  isHeader: fc.boolean(),
  colspan: fc.nat(3),
  rowspan: fc.nat(3),
  indent: fc.nat(4),
});
const image = fc
  .record({ src: fc.webUrl(), alt: wild })
  .map((picture) => ({ ...picture, width: 9, height: 9 }));
const flat: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), runs, classes: wild }),
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.integer({ min: 2, max: 4 }),
    runs,
    align: fc.constant('center' as const),
  }),
  fc.record({ kind: fc.constant('figure' as const), image, caption: runs }),
  fc.record({
    kind: fc.constant('table' as const),
    caption: runs,
    rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('pre' as const),
    text: fc.string({ unit: 'grapheme' }).map((text) => `x${text.replace(/[\r\0]/g, '')}`),
  }),
  fc.constant({ kind: 'rule' as const }),
);
const nested: fc.Arbitrary<Block> = fc.oneof(
  flat,
  fc.record({
    kind: fc.constant('quote' as const),
    blocks: fc.array(flat, { minLength: 1, maxLength: 3 }),
    isRelated: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('details' as const),
    summary: runs,
    blocks: fc.array(flat, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('definitions' as const),
    entries: fc.array(
      fc.record({
        isTerm: fc.boolean(),
        blocks: fc.array(flat, { minLength: 1, maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.record({
    kind: fc.constant('list' as const),
    isOrdered: fc.boolean(),
    start: fc.nat(9),
    items: fc.array(fc.array(flat, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
  }),
);

const textOfRuns = (list: readonly Run[]) => list.map(({ text }) => text).join('');
function textOfBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return textOfRuns(block.runs);
    case 'figure':
      return textOfRuns(block.caption);
    case 'pre':
      return block.text;
    case 'definitions':
      return block.entries.flatMap(({ blocks }) => blocks.map(textOfBlock)).join('');
    case 'details':
      return textOfRuns(block.summary) + block.blocks.map(textOfBlock).join('');
    case 'quote':
      return block.blocks.map(textOfBlock).join('');
    case 'list':
      return block.items.flat().map(textOfBlock).join('');
    case 'table':
      return (
        textOfRuns(block.caption) +
        block.rows
          .flat()
          .map((each) =>
            each.blocks ? each.blocks.map(textOfBlock).join('') : textOfRuns(each.runs),
          )
          .join('')
      );
    case 'media':
    case 'rule':
      return '';
  }
}

describe('writeHtml', () => {
  /** Whatever stands in the runs, a browser's parser reads the same text back: nothing is markup that was text. */
  test('what it writes is read back as the same text', () => {
    fc.assert(
      fc.property(fc.array(nested, { maxLength: 6 }), fc.string(), (blocks, title) => {
        const tree = parseFragment(writeHtml(blocks, title));
        expect(squash(readText(tree))).toBe(squash(blocks.map(textOfBlock).join('')));
        expect(findForeign(tree)).toEqual([]);
      }),
      RUNS,
    );
  });
});

const encoder = new TextEncoder();
const parseBody = (body: string) =>
  parseArticle('甲/乙.md', encoder.encode(`---\ntitle: '题目'\n---\n${body}`), publishNothing);

describe('parseArticle on random markup', () => {
  test('never throws, and writes only what the contract allows', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 200 })), (body) => {
        const { value } = parseBody(body);
        expect(findForeign(parseFragment(value?.html ?? ''))).toEqual([]);
        expect(value?.html ?? '').not.toMatch(/暗藏文字|<(p|li|figcaption|h\d)>\s*<\/\1>/);
      }),
      { numRuns: 800 },
    );
  });

  /** The oracle: text nodes as a browser's parser sees them, outside of what is never shown. */
  test('loses no visible text', () => {
    fc.assert(
      fc.property(soup, (body) => {
        const { value } = parseBody(body);
        const shown = squash(readText(parseFragment(value?.html ?? '')));
        const lost = listVisible(parseFragment(body)).filter((text) => !shown.includes(text));
        expect(lost).toEqual([]);
      }),
      { numRuns: 800 },
    );
  });

  test('random bytes never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { value, problems } = parseArticle('甲/乙.md', bytes, publishNothing);
        expect(value !== undefined || problems.some(({ outcome }) => outcome === 'rejected')).toBe(
          true,
        );
      }),
      RUNS,
    );
  });

  test('random front matter never throws and runs nothing', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'title: ',
        'date: ',
        'categories:',
        ' - ',
        '- ',
        '&a ',
        '*a',
        '!!js/function ',
        '"',
        "'",
        '[',
        ']',
        '{',
        '}',
        ': ',
        '|',
        '>',
        '---',
        '\t',
        '\n',
        '\n',
        '#',
        '%',
        '@',
        '`',
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (parts) => {
        const { value } = parseArticle(
          '甲/乙.md',
          encoder.encode(`---\n${parts.join('')}\n---\n<p>正文</p>`),
          publishNothing,
        );
        expect(value?.html).toContain('正文');
        expect(value?.title).not.toBe('');
        expect(value?.category).not.toBe('');
      }),
      { numRuns: 800 },
    );
  });
});
