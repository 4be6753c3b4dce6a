/** A word of a text, or what stands between words. */
export interface TextPart {
  text: string;
  index: number;
  isWord: boolean;
}

const segmenter =
  typeof Intl.Segmenter === 'undefined'
    ? undefined
    : new Intl.Segmenter('zh', { granularity: 'word' });
/** For browsers that can't tell words: single characters of Chinese, and runs of others. */
const RUNS = /[a-zà-ÿ\d]+|./gisu;

/** Splits a text of some hundred characters as the browser's dictionary has its words. Long ones take it very long. */
export function splitWords(text: string): TextPart[] {
  if (segmenter) {
    return Array.from(segmenter.segment(text), ({ segment, index, isWordLike = false }) => {
      return { text: segment, index, isWord: isWordLike };
    });
  }
  return Array.from(text.matchAll(RUNS), ({ 0: part, index }) => {
    return { text: part, index, isWord: /[\p{L}\p{N}]/u.test(part) };
  });
}
