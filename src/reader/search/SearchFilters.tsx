import CloseIcon from 'lucide-react/icons/x';
import type { SearchQuery } from '../../search-worker/parseQuery.ts';
import type { SearchResult } from '../../search-worker/SearchService.ts';
import { ExportButton } from '../downloads/ExportButton.tsx';
import { SaveListButton } from '../offline/SaveListButton.tsx';
import { useCategoryNames } from '../site/useSite.ts';
import { formatCount } from '../ui/formatCount.ts';
import { searchWords } from '../words/searchWords.ts';
import { words } from '../words/words.ts';
import { listFilters } from './describeSearch.ts';
import { buildSource } from './exportResults.ts';
import { useSummaryReader } from './useSearchResult.ts';

interface SearchFiltersProps {
  query: SearchQuery;
  result: SearchResult | undefined;
  onChange: (change: Partial<SearchQuery>) => void;
}

/**
 * What narrows and orders a result: category and source with their counts, days, order; and the ways to take it
 * along.
 */
export function SearchFilters({ query, result, onChange }: SearchFiltersProps) {
  const listNames = useCategoryNames();
  return (
    <details className="search-filters">
      <summary>{searchWords.filters}</summary>
      <div className="search-fields">
        <Choice
          name={words.categories}
          value={query.category ?? ''}
          all={searchWords.allCategories}
          counts={sumUp(result?.categories ?? [])}
          buildName={(path) => listNames(path).join('/')}
          onChange={(category) => onChange({ category })}
        />
        <Choice
          name={searchWords.sources}
          value={query.source ?? ''}
          all={searchWords.allSources}
          counts={result?.sources ?? []}
          onChange={(source) => onChange({ source })}
        />
        {(['from', 'to'] as const).map((end) => (
          <label key={end}>
            <span>{end === 'from' ? searchWords.fromDay : searchWords.toDay}</span>
            <input
              type="date"
              value={query[end] ?? ''}
              onChange={(event) => onChange({ [end]: event.target.value })}
            />
          </label>
        ))}
      </div>
      <div className="search-actions">
        {result && result.articles.length > 0 && <ResultActions query={query} result={result} />}
      </div>
    </details>
  );
}

/** The filters that a result is narrowed by, always in sight; a press takes one away. */
export function FilterChips({ query, onChange }: Omit<SearchFiltersProps, 'result'>) {
  const filters = listFilters(query, useCategoryNames());
  if (filters.length === 0) return null;
  return (
    <ul className="filter-chips" aria-label={searchWords.activeFilters}>
      {filters.map(({ key, name, value, without }) => (
        <li key={key}>
          <button
            type="button"
            className="chip"
            aria-label={searchWords.removeFilter(name, value)}
            onClick={() => onChange(without)}
          >
            <span>{value}</span>
            <CloseIcon size={13} strokeWidth={1.8} aria-hidden="true" />
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className="order-button"
          onClick={() => onChange({ category: '', source: '', from: '', to: '' })}
        >
          {searchWords.clearFilters}
        </button>
      </li>
    </ul>
  );
}

/** What can be done with a whole result. */
function ResultActions({ query, result }: { query: SearchQuery; result: SearchResult }) {
  const read = useSummaryReader(query.text, result);
  const count = result.articles.length;
  return (
    <>
      {/* What could only be found among saved articles is saved. */}
      {result.savedCount === undefined && (
        <SaveListButton source={{ kind: 'articles', count, read }} />
      )}
      <ExportButton source={buildSource(query, result, read)} />
    </>
  );
}

interface ChoiceProps {
  name: string;
  value: string;
  /** The word for no choice. */
  all: string;
  counts: readonly [name: string, count: number][];
  /** Makes the words of a value; without it, they are the value. */
  buildName?: (value: string) => string;
  onChange: (value: string) => void;
}

function Choice({ name, value, all, counts, buildName = String, onChange }: ChoiceProps) {
  const isKnown = value === '' || counts.some(([each]) => each === value);
  return (
    <label>
      <span>{name}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{all}</option>
        {!isKnown && <option value={value}>{buildName(value)}</option>}
        {counts.map(([each, count]) => (
          <option key={each} value={each}>
            {buildName(each)} ({formatCount(count)})
          </option>
        ))}
      </select>
    </label>
  );
}

/** Leaves and all that is above them, each with the sum of what is below, in the tree's order. */
function sumUp(leaves: readonly [path: string, count: number][]): [string, number][] {
  const sums = new Map<string, number>();
  for (const [path, count] of leaves) {
    const names = path.split('/');
    for (let depth = 1; depth <= names.length; depth++) {
      const above = names.slice(0, depth).join('/');
      sums.set(above, (sums.get(above) ?? 0) + count);
    }
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
}
