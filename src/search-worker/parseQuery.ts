import type { TextFolder } from '../model/foldText.ts';

/** What a search asks for; the address holds just this. */
export interface SearchQuery {
  /** As the reader typed it. */
  text: string;
  /** Path of a category, the articles in it and below it; '' for all. */
  category?: string;
  source?: string;
  /** Beijing days, both included, `2022-05-20`. */
  from?: string;
  to?: string;
  /** By how well they fit, or the newest or oldest first. */
  sort?: 'fit' | 'newest' | 'oldest';
}

/** One thing that an article must hold, or must not. */
export interface QueryTerm {
  /** Folded. */
  text: string;
  isTitleOnly: boolean;
  isExcluded: boolean;
  /** In quotation marks: nothing but this, so that a stock's code finds no articles that are only marked with it. */
  isExact: boolean;
}

const QUOTES = '"“”„‟＂「」『』«»';
const TITLE_PREFIX = /^标题[:：]|^標題[:：]/;

/**
 * Reads what was typed: words, all of which must be there; `"…"` for a string with blanks and punctuation;
 * `-…` for what must not be there; `标题:…` for titles only.
 * A quotation mark counts where a word begins, if another ends a word; all others are part of what is looked for.
 */
export function parseQuery(text: string, folder: TextFolder): QueryTerm[] {
  const terms: QueryTerm[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const isExcluded = /^[-－−]\S/.test(rest);
    if (isExcluded) rest = rest.slice(1);
    const prefix = TITLE_PREFIX.exec(rest)?.[0] ?? '';
    rest = rest.slice(prefix.length);
    const { word, isExact } = readWord(rest);
    rest = rest.slice(word.length).trimStart();
    const folded = folder.fold(isExact ? word.slice(1, -1) : word);
    if (folded !== '')
      terms.push({ text: folded, isTitleOnly: prefix !== '', isExcluded, isExact });
  }
  return terms;
}

function readWord(rest: string): { word: string; isExact: boolean } {
  if (QUOTES.includes(rest.charAt(0)) && rest !== '') {
    for (let i = 1; i < rest.length; i++) {
      const isEnd = i + 1 === rest.length || /\s/.test(rest.charAt(i + 1));
      if (i > 1 && isEnd && QUOTES.includes(rest.charAt(i)))
        return { word: rest.slice(0, i + 1), isExact: true };
    }
  }
  return { word: /^\S*/.exec(rest)?.[0] ?? '', isExact: false };
}
