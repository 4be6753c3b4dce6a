import type { UseQueryResult } from '@tanstack/react-query';
import type { Catalogue } from '../../model/Catalogue.ts';
import { CategoryList } from '../browse/CategoryList.tsx';
import { ListHead } from '../browse/ListHead.tsx';
import { ListSkeleton } from '../browse/ListSkeleton.tsx';
import { SavedList } from '../browse/SavedList.tsx';
import { explainError } from '../data/ArchiveError.ts';
import { buildListKey, type ListPlace } from '../routing/ArticleOrigin.ts';
import { Failed } from '../ui/Failed.tsx';
import { useDocumentTitle } from '../ui/useDocumentTitle.ts';
import { words } from '../ui/words.ts';
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
  return <section className="list-pane">{renderList(props)}</section>;
}

function renderList({ catalogue, list, open, onApproach }: ListPaneProps) {
  const shared = {
    open: open && { id: open.id, position: open.position },
    steps: open ? open.steps && open.steps + 1 : 1,
    onApproach,
  };
  if (list?.kind === 'saved') return <SavedList {...shared} />;
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
  const category = catalogue.data && list && findListCategory(catalogue.data, list);
  const info = category && catalogue.data?.lists[category.list];
  if (!category || !info) return <ListSkeleton />;
  return (
    <CategoryList
      key={buildListKey({ kind: 'category', path: category.path })}
      category={category}
      info={info}
      {...shared}
    />
  );
}

function buildTitle(list: ListPlace): string {
  if (list.kind === 'saved') return words.bookmarks;
  return list.path.split('/').at(-1) || words.allArticles;
}
