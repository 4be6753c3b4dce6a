import type { Passage } from './findPassage.ts';

/** Up to a sign that ends a sentence, with the quotes and brackets that close behind it. */
const SENTENCE = /[^。！？；!?;…\n]*[。！？；!?;…]*[”’」』）)\]】》]*/g;

/** Lists the sentences of a plain text; none goes over the end of a paragraph. */
export function listSentences(text: string): Passage[] {
  return [...text.matchAll(SENTENCE)].flatMap(({ 0: words, index }) =>
    /\S/.test(words) ? [{ start: index, end: index + words.length }] : [],
  );
}

/**
 * Returns the passage that a key makes of the one chosen: arrows up and down go by sentences, and with Shift take one
 * in or let one go; left and right move its beginning, with Shift its end. Undefined where the key means nothing.
 */
export function followSelectionKey(
  text: string,
  sentences: readonly Passage[],
  chosen: Passage,
  key: string,
  hasShift: boolean,
): Passage | undefined {
  const { start, end } = chosen;
  const before = sentences.filter((each) => each.start < start && each.end <= start);
  switch (key) {
    case 'ArrowDown': {
      const next = sentences.find((each) => each.end > end);
      if (!next) return chosen;
      return hasShift ? { start, end: next.end } : next;
    }
    case 'ArrowUp': {
      if (!hasShift) return before.at(-1) ?? chosen;
      const within = sentences.filter((each) => each.end > start && each.end < end);
      return { start, end: within.at(-1)?.end ?? end };
    }
    case 'ArrowLeft':
    case 'ArrowRight': {
      const step = key === 'ArrowRight' ? 1 : -1;
      return hasShift
        ? { start, end: limit(end + step, start + 1, text.length) }
        : { start: limit(start + step, 0, end - 1), end };
    }
    default:
      return undefined;
  }
}

function limit(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
