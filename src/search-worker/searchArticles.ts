import type { QueryTerm, SearchQuery } from './parseQuery.ts';
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
  /** Terms of which parts of the index could not be read. */
  unseen: string[];
}

/** Answers a query. `terms`: its text, parsed. */
export async function searchArticles(
  corpus: SearchCorpus,
  query: SearchQuery,
  terms: readonly QueryTerm[],
): Promise<FoundArticles> {
  const hits = await Promise.all(terms.map((term) => corpus.find(term)));
  const wanted = hits.filter((_, i) => !terms[i]?.isExcluded);
  const unwanted = hits.filter((_, i) => terms[i]?.isExcluded);
  const found = intersect(wanted, corpus.count).filter(
    (article) => !unwanted.some(({ counts }) => counts.has(article)),
  );
  const dated = found.filter(createDayFilter(corpus, query));
  const { articles } = corpus;
  const { sources, list } = articles;
  const ofSource = dated.filter(
    (article) => !query.source || sources[articles.source[article] as number] === query.source,
  );
  const kept = ofSource.filter(createCategoryFilter(articles, query.category));
  return {
    articles: rankArticles(kept, wanted, corpus, query.sort ?? 'fit'),
    list,
    categories: countNames(ofSource, articles.categories, articles.category),
    sources: countNames(
      dated.filter(createCategoryFilter(articles, query.category)),
      sources,
      articles.source,
    ),
    months: countMonths(kept, corpus.days),
    unseen: terms.filter((_, i) => hits[i]?.isPartial).map(({ text }) => text),
  };
}

/** Gives the articles that all terms have, ascending; without a term, all. */
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
