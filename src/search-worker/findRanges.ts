import type { TextFolder } from '../model/foldText.ts';
import type { QueryClause, QueryTerm } from './parseQuery.ts';

/** A part of a text: units from and to. */
export type TextRange = [from: number, to: number];

/** Which terms are marked in a title, and which in a text. */
export interface MarkedTerms {
  title: QueryTerm[];
  text: QueryTerm[];
  /** For `markTags`. */
  tags: QueryTerm[];
}

/** Gives what of a query is marked. */
export function chooseMarked(clauses: readonly QueryClause[]): MarkedTerms {
  const terms = clauses.flatMap((clause) => (clause.isExcluded ? [] : clause.terms));
  const text = terms.filter(({ field }) => field === 'any');
  const title = terms.filter(({ field }) => field === 'any' || field === 'title');
  return { title, text, tags: terms.filter(({ field }) => field === 'any' || field === 'tag') };
}

/** Finds the terms in a text as it is shown. Ranges ascend and don't overlap. */
export function findRanges(
  text: string,
  terms: readonly QueryTerm[],
  folder: TextFolder,
): TextRange[] {
  const folded = folder.foldWithPlaces(text);
  const ranges: TextRange[] = [];
  for (const term of terms) {
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
  const ofTags = terms.filter(({ field }) => field === 'tag');
  const ofText = terms.filter(({ field }) => field === 'any');
  let text = '';
  const ranges: TextRange[] = [];
  for (const tag of tags) {
    const folded = folder.fold(tag);
    const isMeant = ofTags.some((term) => term.text === folded);
    const found: TextRange[] = isMeant ? [[0, tag.length]] : findRanges(tag, ofText, folder);
    if (found.length === 0) continue;
    if (text !== '') text += '、';
    const { length } = text;
    ranges.push(...found.map(([from, to]): TextRange => [from + length, to + length]));
    text += tag;
  }
  return text === '' ? undefined : { text, ranges };
}
