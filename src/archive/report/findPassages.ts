import { decodeEntities } from '../content/decodeEntities.ts';
import type { Dropped } from '../html/Dropped.ts';

/** Where a piece that a rule has left out stands in the file's text, in UTF-16 units. */
export interface Passage {
  piece: Dropped;
  start: number;
  end: number;
}

/** What was found, in the order of the text and none over another, and what was not. */
export interface Passages {
  found: Passage[];
  missing: Dropped[];
}

/** Markup or an entity up to a length that keeps damaged files quick, white space, or a character. */
const PIECE = /<!--[\s\S]{0,1000}?-->|<[/!?]?[a-z][^>]{0,1000}>|&#?\w{1,31};|\s+|[\s\S]/gi;
/** A shorter piece, such as the number of a line, would be found in the wrong place. */
const SHORTEST = 4;

/**
 * Finds the pieces that rules have left out of a file in its text, from the offset `from` on. Rules see neither tags
 * nor how white space and entities are written, so the words are compared without them.
 */
export function findPassages(source: string, dropped: readonly Dropped[], from = 0): Passages {
  const { words, starts, ends } = readWords(source, from);
  const next = new Map<string, number>();
  const found: Passage[] = [];
  const missing: Dropped[] = [];
  for (const piece of dropped) {
    const wanted = piece.text.replace(/\s+/g, '');
    if (wanted === '') continue;
    const at = wanted.length < SHORTEST ? -1 : words.indexOf(wanted, next.get(wanted) ?? 0);
    const last = at + wanted.length;
    const start = starts[at];
    const end = ends[last - 1];
    if (start === undefined || end === undefined) {
      missing.push(piece);
      continue;
    }
    next.set(wanted, last);
    found.push({ piece, start, end });
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return {
    // One that lies in another is seen with it.
    found: found.filter(({ start, end }) => {
      if (start < reached) return false;
      reached = end;
      return true;
    }),
    missing,
  };
}

/** Gives the words of a text without markup and white space, and where each of their UTF-16 units begins and ends. */
function readWords(source: string, from: number) {
  let words = '';
  const starts: number[] = [];
  const ends: number[] = [];
  PIECE.lastIndex = from;
  for (let match = PIECE.exec(source); match; match = PIECE.exec(source)) {
    const [piece] = match;
    const isMarkup = piece.length > 1 && piece.startsWith('<');
    if (isMarkup) continue;
    const text = decodeEntities(piece).replace(/\s+/g, '');
    words += text;
    for (let unit = 0; unit < text.length; unit++) {
      starts.push(match.index);
      ends.push(match.index + piece.length);
    }
  }
  return { words, starts, ends };
}
