import type { ArticleSummary } from '../../model/Article.ts';
import type { MarkedText, TextRange } from './findRanges.ts';
import type { SearchQuery } from './parseQuery.ts';
import type { SearchResult } from './searchArticles.ts';

/** One article of a result, with what is marked in it. */
export interface ResultRow {
  summary: ArticleSummary;
  titleRanges: TextRange[];
  /** Absent where the terms stand in the title only. */
  excerpt?: MarkedText;
}

/** What the search can do, in a worker or in the page. Everything rejects with an ArchiveError. */
export interface SearchService {
  search(query: SearchQuery): Promise<SearchResult>;
  /** Gives one article of a result; `text`: the query's, for the marks. */
  readRow(article: number, text: string): Promise<ResultRow>;
  /** Finds a query's terms in texts. */
  mark(texts: readonly string[], text: string): Promise<TextRange[][]>;
}
