import type { SearchQuery } from '../../search-worker/parseQuery.ts';
import type { SearchResult } from '../../search-worker/SearchService.ts';
import { ExportButton } from '../downloads/ExportButton.tsx';
import { SaveListButton } from '../offline/SaveListButton.tsx';
import { useCategoryNames } from '../site/useSite.ts';
import { formatCount } from '../ui/formatCount.ts';
import { searchWords } from '../ui/searchWords.ts';
import { words } from '../ui/words.ts';
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
  const isNarrowed = Boolean(query.category || query.source || query.from || query.to);
  return (
    <details className="search-filters" open={isNarrowed || undefined}>
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
        {isNarrowed && (
          <button
            type="button"
            className="order-button"
            onClick={() => onChange({ category: '', source: '', from: '', to: '' })}
          >
            {searchWords.clearFilters}
          </button>
        )}
        {result && result.articles.length > 0 && <ResultActions query={query} result={result} />}
      </div>
    </details>
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
