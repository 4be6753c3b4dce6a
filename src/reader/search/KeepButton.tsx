import Star from 'lucide-react/icons/star';
import { searchWords } from '../words/searchWords.ts';
import { findSearchMemory } from './createSearchMemory.ts';
import { nameSearch, useSearches } from './useSearchMemory.ts';

/** Saves the search on screen, or takes it out of the saved ones. */
export function KeepButton({ query }: { query: string }) {
  const name = nameSearch(query);
  const isKept = useSearches().kept.includes(name);
  const memory = findSearchMemory();
  return (
    <button
      type="button"
      className="order-button"
      aria-pressed={isKept}
      onClick={() => (isKept ? memory.forget('kept', name) : memory.keep(name))}
    >
      <Star
        size={13}
        strokeWidth={1.6}
        fill={isKept ? 'currentColor' : 'none'}
        aria-hidden="true"
      />
      {searchWords.keepSearch}
    </button>
  );
}
