import type { QueryClause, QueryTerm } from './parseQuery.ts';
import { type SearchCorpus, type TermHits, UNDATED } from './SearchCorpus.ts';

/** Finds the articles that hold one or more of a clause's terms. Never fails. */
export async function findClause(corpus: SearchCorpus, clause: QueryClause): Promise<TermHits> {
  const all = await Promise.all(clause.terms.map((term) => findInCorpus(corpus, term)));
  const [first, ...others] = all;
  if (first && others.length === 0) return first;
  const hits: TermHits = { counts: new Map(), inTitle: new Set(), isPartial: false };
  for (const { counts, inTitle, isPartial } of all) {
    for (const [article, count] of counts)
      hits.counts.set(article, (hits.counts.get(article) ?? 0) + count);
    for (const article of inTitle) hits.inTitle.add(article);
    hits.isPartial ||= isPartial;
  }
  const places = all.flatMap((each) => each.places ?? []);
  if (places.length === all.length) hits.places = joinPlaces(places);
  return hits;
}

/** Tells whether a clause asks for what texts say, which is marked and counts for the order. */
export function isOfTexts({ terms }: QueryClause): boolean {
  return terms.some(({ field }) => field === 'any' || field === 'title' || field === 'tag');
}

/** A clause of nothing but days that could not be read is no condition. */
export function isReadable({ terms }: QueryClause): boolean {
  return terms.some(({ field, days }) => field !== 'day' || days !== undefined);
}

function findInCorpus(corpus: SearchCorpus, term: QueryTerm): Promise<TermHits> | TermHits {
  if (term.field === 'category') {
    const { categories, category } = corpus.articles;
    const { paths = [] } = term;
    const names = categories.map((path) => (paths.includes(path) ? term.text : corpus.fold(path)));
    return findNamed(term, names, category);
  }
  if (term.field === 'source') {
    const { sources, source } = corpus.articles;
    return findNamed(term, sources.map(corpus.fold), source);
  }
  return term.field === 'day' ? findDays(corpus, term) : corpus.find(term);
}

/** Finds the articles whose category or source holds a term. `numbers`: by article. */
function findNamed(term: QueryTerm, names: readonly string[], numbers: readonly number[]) {
  const fits = names.map((name) => name.includes(term.text));
  return buildHits(numbers.flatMap((number, article) => (fits[number] ? article : [])));
}

function findDays({ days }: SearchCorpus, { days: range }: QueryTerm): TermHits {
  if (!range) return buildHits([]);
  const { first = Number.NEGATIVE_INFINITY, last = Number.POSITIVE_INFINITY } = range;
  const found: number[] = [];
  days.forEach((day, article) => {
    if (day !== UNDATED && day >= first && day <= last) found.push(article);
  });
  return buildHits(found);
}

/** What is no text has no count. */
function buildHits(articles: readonly number[]): TermHits {
  const counts = new Map(articles.map((article) => [article, 0]));
  return { counts, inTitle: new Set(), isPartial: false };
}

function joinPlaces(lists: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let length = 0;
  for (const list of lists) {
    joined.set(list, length);
    length += list.length;
  }
  return joined.sort();
}
