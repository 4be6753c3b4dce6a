import { originals, readOriginal } from './originals.ts';

/** Words that are no prose, or not ours to change: scripts, code, what the reader types, names of languages. */
const UNTOUCHED = 'script, style, textarea, pre, code, [data-script="own"]';

/**
 * Converts every text on the page, and each that comes later before it is painted. Only the words of text nodes change:
 * no element, no attribute, and nothing that is kept or sent. React doesn't notice, since it compares with what it
 * wrote. Gives a function that puts everything back.
 */
export function convertPage(root: Node, convert: (text: string) => string): () => void {
  const options = { subtree: true, childList: true, characterData: true };
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData') convertTexts(target);
      else addedNodes.forEach(convertTexts);
    }
    observer.takeRecords(); // its own changes
  });

  function convertTexts(node: Node) {
    for (const text of listTexts(node)) convertText(text, convert);
  }

  convertTexts(root);
  observer.observe(root, options);
  return () => {
    observer.disconnect();
    for (const text of listTexts(root)) restoreText(text);
  };
}

function convertText(text: Text, convert: (text: string) => string): void {
  if (text.parentElement?.closest(UNTOUCHED)) return;
  if (originals.get(text)?.converted === text.data) return;
  const original = readOriginal(text);
  const converted = convertInContext(text, original, convert);
  originals.set(text, { original, converted });
  if (converted !== text.data) text.data = converted;
}

/** Words of a heading are texts of their own, parted by `<wbr>`; what a character becomes depends on its neighbours. */
function convertInContext(text: Text, original: string, convert: (text: string) => string): string {
  const before = readNeighbours(text, 'previousSibling');
  const after = readNeighbours(text, 'nextSibling');
  const whole = before + original + after;
  const converted = convert(whole);
  // A phrase of another length: then there is no telling where the words are.
  if (converted.length !== whole.length) return convert(original);
  return converted.slice(before.length, before.length + original.length);
}

/** Returns the words beside a text that belong to the same heading, as they were written. */
function readNeighbours(text: Text, side: 'previousSibling' | 'nextSibling'): string {
  let words = '';
  for (let node = text[side]; node; node = node[side]) {
    if (node instanceof Text)
      words = side === 'nextSibling' ? words + readOriginal(node) : readOriginal(node) + words;
    else if (node.nodeName !== 'WBR') break;
  }
  return words;
}

function restoreText(text: Text): void {
  const original = readOriginal(text);
  if (original !== text.data) text.data = original;
}

function listTexts(node: Node): Text[] {
  if (node instanceof Text) return [node];
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}
