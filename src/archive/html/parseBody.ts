import {
  type DefaultTreeAdapterMap,
  defaultTreeAdapter,
  parseFragment,
  type TreeAdapter,
} from 'parse5';
import { escapeUnknownTags } from './escapeUnknownTags.ts';
import { readPlainMarkup } from './readPlainMarkup.ts';
import type { ParentNode } from './walkTree.ts';

/**
 * Elements and comments that a body may have: 10 MB of short paragraphs have 230,000. Each takes most of a kilobyte
 * while it is parsed, and those that were never closed are made anew in each paragraph: a file of some 25 KB can ask
 * for a million.
 */
export const MOST_NODES = 250_000;

/**
 * Parses a body as a browser does, apart from angle brackets that nobody escaped and from line breaks in plain text.
 * Gives `undefined` where that would make more than MOST_NODES.
 */
export function parseBody(body: string): ParentNode | undefined {
  const tree = readPlainMarkup(body, MOST_NODES);
  if (tree && !isPlainText(body)) return tree;
  const source = escapeUnknownTags(body);
  // One break for all lines that hold nothing: a megabyte of them is no million elements.
  const html = isPlainText(source) ? source.replace(/\n[ \t\n]*/g, '<br><br>') : source;
  try {
    return parseFragment(html, { treeAdapter: createTreeAdapter() });
  } catch (error) {
    if (error instanceof TooManyNodes) return undefined;
    throw error;
  }
}

class TooManyNodes extends Error {}

const PIECES = 65_536; // characters

/**
 * parse5's own tree, with long texts in one piece. parse5 adds word by word to a text, and V8 keeps what is added so
 * as a tree of its pieces, which is many times larger than the text, until someone asks for a character of it.
 */
function createTreeAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  let count = 0;
  const countNode = () => {
    count++;
    if (count > MOST_NODES) throw new TooManyNodes();
  };
  return {
    ...defaultTreeAdapter,
    createElement(...values) {
      countNode();
      return defaultTreeAdapter.createElement(...values);
    },
    createCommentNode(data) {
      countNode();
      return defaultTreeAdapter.createCommentNode(data);
    },
    insertText(parent, text) {
      defaultTreeAdapter.insertText(parent, text);
      const last = parent.childNodes.at(-1);
      if (!last || !('value' in last) || last.value.length < PIECES) return;
      if (last.value.length % PIECES < text.length) last.value.charCodeAt(0);
    },
  };
}

const LAYOUT = /<(?:p|br|div|table|ul|ol|h[1-6]|blockquote|pre|section|article|figure|img|span)\b/i;

/** News flashes are plain text, at most within one `div`: their line breaks are their paragraphs. */
function isPlainText(body: string): boolean {
  const frame = /<div\b[^>]*>/i.exec(body);
  if (!frame) return !LAYOUT.test(body);
  const inside = body.slice(frame.index + frame[0].length);
  return !LAYOUT.test(inside) && !LAYOUT.test(body.slice(0, frame.index) + inside);
}
