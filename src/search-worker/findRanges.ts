import type { TextFolder } from '../model/foldText.ts';
import type { QueryTerm } from './parseQuery.ts';

/** A part of a text: units from and to. */
export type TextRange = [from: number, to: number];

/** Finds the terms in a text as it is shown. Ranges ascend and don't overlap. */
export function findRanges(
  text: string,
  terms: readonly QueryTerm[],
  folder: TextFolder,
): TextRange[] {
  const folded = folder.foldWithPlaces(text);
  const ranges: TextRange[] = [];
  for (const term of terms) {
    if (term.isExcluded) continue;
    for (
      let at = folded.text.indexOf(term.text);
      at >= 0;
      at = folded.text.indexOf(term.text, at + 1)
    ) {
      ranges.push([folded.starts[at] as number, folded.ends[at + term.text.length - 1] as number]);
    }
  }
  ranges.sort((a, b) => a[0] - b[0]);
  const joined: TextRange[] = [];
  for (const [from, to] of ranges) {
    const last = joined.at(-1);
    if (last && from < last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** A piece of text with the parts that were found in it. */
export interface MarkedText {
  text: string;
  ranges: TextRange[];
}

/** Gives the tags that hold a term, in one text; undefined where none does. */
export function markTags(
  tags: readonly string[],
  terms: readonly QueryTerm[],
  folder: TextFolder,
): MarkedText | undefined {
  const ofText = terms.filter(({ isTitleOnly }) => !isTitleOnly);
  let text = '';
  const ranges: TextRange[] = [];
  for (const tag of tags) {
    const found = findRanges(tag, ofText, folder);
    if (found.length === 0) continue;
    if (text !== '') text += '、';
    const { length } = text;
    ranges.push(...found.map(([from, to]): TextRange => [from + length, to + length]));
    text += tag;
  }
  return text === '' ? undefined : { text, ranges };
}

const EXCERPT = 110;
const LEAD = 24;

/** Cuts the piece of an article's text in which the most is found, the first of several; undefined where nothing is. */
export function cutExcerpt(
  paragraphs: readonly string[],
  terms: readonly QueryTerm[],
  folder: TextFolder,
): MarkedText | undefined {
  let best: { text: string; ranges: TextRange[]; from: number; score: number } | undefined;
  for (const text of paragraphs) {
    const ranges = findRanges(
      text,
      terms.filter(({ isTitleOnly }) => !isTitleOnly),
      folder,
    );
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
  const from = best.from <= LEAD ? 0 : best.from - LEAD;
  const to = Math.min(text.length, from + EXCERPT);
  const [before, after] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  const shift = before.length - from;
  return {
    text: before + text.slice(from, to).replace(/\s/g, ' ') + after,
    ranges: ranges
      .filter((range) => range[0] >= from && range[0] < to)
      .map((range): TextRange => [range[0] + shift, Math.min(range[1], to) + shift]),
  };
}
