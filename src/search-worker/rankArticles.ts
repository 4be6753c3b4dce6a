import type { SearchQuery } from './parseQuery.ts';
import { type SearchCorpus, type TermHits, UNDATED } from './SearchCorpus.ts';

/** Words that stand further apart than this are as good as in different texts. */
const FAR = 1000;

/**
 * Puts articles in order: those first with more of the terms in their title; then by how often the terms stand in
 * them, in powers of two; then by how near to one another; then the newest. Articles come in stored order, by date,
 * those without one at the end.
 */
export function rankArticles(
  articles: readonly number[],
  terms: readonly TermHits[],
  corpus: SearchCorpus,
  sort: NonNullable<SearchQuery['sort']>,
): number[] {
  const dated = articles.filter((article) => corpus.days[article] !== UNDATED);
  const undated = articles.slice(dated.length);
  if (sort === 'oldest') return [...dated, ...undated];
  const newest = [...dated.reverse(), ...undated];
  if (sort === 'newest') return newest;
  const distances = measureDistances(articles, terms, corpus);
  const scores = new Map(
    articles.map((article) => {
      const titles = terms.filter(({ inTitle }) => inTitle.has(article)).length;
      const count = terms.reduce((sum, { counts }) => sum + (counts.get(article) ?? 0), 1);
      const frequency = Math.min(15, Math.floor(Math.log2(count)));
      const nearness = 1 - Math.min(FAR, distances.get(article) ?? FAR) / (FAR + 1);
      return [article, titles * 16 + frequency + nearness];
    }),
  );
  // A stable sort: what is equal stays in order of date.
  return newest.sort((a, b) => (scores.get(b) as number) - (scores.get(a) as number));
}

/** Gives, by article, the least distance between places of one term and of the next. */
function measureDistances(
  articles: readonly number[],
  terms: readonly TermHits[],
  corpus: SearchCorpus,
): Map<number, number> {
  const distances = new Map<number, number>();
  const wanted = new Set(articles);
  for (let i = 1; i < terms.length; i++) {
    const [a, b] = [terms[i - 1]?.places, terms[i]?.places];
    if (!a || !b) continue;
    let next = 0;
    for (const place of a) {
      while (next < b.length && (b[next] as number) < place) next++;
      const near = Math.min(
        (b[next] ?? Number.POSITIVE_INFINITY) - place,
        place - (b[next - 1] ?? Number.NEGATIVE_INFINITY),
      );
      if (near > FAR) continue;
      const article = corpus.findArticle(place);
      if (wanted.has(article))
        distances.set(article, Math.min(near, distances.get(article) ?? FAR));
    }
  }
  return distances;
}
