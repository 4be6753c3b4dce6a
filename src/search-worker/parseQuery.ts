import type { TextFolder } from '../model/foldText.ts';
import { type DayRange, parseDays } from './parseDays.ts';

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

/** What of an article a term is looked for in: title, text and tags alike, or one thing alone. */
export type QueryField = 'any' | 'title' | 'tag' | 'category' | 'source' | 'day';

/** One thing that is looked for. */
export interface QueryTerm {
  field: QueryField;
  /** Folded. */
  text: string;
  /** In quotation marks: nothing but this, so that a stock's code finds no articles that are only marked with it. */
  isExact: boolean;
  /** Of a `day`: the days that are meant; absent where they could not be read. */
  days?: DayRange;
  /** Of a `category`: paths of those that the owner has named so. */
  paths?: readonly string[];
}

/** Terms of which an article must hold one or more, or none. */
export interface QueryClause {
  terms: QueryTerm[];
  isExcluded: boolean;
}

const QUOTES = '"“”„‟＂「」『』«»';
const PREFIXES: Record<string, QueryField> = {
  标题: 'title',
  標題: 'title',
  标签: 'tag',
  標籤: 'tag',
  分类: 'category',
  分類: 'category',
  来源: 'source',
  來源: 'source',
  日期: 'day',
};
const PREFIX = new RegExp(`^(${Object.keys(PREFIXES).join('|')})[:：](?=\\S)`);
const MINUS = /^[-－−]/;
/** `-5℃`, `-3.4%`, `-20亿`, but not `-5G` and not `-2021年`, which exclude a word. */
const NEGATIVE_NUMBER =
  /^[-－−][\d０-９]+(?:[.,．，][\d０-９]+)*(?![.,．，]?[\d０-９a-zａ-ｚ年月日号])/i;
const OR = /^(?:OR(?=\s)|[|｜])\s*/;

/**
 * Parses what was typed: words, all of which must be there; `A OR B` and `A|B` for one of several, which binds
 * tighter than the blank; `"…"` for a string with blanks and punctuation; `-…` for what must not be there (a negative
 * number is a number); `标题:…`, `标签:…`, `分类:…`, `来源:…`, `日期:…` for one field.
 * A quotation mark counts where a word begins, if another ends a word; all others are part of what is looked for.
 */
export function parseQuery(text: string, folder: TextFolder): QueryClause[] {
  const clauses: QueryClause[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const isExcluded = isExclusion(rest);
    if (isExcluded) rest = rest.slice(1);
    const clause: QueryClause = { terms: [], isExcluded };
    for (;;) {
      const { term, length } = readTerm(rest, folder);
      rest = rest.slice(length);
      if (term.text !== '') clause.terms.push(term);
      const after = rest.trimStart();
      const [or] = OR.exec(after) ?? [];
      const isChoice = or !== undefined && !(or.startsWith('OR') && after === rest);
      const choices = isChoice ? after.slice(or.length) : '';
      // With nothing on its other side, it is a word; what must not be there is no choice.
      rest = choices === '' ? after : choices;
      if (choices === '' || isExclusion(choices)) break;
    }
    if (clause.terms.length > 0) clauses.push(clause);
  }
  return clauses;
}

function isExclusion(text: string): boolean {
  return MINUS.test(text) && /^.\S/.test(text) && !NEGATIVE_NUMBER.test(text);
}

function readTerm(text: string, folder: TextFolder): { term: QueryTerm; length: number } {
  const [prefix = '', name = ''] = PREFIX.exec(text) ?? [];
  const { word, isExact } = readWord(text.slice(prefix.length));
  const field = PREFIXES[name] ?? 'any';
  const value = isExact ? word.slice(1, -1) : word;
  const term: QueryTerm = { field, text: folder.fold(value), isExact };
  const days = field === 'day' ? parseDays(term.text) : undefined;
  return { term: { ...term, ...(days && { days }) }, length: prefix.length + word.length };
}

function readWord(rest: string): { word: string; isExact: boolean } {
  if (QUOTES.includes(rest.charAt(0)) && rest !== '') {
    for (let i = 1; i < rest.length; i++) {
      const isEnd = i + 1 === rest.length || /[\s|｜]/.test(rest.charAt(i + 1));
      if (i > 1 && isEnd && QUOTES.includes(rest.charAt(i)))
        return { word: rest.slice(0, i + 1), isExact: true };
    }
  }
  // A stroke between words is a choice; by itself it is a character like others.
  return { word: /^(?:[|｜]+|[^\s|｜]*)/.exec(rest)?.[0] ?? '', isExact: false };
}
