import { parseFragment } from 'parse5';
import { escapeUnknownTags } from './escapeUnknownTags.ts';
import { readPlainMarkup } from './readPlainMarkup.ts';
import type { ParentNode } from './walkTree.ts';

/** Parses a body as a browser does, apart from angle brackets that nobody escaped and from line breaks in plain text. */
export function parseBody(body: string): ParentNode {
  const tree = readPlainMarkup(body);
  if (tree && !isPlainText(body)) return tree;
  const source = escapeUnknownTags(body);
  return parseFragment(isPlainText(source) ? source.replace(/\n/g, '<br><br>') : source);
}

const LAYOUT = /<(?:p|br|div|table|ul|ol|h[1-6]|blockquote|pre|section|article|figure|img|span)\b/i;

/** News flashes are plain text, at most within one `div`: their line breaks are their paragraphs. */
function isPlainText(body: string): boolean {
  const frame = /<div\b[^>]*>/i.exec(body);
  if (!frame) return !LAYOUT.test(body);
  const inside = body.slice(frame.index + frame[0].length);
  return !LAYOUT.test(inside) && !LAYOUT.test(body.slice(0, frame.index) + inside);
}
