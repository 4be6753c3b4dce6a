import { navigate } from 'wouter/use-browser-location';
import './search.css';
import { isMissing } from '../../model/ArchiveError.ts';
import type { SearchQuery } from '../../search-worker/parseQuery.ts';
import { MonthStrip } from '../browse/MonthStrip.tsx';
import { explainError } from '../data/explainError.ts';
import { ListHead } from '../list/ListHead.tsx';
import type { ListProps } from '../list/ListProps.ts';
import { hasOpenedRow } from '../list/useReturnFocus.ts';
import { NoteHits } from '../notes/NoteHits.tsx';
import { buildListKey } from '../routing/ArticleOrigin.ts';
import { clearArrival } from '../routing/arrival.ts';
import { buildHref } from '../routing/routes.ts';
import { Failed } from '../ui/Failed.tsx';
import { formatCount } from '../ui/formatCount.ts';
import { searchWords } from '../words/searchWords.ts';
import { words } from '../words/words.ts';
import { FoundRows } from './FoundRows.tsx';
import { KeepButton } from './KeepButton.tsx';
import { OwnSearches } from './OwnSearches.tsx';
import { SearchBox } from './SearchBox.tsx';
import { FilterChips, SearchFilters } from './SearchFilters.tsx';
import { NothingFound, SearchNotes } from './SearchNotes.tsx';
import { SortChoice } from './SortChoice.tsx';
import { buildSearchQuery, parseSearchQuery } from './searchQuery.ts';
import { useRememberedSearch } from './useSearchMemory.ts';
import { useSearchResult } from './useSearchResult.ts';

interface SearchListProps extends ListProps {
  /** What stands behind the `?` of the address. It holds all that is asked. */
  query: string;
}

/** The search: its box, what narrows the result, and the articles found. */
export function SearchList({ query, open, steps, onApproach }: SearchListProps) {
  const asked = parseSearchQuery(query);
  const isAsked = asked.text.trim() !== '';
  const { data, error, isPending, isPlaceholderData, refetch } = useSearchResult(query);
  const result = isAsked ? data : undefined;
  const listKey = buildListKey({ kind: 'search', query });
  const count = isPlaceholderData ? undefined : result?.articles.length;
  useRememberedSearch(query, count !== undefined && count > 0);

  /** Another question takes the place of this one, so that Back leads out of the search. */
  function ask(change: Partial<SearchQuery>) {
    const next = buildSearchQuery({ ...asked, ...change });
    navigate(buildHref({ name: 'search', query: next }), { replace: !open });
    // Who asks here has the focus here.
    clearArrival();
  }

  /** The same by a control that may go away with the answer: the focus goes to what tells it. */
  function narrow(change: Partial<SearchQuery>) {
    ask(change);
    focusStatus();
  }

  return (
    <>
      <ListHead
        title={words.search}
        isPage={!open}
        isYielding={hasOpenedRow(listKey) || !isAsked}
        // While the next answer is on its way, the last one's rows stay, but its count is no answer.
        status={count === undefined ? undefined : words.articleCount(formatCount(count))}
        action={isAsked && <SortChoice sort={asked.sort} onChange={(sort) => ask({ sort })} />}
      >
        <SearchBox
          text={asked.text.trim()}
          onSearch={(text) => ask({ text })}
          isFocused={!open && !isAsked}
        />
        <NoteHits question={asked.text} />
        {isAsked && <FilterChips query={asked} onChange={narrow} />}
        {isAsked && (
          <div className="search-tools">
            <SearchFilters query={asked} result={result} onChange={ask} />
            <KeepButton query={query} />
          </div>
        )}
        {result && result.months.length > 1 && (
          <MonthStrip
            months={result.months}
            current={-1}
            onJump={(index) => narrow(findDays(result.months[index]?.[0] ?? ''))}
          />
        )}
        {result && !isPlaceholderData && (
          <SearchNotes query={asked} result={result} onRetry={() => void refetch()} />
        )}
      </ListHead>
      {!isAsked ? (
        <OwnSearches />
      ) : error ? (
        <Failed
          what={searchWords.searchFailed}
          why={isMissing(error) ? searchWords.noSearch : explainError(error)}
          onRetry={() => void refetch()}
        />
      ) : isPending || !result ? (
        <p className="empty" aria-busy="true">
          {searchWords.searching}
        </p>
      ) : result.articles.length === 0 ? (
        <NothingFound query={asked} unfiltered={result.unfiltered} onChange={narrow} />
      ) : (
        <FoundRows
          key={listKey}
          listKey={listKey}
          query={query}
          text={result.instead?.text ?? asked.text.trim()}
          articles={result.articles}
          open={open}
          steps={steps}
          onApproach={onApproach}
        />
      )}
    </>
  );
}

/** The first and the last day of a month. */
function findDays(month: string): Pick<SearchQuery, 'from' | 'to'> {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${last}` };
}

function focusStatus(): void {
  const status = document.querySelector<HTMLElement>('.list-head [role=status]');
  status?.setAttribute('tabindex', '-1');
  status?.focus({ preventScroll: true });
}
