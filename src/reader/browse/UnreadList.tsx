import { useEffect, useMemo, useState } from 'react';
import type { Category } from '../../model/Catalogue.ts';
import { PAGE_SIZE } from '../../model/Catalogue.ts';
import type { OrderedList } from '../../model/listOrder.ts';
import { useBookmarks } from '../bookmarks/useBookmarks.ts';
import { isRead, isSwept } from '../marks/createReadStore.ts';
import { useReadMarks } from '../marks/useMarks.ts';
import { words } from '../ui/words.ts';
import { ArticleRow } from './ArticleRow.tsx';
import type { ListProps } from './ListProps.ts';
import { readListMemory, writeListMemory } from './listMemory.ts';
import { RowList } from './RowList.tsx';
import { RowSkeleton } from './RowSkeleton.tsx';
import { useRowWindow } from './useRowWindow.ts';
import { useVisiblePages } from './useVisiblePages.ts';

interface UnreadListProps extends ListProps {
  category: Category;
  info: OrderedList;
  /** Key of the whole list, in which opened rows are remembered. */
  listKey: string;
}

/**
 * The rows of a category that have not been read. Which those are is settled when the list is opened, so that none
 * vanishes under the reader's eyes. Pages are asked for as far as one scrolls, since nobody knows where the unread are.
 */
export function UnreadList({ category, info, listKey, open, steps, onApproach }: UnreadListProps) {
  const now = useReadMarks();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only 全部标为已读 makes another list
  const marks = useMemo(() => now, [now.sweeps]);
  const isDone = isSwept(marks, category.path, category.lastDate);
  const [depth, setDepth] = useState(PAGE_SIZE);
  const end = isDone ? 0 : Math.min(depth, info.count);
  const pages = useVisiblePages(category.list, info, 0, end - 1);
  const bookmarked = new Set(useBookmarks().map(({ id }) => id));

  const found: number[] = [];
  let isComing = false;
  for (let position = 0; position < end; position += 1) {
    const row = pages.readRow(position);
    isComing ||= row === undefined;
    if (row && !isRead(marks, row)) found.push(position);
  }

  const key = `unread ${listKey}`;
  useOpenedRow(key, listKey, found);
  const openIndex = open?.position === undefined ? -1 : found.indexOf(open.position);
  const rowWindow = useRowWindow(key, found.length, openIndex < 0 ? undefined : openIndex);
  const isNearEnd = rowWindow.last >= found.length - 5;
  useEffect(() => {
    if (isNearEnd && !isComing && end > 0 && end < info.count) setDepth(end + PAGE_SIZE);
  }, [isNearEnd, isComing, end, info.count]);

  function renderRow(index: number) {
    const position = found[index];
    const article = position === undefined ? undefined : pages.readRow(position);
    if (!article || position === undefined) return <RowSkeleton />;
    const list = { kind: 'category', path: category.path } as const;
    return (
      <ArticleRow
        article={article}
        origin={{ list, position, ...(steps !== undefined && { steps }) }}
        isCurrent={article.id === open?.id}
        isBookmarked={bookmarked.has(article.id)}
        isRead={isRead(now, article)}
        hasDay
        onApproach={onApproach}
      />
    );
  }

  if (found.length === 0 && (isDone || !isComing) && end === (isDone ? 0 : info.count)) {
    return (
      <div className="empty">
        <p>{words.nothingUnread}</p>
      </div>
    );
  }
  return <RowList window={rowWindow} count={found.length} renderRow={renderRow} />;
}

/** Articles are opened from their place in the whole list; here that is another row. */
function useOpenedRow(key: string, listKey: string, found: number[]): void {
  const { opened } = readListMemory(listKey);
  const index = opened === undefined ? -1 : found.indexOf(opened);
  if (index >= 0 && readListMemory(key).opened !== index) writeListMemory(key, { opened: index });
}
