import { type CutWord, cutIntoWords } from './cutIntoWords.ts';
import { findClause, isOfTexts } from './findClause.ts';
import type { QueryClause, QueryTerm, SearchQuery } from './parseQuery.ts';
import type { SearchCorpus, TermHits } from './SearchCorpus.ts';
import { narrow } from './searchArticles.ts';
import { writeQuery } from './writeQuery.ts';

/** What was searched for instead of what was asked, of which nothing was found. */
export interface WordSearch {
  /** The strings that texts don't hold as they are, but in words; empty where all are there, but never together. */
  missing: string[];
  /** The strings of which not even a word was searched for. */
  absent: string[];
  words: string[];
  /** An article was found if it holds so many of the words. */
  least: number;
  /** The query that marks these words, to be parsed as what was typed. */
  text: string;
}

/** A query cut into words. */
export interface CutQuery {
  /** What stays as it was asked: terms in quotation marks, exclusions, fields. */
  kept: QueryClause[];
  /** Whole strings that were cut, each with its words. */
  cut: { term: QueryTerm; words: CutWord[] }[];
  /** All words, one clause for each. */
  words: QueryClause[];
}

/** Cuts what can be cut of a query: a string that texts don't hold as it is. */
export async function cutQuery(
  corpus: SearchCorpus,
  clauses: readonly QueryClause[],
): Promise<CutQuery> {
  const result: CutQuery = { kept: [], cut: [], words: [] };
  for (const clause of clauses) {
    const [term, ...others] = clause.terms;
    const isFree = term?.field === 'any' || term?.field === 'title';
    if (!term || others.length > 0 || !isFree || term.isExact || clause.isExcluded) {
      result.kept.push(clause);
    } else if ((await corpus.find(term)).counts.size > 0) {
      result.words.push(clause);
    } else {
      const count = createCounter(corpus, term);
      const words = await cutIntoWords(term.text, corpus.size, count);
      result.cut.push({ term, words });
      for (const text of new Set(words.map((word) => word.text)))
        result.words.push({ terms: [{ ...term, text }], isExcluded: false });
    }
  }
  return result;
}

/**
 * Searches for a query's words where nothing was found of it as it was asked: for all of them, then for all of more
 * than one character, then for the most that stand in one article, if these are more than half. Gives undefined where
 * even so nothing is found.
 */
export async function searchByWords(
  corpus: SearchCorpus,
  query: SearchQuery,
  { kept, cut, words }: CutQuery,
): Promise<{ found: ReturnType<typeof narrow>; instead: WordSearch } | undefined> {
  const asked = await Promise.all(kept.map((clause) => findClause(corpus, clause)));
  const hits = await Promise.all(words.map((clause) => findClause(corpus, clause)));
  if ([...asked, ...hits].some(({ isPartial }) => isPartial)) return undefined;
  const fits = (article: number) =>
    asked.every(({ counts }, i) => counts.has(article) !== kept[i]?.isExcluded);
  const marked = asked.filter((_, i) => !kept[i]?.isExcluded && isOfTexts(kept[i] as QueryClause));
  const isLong = words.map(({ terms }) => (terms[0]?.text.length ?? 0) > 1);
  const long = hits.filter((_, i) => isLong[i]);

  const choose = (chosen: TermHits[], least: number) => {
    const articles = findMost(chosen, least).filter(fits);
    if (articles.length === 0) return undefined;
    const clauses = words.filter((_, i) => chosen.includes(hits[i] as TermHits));
    const texts = clauses.flatMap(({ terms }) => terms.map(({ text }) => text));
    const found = narrow(corpus, query, articles, [...marked, ...chosen]);
    const isAbsent = ({ words: parts }: CutQuery['cut'][number]) =>
      !parts.some(({ text }) => texts.includes(text));
    const instead: WordSearch = {
      missing: cut.filter((each) => !isAbsent(each)).map(({ term }) => term.text),
      absent: cut.filter(isAbsent).map(({ term }) => term.text),
      words: texts,
      least,
      text: writeQuery([...kept, ...clauses]),
    };
    return { found, instead };
  };

  // Single characters alone are in nearly all texts.
  const all = cut.length > 0 && long.length > 0 ? choose(hits, hits.length) : undefined;
  if (all) return all;
  for (let least = long.length; least * 2 > long.length; least--) {
    const found = choose(long, least);
    if (found) return found;
  }
  return undefined;
}

/** Gives the articles that so many of the terms have, ascending. */
function findMost(hits: readonly TermHits[], least: number): number[] {
  const times = new Map<number, number>();
  for (const { counts } of hits)
    for (const article of counts.keys()) times.set(article, (times.get(article) ?? 0) + 1);
  return [...times]
    .filter(([, count]) => count >= least)
    .map(([article]) => article)
    .sort((a, b) => a - b);
}

/** Counts strings where the term is looked for. */
function createCounter(corpus: SearchCorpus, term: QueryTerm) {
  return async (text: string): Promise<number> => {
    const { counts } = await corpus.find({ ...term, text, isExact: true });
    let sum = 0;
    for (const count of counts.values()) sum += count;
    return sum;
  };
}
