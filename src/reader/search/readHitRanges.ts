import { INLINE_ELEMENTS } from '../../model/readParagraphs.ts';
import type { TextRange } from '../../search-worker/findRanges.ts';

/** A paragraph of an article on the page: its text, and which node holds which part of it. */
export interface PageParagraph {
  text: string;
  nodes: { node: Text; start: number }[];
}

/** Reads the paragraphs of an article's body, as `model/readParagraphs.ts` reads them from its HTML. */
export function readPageParagraphs(body: Element): PageParagraph[] {
  const paragraphs: PageParagraph[] = [];
  let block: Element | undefined;
  const walker = body.ownerDocument.createTreeWalker(
    body,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
  );
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const current = paragraphs.at(-1);
    if (node instanceof Element) {
      if (node.localName === 'br' && current) current.text += '\n';
      else if (!isInline(node)) block = undefined;
      continue;
    }
    const text = node as Text;
    const parent = findBlock(text, body);
    if (!current || parent !== block) paragraphs.push({ text: '', nodes: [] });
    block = parent;
    const paragraph = paragraphs.at(-1) as PageParagraph;
    paragraph.nodes.push({ node: text, start: paragraph.text.length });
    paragraph.text += text.data;
  }
  return paragraphs;
}

function findBlock(text: Text, body: Element): Element {
  let element = text.parentElement ?? body;
  while (element !== body && isInline(element) && element.parentElement)
    element = element.parentElement;
  return element;
}

/** `wbr` is put into long words when an article is shown. */
function isInline({ localName }: Element): boolean {
  return INLINE_ELEMENTS.has(localName) || localName === 'wbr' || localName === 'br';
}

/** Gives, for each hit, the ranges of the document that it covers, one for each node. */
export function buildHitRanges(
  paragraphs: readonly PageParagraph[],
  found: readonly (readonly TextRange[])[],
): Range[][] {
  return paragraphs.flatMap((paragraph, index) =>
    (found[index] ?? []).map(([from, to]) =>
      paragraph.nodes.flatMap(({ node, start }) => {
        const [first, last] = [Math.max(from - start, 0), Math.min(to - start, node.length)];
        if (first >= last) return [];
        const range = node.ownerDocument.createRange();
        range.setStart(node, first);
        range.setEnd(node, last);
        return range;
      }),
    ),
  );
}
