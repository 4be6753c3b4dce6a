import type { NoteQuote } from '../../model/Note.ts';
import { readParagraphs } from '../../model/readParagraphs.ts';

/** So many characters before and behind a passage are kept with it. */
const CONTEXT = 32;

/**
 * Returns the plain text of an article's HTML, in which notes count their positions: each paragraph, caption and cell
 * on a line of its own, white space within them as one blank. `readBodyText.ts` reads the same from the page.
 */
export function buildPlainText(html: string): string {
  return readParagraphs(html)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .join('\n');
}

/** Returns the words of a passage with what stands around them. */
export function buildQuote(text: string, start: number, end: number): NoteQuote {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  };
}

/** Returns a passage without the blanks and line ends at its ends; undefined where nothing else is in it. */
export function trimPassage(
  text: string,
  start: number,
  end: number,
): { start: number; end: number } | undefined {
  const words = text.slice(start, end);
  const first = words.search(/\S/);
  return first < 0 ? undefined : { start: start + first, end: start + words.trimEnd().length };
}
