import { findClause, isOfTexts, isReadable } from './findClause.ts';
import type { QueryClause, SearchQuery } from './parseQuery.ts';
import { rankArticles } from './rankArticles.ts';
import { type SearchCorpus, type TermHits, UNDATED } from './SearchCorpus.ts';
import { parseDay } from './SearchIndex.ts';

/** What was found in a corpus, in the order in which it is shown. */
export interface FoundArticles {
  /** Their numbers. */
  articles: number[];
  /** Id of the list of all, which is in the order of these numbers. */
  list: string;
  /** Of the articles that fit but for the category: how many are in each, the most first. */
  categories: [path: string, count: number][];
  sources: [name: string, count: number][];
  /** Beijing months, the oldest first. */
  months: [month: string, count: number][];
  /** How many fit without the query's filters, that is its category, source and days. */
  unfiltered: number;
  /** Terms of which parts of the index could not be read. */
  unseen: string[];
  /** What `日期:` names that is no date; it was passed over. */
  misread: string[];
}

/** Answers a query. `clauses`: its text, parsed. */
export async function searchArticles(
  corpus: SearchCorpus,
  query: SearchQuery,
  clauses: readonly QueryClause[],
): Promise<FoundArticles> {
  const asked = clauses.filter(isReadable);
  const hits = await Promise.all(asked.map((clause) => findClause(corpus, clause)));
  const wanted = hits.filter((_, i) => !asked[i]?.isExcluded);
  const unwanted = hits.filter((_, i) => asked[i]?.isExcluded);
  const found = intersect(wanted, corpus.count).filter(
    (article) => !unwanted.some(({ counts }) => counts.has(article)),
  );
  const ofTexts = hits.filter((_, i) => {
    const clause = asked[i] as QueryClause;
    return !clause.isExcluded && isOfTexts(clause);
  });
  return {
    ...narrow(corpus, query, found, ofTexts),
    unseen: asked.filter((_, i) => hits[i]?.isPartial).map(spellClause),
    misread: clauses.filter((clause) => !isReadable(clause)).map(spellClause),
  };
}

/** Filters, counts and orders articles. `hits`: of what texts say, for the order. */
export function narrow(
  corpus: SearchCorpus,
  query: SearchQuery,
  found: readonly number[],
  hits: readonly TermHits[],
): Omit<FoundArticles, 'unseen' | 'misread'> {
  const dated = found.filter(createDayFilter(corpus, query));
  const { articles } = corpus;
  const { sources, list } = articles;
  const ofSource = dated.filter(
    (article) => !query.source || sources[articles.source[article] as number] === query.source,
  );
  const isInside = createCategoryFilter(articles, query.category);
  const kept = ofSource.filter(isInside);
  return {
    articles: rankArticles(kept, hits, corpus, query.sort ?? 'fit'),
    list,
    unfiltered: found.length,
    categories: countNames(ofSource, articles.categories, articles.category),
    sources: countNames(dated.filter(isInside), sources, articles.source),
    months: countMonths(kept, corpus.days),
  };
}

function spellClause({ terms }: QueryClause): string {
  return terms.map(({ text }) => text).join('|');
}

/** Gives the articles that all clauses have, ascending; without a clause, all. */
function intersect(hits: readonly TermHits[], count: number): number[] {
  const [rarest, ...others] = [...hits].sort((a, b) => a.counts.size - b.counts.size);
  if (!rarest) return Array.from({ length: count }, (_, article) => article);
  return [...rarest.counts.keys()]
    .filter((article) => others.every(({ counts }) => counts.has(article)))
    .sort((a, b) => a - b);
}

function createDayFilter({ days }: SearchCorpus, { from, to }: SearchQuery) {
  const [first, last] = [parseDay(from), parseDay(to)];
  if (first === undefined && last === undefined) return () => true;
  return (article: number) => {
    const day = days[article] as number;
    return day !== UNDATED && day >= (first ?? day) && day <= (last ?? Number.POSITIVE_INFINITY);
  };
}

function createCategoryFilter({ categories, category }: SearchCorpus['articles'], path = '') {
  const isInside = categories.map(
    (each) => path === '' || each === path || each.startsWith(`${path}/`),
  );
  return (article: number) => isInside[category[article] as number] === true;
}

function countNames(
  articles: readonly number[],
  names: readonly string[],
  numbers: readonly number[],
): [string, number][] {
  const counts = new Array<number>(names.length).fill(0);
  for (const article of articles)
    counts[numbers[article] as number] = (counts[numbers[article] as number] ?? 0) + 1;
  return names
    .map((name, i): [string, number] => [name, counts[i] as number])
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1]);
}

function countMonths(articles: readonly number[], days: Int32Array): [string, number][] {
  const counts = new Map<string, number>();
  const names = new Map<number, string>();
  for (const article of articles) {
    const day = days[article] as number;
    if (day === UNDATED) continue;
    const month = names.get(day) ?? new Date(day * 86_400_000).toISOString().slice(0, 7);
    names.set(day, month);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
