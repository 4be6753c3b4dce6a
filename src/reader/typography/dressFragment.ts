import { cutLongWord, LONG_WORD } from './cutLongWord.ts';
import { buildAddressHref, dressText, type TextPart } from './dressText.ts';

/** Elements whose lines break between words only. */
export const HEADINGS = ['h2', 'h3', 'h4', 'figcaption'];
/** Elements whose words are no sentences. */
export const OTHERS = ['code', 'math', 'ruby'];

/**
 * Dresses the texts of a sanitized fragment (`dressText.ts`) with elements around and between their parts. `finishBody`
 * does the same to the HTML of a page that the build draws (`drawn/dressHtml.ts`).
 */
export function dressFragment(fragment: DocumentFragment): void {
  const document = fragment.ownerDocument;
  // A text from which the sanitizer took an element is in pieces.
  fragment.normalize();
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    const parent = text.parentElement;
    if (!/\S/.test(text.data) || parent?.closest('pre')) continue;
    const parts = dressText(text.data, {
      isHeading: parent?.closest(HEADINGS.join()) != null,
      isInLink: parent?.closest('a') != null,
      isOther: parent?.closest(`${OTHERS.join()}, [lang]`) != null,
    });
    if (parts.length === 1 && parts[0]?.kind === 'plain') continue;
    text.replaceWith(...parts.flatMap((part) => buildNodes(part, document)));
  }
}

function buildNodes(part: TextPart, document: Document): Node[] {
  const node = buildNode(part, document);
  return part.isBroken ? [node, document.createElement('wbr')] : [node];
}

function buildNode({ kind, text }: TextPart, document: Document): Node {
  if (kind === 'plain') return document.createTextNode(text);
  if (kind === 'address') return buildLink(text, document);
  const span = document.createElement('span');
  if (kind === 'english') span.lang = 'en';
  else span.className = 'together';
  span.textContent = text;
  return span;
}

function buildLink(text: string, document: Document): Node {
  const link = document.createElement('a');
  link.setAttribute('href', buildAddressHref(text));
  link.setAttribute('target', '_blank');
  link.setAttribute('rel', 'noopener noreferrer');
  if (LONG_WORD.test(text)) {
    for (const piece of cutLongWord(text)) link.append(piece, document.createElement('wbr'));
  } else link.textContent = text;
  return link;
}
