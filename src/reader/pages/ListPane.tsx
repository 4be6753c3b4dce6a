import type { UseQueryResult } from '@tanstack/react-query';
import type { Catalogue, Category } from '../../model/Catalogue.ts';
import type { OrderedList } from '../../model/listOrder.ts';
import { CategoryList } from '../browse/CategoryList.tsx';
import { useOrderedList } from '../browse/useOrderedList.ts';
import { explainError } from '../data/explainError.ts';
import { ListHead } from '../list/ListHead.tsx';
import { ListSkeleton } from '../list/ListSkeleton.tsx';
import { findListCategory, type OpenArticle } from '../reading/useOpenArticle.ts';
import { buildListKey, type ListPlace } from '../routing/ArticleOrigin.ts';
import { SiteFooter } from '../site/SiteFooter.tsx';
import { useCategoryNames } from '../site/useSite.ts';
import { Failed } from '../ui/Failed.tsx';
import { useDocumentTitle } from '../ui/useDocumentTitle.ts';
import { words } from '../ui/words.ts';
import { OwnListPage } from './OwnListPage.tsx';
import { SearchPage } from './SearchPage.tsx';

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
  const listNames = useCategoryNames();
  const title = list && buildTitle(list, listNames);
  useDocumentTitle(open ? undefined : title);
  const category = props.catalogue.data && list && findListCategory(props.catalogue.data, list);
  const info = useOrderedList(category && props.catalogue.data?.lists[category.list]);
  return (
    <section className="list-pane">
      {renderList(props, title, category && info && { category, info })}
      <SiteFooter within={['one']} />
    </section>
  );
}

function renderList(
  { catalogue, list, open, onApproach }: ListPaneProps,
  title: string | undefined,
  stored: { category: Category; info: OrderedList } | undefined,
) {
  const shared = {
    open: open && { id: open.id, position: open.position },
    steps: open ? open.steps && open.steps + 1 : 1,
    onApproach,
  };
  if (list?.kind === 'saved' || list?.kind === 'history')
    return <OwnListPage kind={list.kind} {...shared} />;
  if (list?.kind === 'search') return <SearchPage query={list.query} {...shared} />;
  if (catalogue.isError) {
    return (
      <>
        {title !== undefined && (
          <ListHead title={title} isPage={!open} isYielding={false} status={undefined} />
        )}
        <Failed
          what={words.catalogueFailed}
          why={explainError(catalogue.error)}
          onRetry={() => void catalogue.refetch()}
        />
      </>
    );
  }
  if (!stored) return <ListSkeleton title={title} isPage={!open} />;
  const listKey = buildListKey({ kind: 'category', path: stored.category.path });
  // Another order is another list to scroll in.
  return <CategoryList key={`${listKey} ${stored.info.order}`} {...stored} {...shared} />;
}

function buildTitle(list: ListPlace, listNames: (path: string) => string[]): string {
  if (list.kind === 'saved') return words.bookmarks;
  if (list.kind === 'history') return words.history;
  if (list.kind === 'search') return words.search;
  return listNames(list.path).at(-1) || words.allArticles;
}
