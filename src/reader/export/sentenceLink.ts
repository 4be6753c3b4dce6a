import { readOriginal } from '../settings/originals.ts';

/** The text of an article as it is written, and where each of its characters stands in the document. */
interface BodyText {
  text: string;
  nodes: { node: Text; start: number }[];
}

/** Begins the fragment of an address that leads to a passage: `#s=<its first words>,<its last words>`. */
const KEY = '#s=';
/** So many characters are taken from each end; more of the first, until they occur only once. */
const LENGTH = 10;

/**
 * Gives the fragment of a passage. It names words, not places, so it leads there after a rebuild too,
 * and words as they are written, whichever script they are shown in. White space doesn't count.
 */
export function buildFragment(body: Element, range: Range): string | undefined {
  const all = readText(body);
  const [from, to] = [
    findOffset(all, range.startContainer, range.startOffset),
    findOffset(all, range.endContainer, range.endOffset),
  ];
  const passage = all.text.slice(from, to);
  if (passage === '') return undefined;
  let length = Math.min(LENGTH, passage.length);
  while (length < passage.length && all.text.indexOf(passage.slice(0, length)) !== from)
    length += 5;
  const [begin, end] = [passage.slice(0, length), passage.slice(length).slice(-LENGTH)];
  return `${KEY}${[begin, end].filter(Boolean).map(encodeURIComponent).join(',')}`;
}

/** Finds the passage that a fragment names; `undefined` when the text no longer has it. */
export function findPassage(body: Element, fragment: string): Range | undefined {
  if (!fragment.startsWith(KEY)) return undefined;
  const all = readText(body);
  const [begin = '', end = ''] = parseWords(fragment);
  const from = begin === '' ? -1 : all.text.indexOf(begin);
  if (from < 0) return undefined;
  const last = end === '' ? -1 : all.text.indexOf(end, from + begin.length);
  const to = last < 0 ? from + begin.length : last + end.length;
  return buildRange(all, from, to);
}

function parseWords(fragment: string): string[] {
  try {
    return fragment.slice(KEY.length).split(',').map(decodeURIComponent).map(removeBlanks);
  } catch {
    return [];
  }
}

function readText(body: Element): BodyText {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const nodes: BodyText['nodes'] = [];
  let text = '';
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    nodes.push({ node, start: text.length });
    text += removeBlanks(readOriginal(node));
  }
  return { text, nodes };
}

function removeBlanks(text: string): string {
  return text.replace(/\s/g, '');
}

/** Gives the number of characters before a point in the document. */
function findOffset({ text, nodes }: BodyText, container: Node, offset: number): number {
  const known = nodes.find(({ node }) => node === container);
  if (known) return known.start + removeBlanks(known.node.data.slice(0, offset)).length;
  const after = container.childNodes[offset];
  const next = nodes.find(({ node }) =>
    after
      ? after === node || after.contains(node) || isAfter(after, node)
      : !container.contains(node) && isAfter(container, node),
  );
  return next?.start ?? text.length;
}

function isAfter(earlier: Node, later: Node): boolean {
  return (earlier.compareDocumentPosition(later) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function buildRange({ nodes }: BodyText, from: number, to: number): Range {
  const range = document.createRange();
  const place = (offset: number) => {
    const found = [...nodes].reverse().find(({ start }) => start <= offset) ?? nodes[0];
    if (!found) throw new Error('a text without words has no passages');
    return { node: found.node, offset: skipCharacters(found.node.data, offset - found.start) };
  };
  const [begin, end] = [place(from), place(to - 1)];
  range.setStart(begin.node, begin.offset);
  range.setEnd(end.node, Math.min(end.node.data.length, end.offset + 1));
  return range;
}

/** Gives the index in `text` of character number `count`, blanks aside. */
function skipCharacters(text: string, count: number): number {
  let left = count;
  for (let index = 0; index < text.length; index += 1) {
    if (/\s/.test(text[index] ?? '')) continue;
    if (left === 0) return index;
    left -= 1;
  }
  return text.length;
}
