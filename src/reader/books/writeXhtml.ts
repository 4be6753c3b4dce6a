import { ARTICLE_ELEMENTS, MATH_ELEMENTS } from '../../model/articleHtml.ts';
import { encodeAddress } from './encodeAddress.ts';
import { isWholeFormula } from './isWholeFormula.ts';
import { shapeChildren, type XhtmlPlace } from './shapeXhtml.ts';

/** A whole page's. */
export const FLOW: XhtmlPlace = { isInline: false, isInLink: false, hasNoHeadings: false };

/** Stand among words. */
const INLINE = new Set(
  'a strong em code sup sub del u mark ruby rt rp br wbr img span math'.split(' '),
);
/** Hold nothing but words and what stands among them. `a` and `del` hold what their place does. */
const HOLDS_INLINE = new Set(
  'p h2 h3 h4 span strong em code sup sub u mark ruby rt rp pre summary caption'.split(' '),
);
/** Have a place only in others, which `shapeChildren` gives them. */
const PARTS = new Set('li dt dd figcaption summary caption thead tbody tr th td rt rp'.split(' '));
const VOID = new Set(['br', 'hr', 'img', 'wbr']);

/**
 * Writes sanitized nodes as XHTML that fits the schema which EPUB holds it against (XHTML5): well-formed, and each
 * element where it may stand. What has no place leaves its words.
 */
export function writeXhtml(nodes: Iterable<Node>, place: XhtmlPlace = FLOW): string {
  return [...nodes].map((node) => writeNode(node, place)).join('');
}

/** Escapes a text for XML, in an element or in double quotes; what XML can't hold is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function writeNode(node: Node, place: XhtmlPlace): string {
  if (node.nodeType === 3) return escapeXml(node.textContent ?? '');
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  const { localName: name } = element;
  if (name === 'math') return writeFormula(element);
  const isKnown = (Object.hasOwn(ARTICLE_ELEMENTS, name) && !isMathName(name)) || name === 'wbr';
  const isInline = INLINE.has(name);
  const isOut =
    PARTS.has(name) || (place.isInline && !isInline) || (place.isInLink && name === 'a');
  if (!isKnown || isOut) {
    const words = writeXhtml(element.childNodes, place);
    // Words of two blocks must not run together.
    return isInline || !place.isInline ? words : ` ${words} `;
  }
  return writeElement(place.hasNoHeadings && /^h\d$/.test(name) ? 'p' : name, element, place);
}

function writeElement(name: string, element: Element, place: XhtmlPlace): string {
  const start = `<${name}${writeAttributes(name, element)}`;
  if (VOID.has(name)) return `${start}/>`;
  const within = {
    isInline: HOLDS_INLINE.has(name) || ((name === 'a' || name === 'del') && place.isInline),
    isInLink: place.isInLink || name === 'a',
    hasNoHeadings: place.hasNoHeadings || name === 'th' || name === 'dt',
  };
  const shape = shapeChildren(name, element, {
    writeNodes: (nodes) => writeXhtml(nodes, within),
    writePart: (part) => writeElement(part.localName, part, within),
  });
  if (!shape) return `${start}>${writeXhtml(element.childNodes, within)}</${name}>`;
  const { before = '', inner, after = '' } = shape;
  const whole = inner === undefined ? '' : `${start}>${inner}</${name}>`;
  return `${before}${whole}${after}`;
}

/** MathML has rules of its own, which only whole formulas keep; of others the words are left. */
function writeFormula(math: Element): string {
  if (!isWholeFormula(math))
    return escapeXml(math.getAttribute('alttext') ?? math.textContent ?? '');
  const write = (node: Node): string => {
    if (node.nodeType === 3) return escapeXml(node.textContent ?? '');
    if (node.nodeType !== 1) return '';
    const { localName: name, childNodes } = node as Element;
    const space = name === 'math' ? ' xmlns="http://www.w3.org/1998/Math/MathML"' : '';
    const attributes = writeAttributes(name, node as Element);
    return `<${name}${space}${attributes}>${[...childNodes].map(write).join('')}</${name}>`;
  };
  return write(math);
}

function isMathName(name: string): boolean {
  return Object.hasOwn(MATH_ELEMENTS, name);
}

/** What each attribute may say; one that isn't named here may say anything. */
const VALUES: Readonly<Record<string, RegExp>> = {
  lang: /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i,
  dir: /^(?:ltr|rtl|auto)$/,
  start: /^-?\d{1,9}$/,
  value: /^-?\d{1,9}$/,
  type: /^[1aAiI]$/,
  scope: /^(?:row|col|rowgroup|colgroup)$/,
  colspan: /^[1-9]\d{0,2}$/,
  rowspan: /^[1-9]\d{0,4}$/,
  width: /^[1-9]\d{0,4}$/,
  height: /^[1-9]\d{0,4}$/,
};
const BARE = new Set(['open', 'reversed']);

function writeAttributes(name: string, element: Element): string {
  const isMath = isMathName(name);
  const names = ['class', ...(name === 'a' ? ['id'] : []), ...(ARTICLE_ELEMENTS[name] ?? [])];
  const written = [...new Set(names)].flatMap((each): string[] => {
    const value = element.getAttribute(each);
    if (value === null || (each === 'class' && value === '')) return [];
    if (each === 'value' && element.parentElement?.localName !== 'ol') return [];
    if (BARE.has(each)) return [` ${each}="${each}"`];
    if (!isMath && VALUES[each]?.test(value) === false) return [];
    return [` ${each}="${escapeXml(each === 'href' ? encodeAddress(value) : value)}"`];
  });
  const alt = name === 'img' && !element.hasAttribute('alt') ? ' alt=""' : '';
  return `${written.join('')}${alt}`;
}
