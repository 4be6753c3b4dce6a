import CloseIcon from 'lucide-react/icons/x';
import { RouteLink } from '../routing/RouteLink.tsx';
import { useCategoryNames } from '../site/useSite.ts';
import { offerUndo } from '../undo/offerUndo.ts';
import { searchWords } from '../words/searchWords.ts';
import { findSearchMemory, type Searches } from './createSearchMemory.ts';
import { describeSearch } from './describeSearch.ts';
import { parseSearchQuery } from './searchQuery.ts';
import { useSearches } from './useSearchMemory.ts';

/** What stands where nothing is searched for yet: the reader's own searches, and what one may type. */
export function OwnSearches() {
  const searches = useSearches();
  const clear = () => offerUndo(searchWords.recentCleared, findSearchMemory().clearRecent());
  return (
    <div className="own-searches">
      <SearchesList list="kept" title={searchWords.keptSearches} searches={searches} />
      <SearchesList list="recent" title={searchWords.recentSearches} searches={searches} />
      {searches.recent.length > 0 && (
        <button type="button" className="order-button" onClick={clear}>
          {searchWords.clearRecent}
        </button>
      )}
      <p className="search-hint">{searchWords.searchHint}</p>
      <dl className="search-examples">
        {searchWords.searchExamples.map(([example, meaning]) => (
          <div key={example}>
            <dt>{example}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

interface SearchesListProps {
  list: keyof Searches;
  title: string;
  searches: Searches;
}

function SearchesList({ list, title, searches }: SearchesListProps) {
  const listNames = useCategoryNames();
  if (searches[list].length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul aria-label={title}>
        {searches[list].map((query) => {
          const name = describeSearch(parseSearchQuery(query), listNames);
          const forget = () => {
            const undo = findSearchMemory().forget(list, query);
            offerUndo(searchWords.searchForgotten(name), undo);
          };
          return (
            <li key={query}>
              <RouteLink to={{ name: 'search', query }}>{name}</RouteLink>
              <button
                type="button"
                className="icon-button"
                aria-label={searchWords.forgetSearch(name)}
                onClick={forget}
              >
                <CloseIcon size={15} strokeWidth={1.6} aria-hidden="true" />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
