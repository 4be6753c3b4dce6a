/** Printable ASCII without a blank, longer than any word of prose. */
export const LONG_WORD = /[!-~]{24,}/;
const LONG_WORDS = /[!-~]{24,}/g;

/** A piece ends after a sign that addresses are divided by, or after eight characters. */
const PIECES = /[^/?&=._-]{1,8}[/?&=._-]*|[/?&=._-]+/g;

/**
 * Allows long addresses and numbers to break anywhere sensible, by `<wbr>`, which leaves no trace in copied text.
 * CSS alone breaks a word only after it got a line of its own, and the justified line before it is torn apart.
 */
export function breakLongWords(fragment: DocumentFragment): void {
  const document = fragment.ownerDocument;
  // A word from which the sanitizer took an element is in pieces.
  fragment.normalize();
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (LONG_WORD.test(text.data) && !text.parentElement?.closest('pre')) texts.push(text);
  }
  for (const text of texts) {
    const nodes = listPieces(text.data).flatMap((piece) => {
      const node = document.createTextNode(piece.text);
      return piece.isBroken ? [node, document.createElement('wbr')] : [node];
    });
    text.replaceWith(...nodes);
  }
}

/** Returns the pieces of a text that holds long words, and behind which of them a line may break. */
export function listPieces(text: string): { text: string; isBroken: boolean }[] {
  const pieces: { text: string; isBroken: boolean }[] = [];
  let end = 0;
  for (const match of text.matchAll(LONG_WORDS)) {
    pieces.push({ text: text.slice(end, match.index), isBroken: false });
    for (const piece of match[0].match(PIECES) ?? []) pieces.push({ text: piece, isBroken: true });
    end = match.index + match[0].length;
  }
  return [...pieces, { text: text.slice(end), isBroken: false }];
}
