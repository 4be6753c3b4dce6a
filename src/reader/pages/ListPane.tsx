import type { UseQueryResult } from '@tanstack/react-query';
import type { Catalogue, Category } from '../../model/Catalogue.ts';
import type { OrderedList } from '../../model/listOrder.ts';
import { BackupButton } from '../backup/BackupButton.tsx';
import { BackupReminder } from '../backup/BackupReminder.tsx';
import { CategoryList } from '../browse/CategoryList.tsx';
import { HistoryList } from '../browse/HistoryList.tsx';
import { ListHead } from '../browse/ListHead.tsx';
import { ListSkeleton } from '../browse/ListSkeleton.tsx';
import { SavedList } from '../browse/SavedList.tsx';
import { useOrderedList } from '../browse/useOrderedList.ts';
import { explainError } from '../data/ArchiveError.ts';
import { buildListKey, type ListPlace } from '../routing/ArticleOrigin.ts';
import { Failed } from '../ui/Failed.tsx';
import { useDocumentTitle } from '../ui/useDocumentTitle.ts';
import { words } from '../ui/words.ts';
import { SearchPage } from './SearchPage.tsx';
import { findListCategory, type OpenArticle } from './useOpenArticle.ts';

interface ListPaneProps {
  catalogue: UseQueryResult<Catalogue>;
  /** Unknown while a deep link's article is on its way. */
  list: ListPlace | undefined;
  open: OpenArticle | undefined;
  onApproach: (id: string) => void;
}

/** The pane of the list: a category's articles or the bookmarks. */
export function ListPane(props: ListPaneProps) {
  const { list, open } = props;
  useDocumentTitle(!open && list ? buildTitle(list) : undefined);
  const category = props.catalogue.data && list && findListCategory(props.catalogue.data, list);
  const info = useOrderedList(category && props.catalogue.data?.lists[category.list]);
  return (
    <section className="list-pane">
      {renderList(props, category && info && { category, info })}
    </section>
  );
}

function renderList(
  { catalogue, list, open, onApproach }: ListPaneProps,
  stored: { category: Category; info: OrderedList } | undefined,
) {
  const shared = {
    open: open && { id: open.id, position: open.position },
    steps: open ? open.steps && open.steps + 1 : 1,
    onApproach,
  };
  if (list?.kind === 'saved')
    return <SavedList {...shared} action={<BackupButton />} note={<BackupReminder />} />;
  if (list?.kind === 'history') return <HistoryList {...shared} />;
  if (list?.kind === 'search') return <SearchPage query={list.query} {...shared} />;
  if (catalogue.isError) {
    return (
      <>
        {list && (
          <ListHead title={buildTitle(list)} isPage={!open} isYielding={false} status={undefined} />
        )}
        <Failed
          what={words.catalogueFailed}
          why={explainError(catalogue.error)}
          onRetry={() => void catalogue.refetch()}
        />
      </>
    );
  }
  if (!stored) return <ListSkeleton title={list && buildTitle(list)} isPage={!open} />;
  const listKey = buildListKey({ kind: 'category', path: stored.category.path });
  // Another order is another list to scroll in.
  return <CategoryList key={`${listKey} ${stored.info.order}`} {...stored} {...shared} />;
}

function buildTitle(list: ListPlace): string {
  if (list.kind === 'saved') return words.bookmarks;
  if (list.kind === 'history') return words.history;
  if (list.kind === 'search') return words.search;
  return list.path.split('/').at(-1) || words.allArticles;
}
