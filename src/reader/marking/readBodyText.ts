import { INLINE_ELEMENTS } from '../../model/readParagraphs.ts';
import { readOriginal } from '../settings/originals.ts';

/** The plain text of an article on the page (`plainText.ts`), and where its characters stand in the document. */
export interface BodyText {
  text: string;
  nodes: TextPlace[];
}

interface TextPlace {
  node: Text;
  /** For each unit of the node's original words: its place in the plain text, or where the next one is. */
  places: Uint32Array;
}

/** What the reader has put into the text of the article is no part of it. */
const FOREIGN = 'button, dialog, .button';

/** Reads the text of an article's body as it is written, whichever script it is shown in. */
export function readBodyText(body: Element): BodyText {
  const walker = body.ownerDocument.createTreeWalker(
    body,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
  );
  const nodes: TextPlace[] = [];
  let text = '';
  let block: Element | undefined;
  /** What is written before the next character: a line's end, a blank, or nothing. */
  let gap: '\n' | ' ' | '' = '';
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    if (node instanceof Element) {
      if (node.localName === 'br') gap ||= ' ';
      else if (!isInline(node)) block = undefined;
      continue;
    }
    if (!(node instanceof Text) || node.parentElement?.closest(FOREIGN)) continue;
    const parent = findBlock(node, body);
    if (parent !== block) gap = '\n';
    block = parent;
    const original = readOriginal(node);
    const places = new Uint32Array(original.length + 1);
    for (let index = 0; index < original.length; index += 1) {
      const sign = original[index] as string;
      if (/\s/.test(sign)) gap ||= ' ';
      else {
        if (text !== '') text += gap;
        gap = '';
      }
      places[index] = text.length;
      if (gap === '') text += sign;
    }
    places[original.length] = text.length;
    nodes.push({ node, places });
  }
  return { text, nodes };
}

function findBlock(node: Text, body: Element): Element {
  let element = node.parentElement ?? body;
  while (element !== body && isInline(element) && element.parentElement)
    element = element.parentElement;
  return element;
}

/** `wbr` is put into long words when an article is shown. */
function isInline({ localName }: Element): boolean {
  return INLINE_ELEMENTS.has(localName) || localName === 'wbr' || localName === 'br';
}

/** Returns the place in the plain text of a point in the document. */
export function findOffset({ text, nodes }: BodyText, container: Node, offset: number): number {
  const own = nodes.find(({ node }) => node === container);
  // Where a conversion has made the words longer or shorter, the nearest.
  if (own) return own.places[Math.min(offset, own.places.length - 1)] as number;
  const point = container.ownerDocument?.createRange();
  point?.setStart(container, offset);
  const next = nodes.find(({ node }) => point && point.comparePoint(node, 0) >= 0);
  return next?.places[0] ?? text.length;
}

/** Returns the ranges of a passage, one for each text node that it touches. */
export function buildRanges({ nodes }: BodyText, start: number, end: number): Range[] {
  return nodes.flatMap(({ node, places }) => {
    const last = places.length - 1;
    if ((places[last] as number) <= start || (places[0] as number) >= end) return [];
    const from = places.findIndex((place) => place >= start);
    let to = last;
    while (to > from && (places[to - 1] as number) >= end) to -= 1;
    const range = node.ownerDocument.createRange();
    range.setStart(node, Math.min(from, node.length));
    range.setEnd(node, Math.min(to, node.length));
    return range.collapsed ? [] : [range];
  });
}
