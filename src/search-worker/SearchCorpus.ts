import type { SearchArticles } from '../model/search/searchPlan.ts';
import type { QueryTerm } from './parseQuery.ts';

/** The day of an article without a date; no calendar has it. Days before 1970 are negative. */
export const UNDATED = -0x8000_0000;

/** The articles that hold a term. */
export interface TermHits {
  /** How often in title and body, by article. */
  counts: Map<number, number>;
  inTitle: Set<number>;
  /** Where in the row of bodies, ascending; absent where the term is so frequent that only its articles are known. */
  places?: Float64Array;
  /** Parts of the index could not be read, so that hits may be missing. */
  isPartial: boolean;
}

/**
 * What is searched: the whole archive by its index, or the saved articles by their texts. Articles are numbered by
 * date, those without one last.
 */
export interface SearchCorpus {
  readonly count: number;
  readonly articles: Omit<SearchArticles, 'days' | 'steps'>;
  /** By article: its Beijing day since 1970, UNDATED without a date. */
  readonly days: Int32Array;
  /** Units of all bodies together. */
  readonly size: number;
  /** Makes equal what a reader holds for equal (`model/foldText.ts`). */
  fold(text: string): string;
  /** Finds a term of title, text or tags. Never fails: what could not be read is said. */
  find(term: QueryTerm): Promise<TermHits>;
  /** Gives the article whose body is at a place in the row of bodies. */
  findArticle(place: number): number;
  /**
   * Gives the strings of two units that begin with a unit, with how often titles hold them, about; texts, too, if
   * no more than `mostBytes` have to be fetched for that. What can't be read is left out.
   */
  listPairs(first: string, mostBytes: number): Promise<Map<string, number>>;
}
