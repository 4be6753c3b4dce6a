import type { ArticleSummary } from '../model/Article.ts';
import type { MarkedText, TextRange } from './findRanges.ts';
import type { SearchQuery } from './parseQuery.ts';
import type { FoundArticles } from './searchArticles.ts';
import type { WordSearch } from './searchByWords.ts';

/** The answer to a query. */
export interface SearchResult extends Omit<FoundArticles, 'articles'> {
  /** Numbers of the articles in the list of all; where only saved ones could be searched, their ids. */
  articles: readonly (number | string)[];
  /** Where only the saved articles could be searched: how many these are. */
  savedCount?: number;
  /** Nothing was found of what was asked; this was searched for instead. */
  instead?: WordSearch;
}

/** One article of a result, with what is marked in it. */
export interface ResultRow {
  summary: ArticleSummary;
  titleRanges: TextRange[];
  /** How many hits title and text have. */
  hitCount: number;
  /** Absent where the terms stand in the title or in tags only. */
  excerpt?: MarkedText;
  /** The tags that hold a term; absent where none does. */
  tags?: MarkedText;
}

/** What the search can do, in a worker or in the page. Everything rejects with an ArchiveError. */
export interface SearchService {
  /**
   * Where the index is out of reach, the saved articles are searched. `shownNames`: of categories by path, where they
   * are others than the path's.
   */
  search(query: SearchQuery, shownNames?: Readonly<Record<string, string>>): Promise<SearchResult>;
  /** Gives one article of a result, by its number or a saved one by its id; `text`: the query's, for the marks. */
  readRow(article: number | string, text: string): Promise<ResultRow>;
  /** Gives queries that may have been meant where a text was not found as it is. */
  suggest(text: string): Promise<string[]>;
  /** Finds a query's terms in texts. */
  mark(texts: readonly string[], text: string): Promise<TextRange[][]>;
}
