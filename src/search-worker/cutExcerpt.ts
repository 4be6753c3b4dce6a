import type { TextFolder } from '../model/foldText.ts';
import { findRanges, type MarkedText, type TextRange } from './findRanges.ts';
import type { QueryTerm } from './parseQuery.ts';
import { splitWords } from './splitWords.ts';

/** Characters of an excerpt, and how many of them may stand before the first hit. */
const EXCERPT = 110;
const LEAD = 36;
/** Where a sentence or a clause ends; a point or a comma between digits is none. */
const CLAUSE_END = /[。！？；，：…—、!?;]["”’」』）)》]*|[.,:](?=\s)/g;
const WESTERN = /[a-zà-ÿ\d%‰℃.,:/+-]/i;
/** Words are looked for in so many characters around a place. */
const NEAR = 12;

/**
 * Cuts the piece of an article's text in which the most is found, the first of several; undefined where nothing is.
 * It begins with a sentence or a clause where one begins near enough, and never inside of a number or a word.
 */
export function cutExcerpt(
  paragraphs: readonly string[],
  terms: readonly QueryTerm[],
  folder: TextFolder,
): MarkedText | undefined {
  let best: { text: string; ranges: TextRange[]; from: number; score: number } | undefined;
  for (const text of paragraphs) {
    const ranges = findRanges(text, terms, folder);
    for (const [from] of ranges) {
      const inside = ranges.filter(
        (range) => range[0] >= from && range[1] <= from + EXCERPT - LEAD,
      );
      const different = new Set(inside.map(([a, b]) => folder.fold(text.slice(a, b)))).size;
      const score = different * 100 + Math.min(inside.length, 99);
      if (!best || score > best.score) best = { text, ranges, from, score };
    }
  }
  if (!best) return undefined;
  const { text, ranges } = best;
  const from = findStart(text, best.from);
  const to = findEnd(text, from + EXCERPT);
  const [before, after] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  const shift = before.length - from;
  return {
    text: before + text.slice(from, to).replace(/\s/g, ' ') + after,
    ranges: ranges
      .filter((range) => range[0] >= from && range[0] < to)
      .map((range): TextRange => [range[0] + shift, Math.min(range[1], to) + shift]),
  };
}

/** Gives where an excerpt begins whose first hit is at `hit`. */
function findStart(text: string, hit: number): number {
  const first = hit - LEAD;
  if (first <= 0) return 0;
  // The first clause within the lead: as much of what stands before as there is room for.
  for (const { index, 0: end } of text.slice(0, hit).matchAll(CLAUSE_END)) {
    const after = index + end.length;
    if (after >= first) return after + countBlanks(text, after);
  }
  return findWordStart(text, first, hit);
}

/** Gives the first place from `first` on where a word begins, or `last`. */
function findWordStart(text: string, first: number, last: number): number {
  return listWordStarts(text, Math.max(0, first - NEAR), last).find((at) => at >= first) ?? last;
}

/** Gives the last place up to `to` where a word ends. */
function findEnd(text: string, to: number): number {
  if (to >= text.length) return text.length;
  return (
    listWordStarts(text, to - 2 * NEAR, to + NEAR)
      .reverse()
      .find((at) => at <= to) ?? to
  );
}

/** Gives the places between two where words begin. */
function listWordStarts(text: string, from: number, to: number): number[] {
  return splitWords(text.slice(from, to))
    .map(({ index }) => from + index)
    .filter((at) => at > 0 && !isInsideNumber(text, at));
}

/** Whether letters, digits or signs of a number stand on both sides: `3.4%`, `-5`. */
function isInsideNumber(text: string, at: number): boolean {
  return WESTERN.test(text.charAt(at - 1)) && WESTERN.test(text.charAt(at));
}

function countBlanks(text: string, from: number): number {
  return /^\s*/.exec(text.slice(from))?.[0].length ?? 0;
}
