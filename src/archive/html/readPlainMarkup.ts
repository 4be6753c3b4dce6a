import { escapeUnknownTags } from './escapeUnknownTags.ts';
import type { ElementNode, ParentNode } from './walkTree.ts';

/** Elements without content. */
const VOID = new Set(['br', 'hr', 'img']);
/** Elements that would end an open paragraph (HTML, 13.2.6.4.7, “in body”). */
const BLOCKS = new Set(
  `p div section article aside main header footer blockquote center figure figcaption ul ol li hr
  h1 h2 h3 h4 h5 h6`.split(/\s+/),
);
const HEADING = /^h[1-6]$/;
/** Elements within a line. */
const INLINE = new Set(
  'a span font b strong i em u s small big sup sub del ins cite mark kbd code br img'.split(' '),
);

const START_TAG = /<([a-z][a-z0-9]*)((?:[ \t\n\f]+[a-z][a-z0-9-]*="[^"&<]*")*)[ \t\n\f]*(\/?)>/y;
const ATTRIBUTE = /[ \t\n\f]+([a-z0-9-]+)="([^"]*)"/y;
const COMMENT_START = '<!--';
const STYLE_END = '</style>';
/** In a comment, these would stand in the way of escapeUnknownTags. */
const RAW_TAG = /<\/?(?:pre|script|style|textarea|title|xmp|iframe|noembed|noframes|plaintext)/i;

/**
 * Reads the markup of most articles, in which nothing has to be mended: known elements, each closed in its turn,
 * attributes in double quotes. Gives the tree that parse5 makes of it in a fraction of the time, and undefined for
 * everything else. Whatever is in doubt is not read: it costs no more than that time. `most`: elements and comments
 * that may be in it.
 */
export function readPlainMarkup(html: string, most: number): ParentNode | undefined {
  if (html.includes('\0') || html.includes('\r')) return undefined;
  const root: ParentNode = { childNodes: [] };
  const open: ElementNode[] = [];
  let nodes = root.childNodes;
  let count = 0;
  for (let position = 0; position < html.length; ) {
    const tag = html.indexOf('<', position);
    const end = tag === -1 ? html.length : tag;
    if (end > position) {
      const value = decodeText(html.slice(position, end));
      if (value === undefined) return undefined;
      nodes.push({ value });
    }
    if (tag === -1) break;

    if (html.startsWith('</', tag)) {
      const name = open.pop()?.tagName;
      if (name === undefined || !html.startsWith(name, tag + 2)) return undefined;
      if (html[tag + 2 + name.length] !== '>') return undefined;
      nodes = (open.at(-1) ?? root).childNodes;
      position = tag + name.length + 3;
      continue;
    }
    count++;
    if (count > most) return undefined;
    if (html.startsWith(COMMENT_START, tag)) {
      const data = readComment(html, tag + COMMENT_START.length);
      if (data === undefined) return undefined;
      nodes.push({ data });
      position = tag + COMMENT_START.length + data.length + 3;
      continue;
    }

    START_TAG.lastIndex = tag;
    const match = START_TAG.exec(html);
    if (!match) return undefined;
    const [text, tagName = '', attributes = '', slash] = match;
    position = tag + text.length;
    const attrs = attributes === '' ? [] : readAttributes(attributes);
    if (!attrs) return undefined;
    const element: ElementNode = { tagName, attrs, childNodes: [] };
    nodes.push(element);
    if (tagName === 'style' && !slash) {
      const close = html.indexOf('</', position);
      if (close === -1 || !html.startsWith(STYLE_END, close)) return undefined;
      if (close > position) element.childNodes.push({ value: html.slice(position, close) });
      position = close + STYLE_END.length;
    } else {
      const isVoid = VOID.has(tagName);
      if (!mayStand(tagName, open) || (slash && !isVoid)) return undefined;
      if (isVoid) continue;
      open.push(element);
      nodes = element.childNodes;
    }
  }
  return open.length === 0 ? root : undefined;
}

/** Tells whether an element may begin here without closing, opening or moving another. */
function mayStand(name: string, open: readonly ElementNode[]): boolean {
  if (name === 'a') return open.every(({ tagName }) => tagName !== 'a');
  if (INLINE.has(name)) return true;
  if (!BLOCKS.has(name) || open.some(({ tagName }) => tagName === 'p')) return false;
  const parent = open.at(-1)?.tagName ?? '';
  if (name === 'li') return parent === 'ul' || parent === 'ol';
  return !(HEADING.test(name) && HEADING.test(parent));
}

/** Undefined where a name occurs twice: the first one counts, and that is parse5's to say. */
function readAttributes(text: string): ElementNode['attrs'] | undefined {
  const attrs: ElementNode['attrs'] = [];
  ATTRIBUTE.lastIndex = 0;
  for (let match = ATTRIBUTE.exec(text); match; match = ATTRIBUTE.exec(text)) {
    const [, name = '', value = ''] = match;
    if (attrs.some((known) => known.name === name)) return undefined;
    attrs.push({ name, value });
  }
  return attrs;
}

/**
 * Gives a comment's text where the first `--` ends it, and where what looks like tags in it is no text that nobody
 * escaped.
 */
function readComment(html: string, from: number): string | undefined {
  const end = html.indexOf('--', from);
  const isEmpty = html.startsWith('>', from) || html.startsWith('->', from);
  if (end === -1 || html[end + 2] !== '>' || isEmpty) return undefined;
  const data = html.slice(from, end);
  if (!data.includes('<')) return data;
  return RAW_TAG.test(data) || escapeUnknownTags(data) !== data ? undefined : data;
}

const CHARACTERS: Record<string, string> = {
  '&nbsp;': '\u00a0',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};

/** Undefined where an `&` stands for anything but the commonest characters. */
function decodeText(text: string): string | undefined {
  if (!text.includes('&')) return text;
  if (/&(?!(?:nbsp|amp|lt|gt|quot);)/.test(text)) return undefined;
  return text.replace(/&\w+;/g, (name) => CHARACTERS[name] as string);
}
