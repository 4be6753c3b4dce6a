import type { RubyPair } from '../html/blocks.ts';
import { type ElementNode, walkTree } from '../html/walkTree.ts';
import type { BodyContext } from './BodyContext.ts';

/** Elements that words with a reading may hold; others mean that the element was never closed. */
const WITHIN = /^(?:rb|rt|rp|rtc|span|b|strong|i|em|font|u|a|small)$/;
/** Characters of words with a reading. */
const LONGEST = 200;

/** Reads words with their readings; returns false where the element holds more than that. */
export function readRuby(element: ElementNode, { builder }: BodyContext): boolean {
  const pairs: RubyPair[] = [];
  const open: string[] = [];
  let isSimple = true;
  let length = 0;
  walkTree(element, {
    enter(child) {
      isSimple &&= WITHIN.test(child.tagName) && length <= LONGEST;
      if (!isSimple || child.tagName === 'rp') return false;
      open.push(child.tagName);
      return true;
    },
    leave: () => open.pop(),
    text(value) {
      const text = value.trim();
      length += text.length;
      if (text !== '') addText(pairs, text, open.includes('rt') || open.includes('rtc'));
    },
    comment: () => {},
  });
  if (!isSimple || length > LONGEST || !pairs.some(({ reading }) => reading !== '')) return false;
  builder.addAtom({ kind: 'ruby', pairs }, pairs.map(({ base }) => base).join(''));
  return true;
}

function addText(pairs: RubyPair[], text: string, isReading: boolean): void {
  const last = pairs.at(-1);
  if (isReading && last) last.reading += text;
  else if (!isReading && last?.reading === '') last.base += text;
  else pairs.push(isReading ? { base: '', reading: text } : { base: text, reading: '' });
}
