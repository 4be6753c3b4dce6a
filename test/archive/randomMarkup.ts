import type { DefaultTreeAdapterTypes } from 'parse5';
import fc from '../support/fastCheck.ts';

type Parent = DefaultTreeAdapterTypes.ParentNode;

/**
 * Markup as scraped pages have it: known and unknown elements, unclosed, crossing, with attributes that matter to the
 * pipeline.
 */
const tags =
  `p div span b strong i em u a font blockquote ul ol li table tbody tr td th caption h1 h2 h3 h4 pre code br hr img section article
  figure figcaption dl dt dd center sup sub ruby rt my-box o:p el-amap svg math form details summary`.split(
    /\s+/,
  );
const attributes = fc.constantFrom(
  '',
  '',
  '',
  ' class="img_wrapper"',
  ' class="img_descr"',
  ' cms-style="font-L strong-Bold align-Center color210"',
  ' style="text-align:right;color:red"',
  ' align="center"',
  ' href="https://bus.example/a?b=1&c=2"',
  ' href="javascript:alert(1)"',
  ' src="https://n.sinaimg.cn/a/w300h200/b.jpg"',
  ' src="a.png"',
  ' onclick="alert(1)"',
  ' id="x"',
  ' colspan="9999999"',
  ' start="-5"',
  ' width="0"',
  ' alt="a"b"c"',
  ' data-original="//pic.example/a.jpg"',
);
/** Each piece of text is its own, so that it can be looked for. No piece reads like a credit, an advert or a title. */
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constant('文字#号，') },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...tags), attributes)
      .map(([tag, attribute]) => `<${tag}${attribute}>`),
  },
  { weight: 2, arbitrary: fc.constantFrom(...tags).map((tag) => `</${tag}>`) },
  fc.constantFrom(
    ' ',
    '　　',
    '\n',
    '&nbsp;',
    '&amp;',
    '&lt;b&gt;',
    '<!-- note -->',
    '<!--article_adlist[<p>暗藏文字</p>]article_adlist-->',
    '<br><br>',
    '<',
    '《关于<回购>的议案》',
    '<style>.a&#123;b:c&#125;</style>',
    '<script>暗藏文字()</script>',
    '<div class="app-kaihu-qr">暗藏文字</div>',
  ),
);
export const soup = fc
  .array(piece, { maxLength: 40 })
  .map((pieces) => pieces.map((text, index) => text.replace('#', String(index))).join(''));

const NEVER_SHOWN = new Set(['style', 'script', 'template', 'noscript', 'svg', 'math']);

/**
 * Marked words of the visible text; each is looked for by itself, since blocks may be parted or reordered (a caption,
 * a table's picture).
 */
export function listVisible(node: Parent): string[] {
  return node.childNodes.flatMap((child) => {
    if ('value' in child) return child.value.match(/文字\d+号，|《关于|回购|的议案》/g) ?? [];
    if (!('tagName' in child) || NEVER_SHOWN.has(child.tagName)) return [];
    return child.attrs.some(({ value }) => value === 'app-kaihu-qr') ? [] : listVisible(child);
  });
}
