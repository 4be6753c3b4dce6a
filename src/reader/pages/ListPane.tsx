import type { UseQueryResult } from '@tanstack/react-query';
import type { Catalogue } from '../../model/Catalogue.ts';
import { ArticleList } from '../browse/ArticleList.tsx';
import type { StoredListResult } from '../browse/useStoredList.ts';
import { explainError } from '../data/explainError.ts';
import { StoredExportButton } from '../downloads/StoredExportButton.tsx';
import { ListHead } from '../list/ListHead.tsx';
import { ListSkeleton } from '../list/ListSkeleton.tsx';
import type { OpenArticle } from '../reading/useOpenArticle.ts';
import { buildListKey, type ListPlace } from '../routing/ArticleOrigin.ts';
import { SiteFooter } from '../site/SiteFooter.tsx';
import { useCategoryNames } from '../site/useSite.ts';
import { Failed } from '../ui/Failed.tsx';
import { useDocumentTitle } from '../ui/useDocumentTitle.ts';
import { words } from '../words/words.ts';
import { OwnListPage } from './OwnListPage.tsx';
import { SearchPage } from './SearchPage.tsx';

interface ListPaneProps {
  catalogue: UseQueryResult<Catalogue>;
  /** Unknown while a deep link's article is on its way. */
  list: ListPlace | undefined;
  /** The same list where it is one of the archive. */
  shown: StoredListResult;
  open: OpenArticle | undefined;
  onApproach: (id: string) => void;
}

/** The pane of the list: the articles of a category or a tag, or the reader's own. */
export function ListPane(props: ListPaneProps) {
  const { list, open } = props;
  const listNames = useCategoryNames();
  const title = props.shown.stored?.title ?? (list && buildTitle(list, listNames));
  useDocumentTitle(open ? undefined : title);
  return (
    <section className="list-pane">
      {renderList(props, title)}
      <SiteFooter within={['one']} />
    </section>
  );
}

function renderList(
  { catalogue, list, shown, open, onApproach }: ListPaneProps,
  title: string | undefined,
) {
  const shared = {
    open: open && { id: open.id, position: open.position },
    steps: open ? open.steps && open.steps + 1 : 1,
    onApproach,
  };
  if (list?.kind === 'saved' || list?.kind === 'history')
    return <OwnListPage kind={list.kind} {...shared} />;
  if (list?.kind === 'search') return <SearchPage query={list.query} {...shared} />;
  const { stored } = shown;
  const error = catalogue.error ?? shown.error;
  if (catalogue.isError || (error && !stored)) {
    return (
      <>
        {title !== undefined && (
          <ListHead title={title} isPage={!open} isYielding={false} status={undefined} />
        )}
        <Failed
          what={catalogue.isError ? words.catalogueFailed : words.tagFailed}
          why={explainError(error)}
          onRetry={() => (catalogue.isError ? void catalogue.refetch() : shown.retry())}
        />
      </>
    );
  }
  if (!stored) return <ListSkeleton title={title} isPage={!open} />;
  // Another order is another list to scroll in.
  return (
    <ArticleList
      key={`${buildListKey(stored.place)} ${stored.info.order}`}
      stored={stored}
      action={<StoredExportButton stored={stored} />}
      {...shared}
    />
  );
}

function buildTitle(list: ListPlace, listNames: (path: string) => string[]): string {
  if (list.kind === 'saved') return words.bookmarks;
  if (list.kind === 'history') return words.history;
  if (list.kind === 'search') return words.search;
  if (list.kind === 'tag') return words.tag(list.tag);
  return listNames(list.path).at(-1) || words.allArticles;
}
