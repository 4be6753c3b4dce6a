import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { PAGE_SIZE } from '../../model/Catalogue.ts';
import { type ListIds, splitShortIds } from '../../model/ListIds.ts';
import { findRow, type OrderedList } from '../../model/listOrder.ts';
import { useBookmarks } from '../bookmarks/useBookmarks.ts';
import { explainError } from '../data/explainError.ts';
import { listIdsQuery } from '../data/fetchListIds.ts';
import { ArticleRow } from '../list/ArticleRow.tsx';
import { FailedRows } from '../list/FailedRows.tsx';
import type { ListProps } from '../list/ListProps.ts';
import { readListMemory } from '../list/listMemory.ts';
import { RowList } from '../list/RowList.tsx';
import { RowSkeleton } from '../list/RowSkeleton.tsx';
import { useRowWindow } from '../list/useRowWindow.ts';
import { useRowPages } from '../list/useVisiblePages.ts';
import { isRead, type ReadMarks } from '../read-state/createReadStore.ts';
import { createUnreadCheck } from '../read-state/createUnreadCheck.ts';
import { useReadMarks } from '../read-state/useMarks.ts';
import { useKnownNews } from '../read-state/useNews.ts';
import { Failed } from '../ui/Failed.tsx';
import { words } from '../words/words.ts';
import type { StoredList } from './useStoredList.ts';
import { isVisitEnd, VisitLine } from './VisitLine.tsx';

/** The list whose unread rows are shown. */
export interface UnreadListProps extends ListProps {
  stored: StoredList;
  /** Key of the whole list, in which opened rows are remembered. */
  listKey: string;
  /** Told how many rows are unread; undefined while that is not known. */
  onCount: (count: number | undefined) => void;
}

/**
 * The rows of a list that have not been read. Which those are the list's ids tell, so only the pages in sight are
 * asked for; and it is settled when the list is opened, so that none vanishes under the reader's eyes.
 */
export function UnreadList(props: UnreadListProps) {
  const { list, info } = props.stored;
  const ids = useQuery(listIdsQuery(list, info));
  const now = useReadMarks();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only 全部标为已读 and its undoing make another list
  const marks = useMemo(() => now, [now.covered, now.lastSweep?.at]);
  const { data } = ids;
  const found = useMemo(() => data && findUnread(info, data, marks), [info, data, marks]);

  const { onCount } = props;
  const count = found?.length;
  useEffect(() => {
    onCount(count);
    return () => onCount(undefined);
  }, [count, onCount]);

  if (ids.isError) {
    return (
      <Failed
        what={words.unreadFailed}
        why={explainError(ids.error)}
        onRetry={() => void ids.refetch()}
      />
    );
  }
  if (!found) {
    return (
      // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is one unless it is told
      <ol role="list" aria-label={words.articleList} aria-busy="true" className="overflow-hidden">
        {[1, 2, 3].map((position) => (
          <li key={position} aria-setsize={-1} aria-posinset={position}>
            <span className="sr-only">{words.loading}</span>
            <RowSkeleton />
          </li>
        ))}
      </ol>
    );
  }
  if (found.length === 0) {
    return (
      <div className="empty">
        <p>{words.nothingUnread}</p>
      </div>
    );
  }
  return <FoundRows {...props} found={found} />;
}

/** Returns the positions of the unread rows. */
function findUnread(info: OrderedList, { ids, former }: ListIds, marks: ReadMarks): number[] {
  const stored = splitShortIds(ids);
  const isUnread = createUnreadCheck(marks, former);
  return stored
    .map((_, position) => position)
    .filter((position) => {
      const { page, index } = findRow(info, position);
      return isUnread(stored[(page - 1) * PAGE_SIZE + index] ?? '');
    });
}

function FoundRows(props: UnreadListProps & { found: number[] }) {
  const { stored, listKey, open, steps, onApproach, found } = props;
  const { place: list, info, category } = stored;
  const key = `unread ${listKey}`;
  // Articles are opened from their place in the whole list; here that is another row.
  const findIndex = (position = -1) => {
    const index = found.indexOf(position);
    return index < 0 ? undefined : index;
  };
  const { opened } = readListMemory(listKey);
  const rowWindow = useRowWindow(key, found.length, findIndex(open?.position), findIndex(opened));
  const { first, last } = rowWindow;
  const inSight = useMemo(
    () => found.slice(Math.max(0, first - 1), last + 1),
    [found, first, last],
  );
  const pages = useRowPages(stored.list, info, inSight);
  const marks = useReadMarks();
  const news = useKnownNews();
  const end = category && news.findEnd(category);
  const bookmarked = new Set(useBookmarks().map(({ id }) => id));
  const readRow = (index: number) => pages.readRow(found[index] ?? -1);

  function renderRow(index: number) {
    const position = found[index];
    const article = readRow(index);
    if (!article || position === undefined) return <RowSkeleton />;
    return (
      <>
        {isVisitEnd(end, info.order, article, readRow(index - 1)) && <VisitLine />}
        <ArticleRow
          article={article}
          origin={{ list, position, ...(steps !== undefined && { steps }) }}
          isCurrent={article.id === open?.id}
          isBookmarked={bookmarked.has(article.id)}
          isRead={isRead(marks, article)}
          hasDay
          onApproach={onApproach}
        />
      </>
    );
  }

  return (
    <RowList
      window={rowWindow}
      count={found.length}
      renderRow={renderRow}
      isHere={(index) => readRow(index) !== undefined}
    >
      <FailedRows
        window={rowWindow}
        pages={{ readRow, readFailure: (index) => pages.readFailure(found[index] ?? -1) }}
      />
    </RowList>
  );
}
