import { useQuery } from '@tanstack/react-query';
import type { SearchQuery } from '../../search-worker/parseQuery.ts';
import type { SearchResult } from '../../search-worker/SearchService.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { formatCount } from '../ui/formatCount.ts';
import { searchWords } from '../words/searchWords.ts';
import { words } from '../words/words.ts';
import { findSearchService } from './findSearchService.ts';
import { buildSearchQuery } from './searchQuery.ts';

interface SearchNotesProps {
  query: SearchQuery;
  result: SearchResult;
  onRetry: () => void;
}

/** Says how a result came about where it is not just what was asked, and what may have been meant. */
export function SearchNotes({ query, result, onRetry }: SearchNotesProps) {
  const { instead, misread, articles, unfiltered } = result;
  const isNowhere = articles.length === 0 && unfiltered === 0;
  return (
    <>
      <UnseenNote result={result} onRetry={onRetry} />
      <div aria-live="polite">
        {misread.length > 0 && (
          <p className="search-note">{searchWords.misread(misread.join('、'))}</p>
        )}
        {instead && <p className="search-note">{describeWords(instead, articles.length)}</p>}
        {(instead || isNowhere) && <NearMisses query={query} />}
      </div>
    </>
  );
}

/** Says by which words was searched; `count`: how many articles have them. */
function describeWords(instead: NonNullable<SearchResult['instead']>, count: number): string {
  const { missing, absent, words: found, least } = instead;
  const names = found.join('、');
  const list = (texts: readonly string[]) => texts.join('”“');
  return least < found.length || missing.length + absent.length === 0
    ? searchWords.byMostWords(names, least, formatCount(count))
    : searchWords.byWords(list(missing), list(absent), names, formatCount(count));
}

/** Other questions that may have been meant. Where they can't be had, there are none. */
function NearMisses({ query }: { query: SearchQuery }) {
  const { data = [] } = useQuery({
    queryKey: ['near misses', query.text],
    queryFn: () => findSearchService().suggest(query.text),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  if (data.length === 0) return null;
  return <OtherSearches query={query} lead={searchWords.didYouMean} texts={data} />;
}

const NO_FILTERS = { category: '', source: '', from: '', to: '' };

interface OtherSearchesProps {
  query: SearchQuery;
  lead: string;
  texts: readonly string[];
}

/** Links that search for something else with the same filters. */
function OtherSearches({ query, lead, texts }: OtherSearchesProps) {
  return (
    <p className="search-note">
      {lead}
      {texts.map((text) => (
        <RouteLink
          key={text}
          to={{ name: 'search', query: buildSearchQuery({ ...query, text }) }}
          className="other-search"
        >
          {text}
        </RouteLink>
      ))}
    </p>
  );
}

interface NothingFoundProps {
  query: SearchQuery;
  /** How many articles there are without the filters. */
  unfiltered: number;
  onChange: (change: Partial<SearchQuery>) => void;
}

/** What stands in the place of the list where nothing was found. */
export function NothingFound({ query, unfiltered, onChange }: NothingFoundProps) {
  const parts = query.text.trim().split(/\s+/);
  return (
    <div className="empty">
      <p>{searchWords.nothingFound}</p>
      {unfiltered > 0 ? (
        <>
          <p className="text-sm">{searchWords.outsideFilters(formatCount(unfiltered))}</p>
          <button type="button" className="button mt-3" onClick={() => onChange(NO_FILTERS)}>
            {searchWords.clearFilters}
          </button>
        </>
      ) : (
        <p className="text-sm">{searchWords.nothingFoundHint}</p>
      )}
      {unfiltered === 0 && parts.length > 1 && (
        <OtherSearches query={query} lead={searchWords.findApart} texts={[...new Set(parts)]} />
      )}
    </div>
  );
}

/** Says what could not be searched. */
function UnseenNote({ result, onRetry }: Pick<SearchNotesProps, 'result' | 'onRetry'>) {
  const { savedCount, unseen } = result;
  if (savedCount === undefined && unseen.length === 0) return null;
  return (
    <p role="alert" className="search-note">
      {savedCount === undefined
        ? searchWords.unseen(unseen.join('、'))
        : searchWords.onlySaved(formatCount(savedCount))}{' '}
      <button type="button" className="text-seal" onClick={onRetry}>
        {words.retry}
      </button>
    </p>
  );
}
