import type { SearchQuery } from '../../search-worker/parseQuery.ts';
import { searchWords } from '../words/searchWords.ts';

const SORTS = ['fit', 'newest', 'oldest'] as const;

interface SortChoiceProps {
  sort: SearchQuery['sort'];
  onChange: (sort: NonNullable<SearchQuery['sort']>) => void;
}

/** The order of a result. */
export function SortChoice({ sort, onChange }: SortChoiceProps) {
  return (
    <select
      className="order-button"
      aria-label={searchWords.sortBy}
      value={sort ?? 'fit'}
      onChange={(event) => onChange(event.target.value as (typeof SORTS)[number])}
    >
      {SORTS.map((each) => (
        <option key={each} value={each}>
          {searchWords.sorts[each]}
        </option>
      ))}
    </select>
  );
}
