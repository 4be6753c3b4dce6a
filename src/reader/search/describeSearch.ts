import type { SearchQuery } from '../../search-worker/parseQuery.ts';
import { searchWords } from '../words/searchWords.ts';
import { words } from '../words/words.ts';

/** A filter of a search, as a chip shows it, and what takes it away. */
export interface ActiveFilter {
  key: string;
  name: string;
  value: string;
  without: Partial<SearchQuery>;
}

/** Lists the filters that a search has. `listNames`: gives the names of a category's path. */
export function listFilters(
  { category, source, from, to }: SearchQuery,
  listNames: (path: string) => string[],
): ActiveFilter[] {
  const filters: ActiveFilter[] = [];
  const add = (key: string, name: string, value: string, without: Partial<SearchQuery>) =>
    filters.push({ key, name, value, without });
  if (category) add('category', words.categories, listNames(category).join('/'), { category: '' });
  if (source) add('source', searchWords.sources, source, { source: '' });
  if (from || to) add('days', searchWords.dates, writeDays(from, to), { from: '', to: '' });
  return filters;
}

/** Returns the name of a search in a list: what was typed, and its filters. */
export function describeSearch(query: SearchQuery, listNames: (path: string) => string[]): string {
  return [query.text, ...listFilters(query, listNames).map(({ value }) => value)].join(' · ');
}

/** `2022-03-01–2022-04-15`; a whole month or year is its name. */
function writeDays(from = '', to = ''): string {
  const month = from.slice(0, 7);
  const [year = 0, number = 0] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  if (from === `${year}-01-01` && to === `${year}-12-31`) return String(year);
  if (from === `${month}-01` && to === `${month}-${last}`) return month;
  return from === to ? from : `${from}–${to}`;
}
