import type { ReactNode } from 'react';
import { useBookmarks } from '../bookmarks/useBookmarks.ts';
import { ArticleRow } from '../list/ArticleRow.tsx';
import { ListHead } from '../list/ListHead.tsx';
import type { ListProps } from '../list/ListProps.ts';
import { RowList } from '../list/RowList.tsx';
import { hasOpenedRow } from '../list/useReturnFocus.ts';
import { useRowWindow } from '../list/useRowWindow.ts';
import { useNoteCounts } from '../notes/useNoteCounts.ts';
import { isRead } from '../read-state/createReadStore.ts';
import { useReadMarks } from '../read-state/useMarks.ts';
import { buildListKey } from '../routing/ArticleOrigin.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { useSite } from '../site/useSite.ts';
import { formatCount } from '../ui/formatCount.ts';
import { noteWords } from '../ui/noteWords.ts';
import { words } from '../ui/words.ts';
import { ListActions } from './ListActions.tsx';

interface SavedListProps extends ListProps {
  /** What can be done with all bookmarks. */
  action?: ReactNode;
  /** A line below the head. */
  note?: ReactNode;
}

/** The reader's bookmarks, the newest bookmark first. It shows what the bookmarks remember, so it needs no archive. */
export function SavedList({ open, steps, onApproach, action, note }: SavedListProps) {
  const bookmarks = useBookmarks();
  const marks = useReadMarks();
  const takenDown = useSite()?.takenDown;
  const noteCounts = useNoteCounts();
  const rowWindow = useRowWindow(LIST_KEY, bookmarks.length, open?.position);

  function renderRow(position: number) {
    const bookmark = bookmarks[position];
    if (!bookmark) return null;
    const isTakenDown = takenDown && Object.hasOwn(takenDown, bookmark.id);
    const noteCount = noteCounts.get(bookmark.id);
    return (
      <ArticleRow
        article={bookmark}
        origin={{ list: { kind: 'saved' }, position, ...(steps !== undefined && { steps }) }}
        isCurrent={bookmark.id === open?.id}
        isBookmarked={false} // they all are, so a mark would tell nothing
        isRead={isRead(marks, bookmark)}
        note={
          isTakenDown ? words.takenDownMark : noteCount ? noteWords.countHere(noteCount) : undefined
        }
        hasDay
        onApproach={onApproach}
      />
    );
  }

  return (
    <>
      <ListHead
        title={words.bookmarks}
        isPage={!open}
        isYielding={hasOpenedRow(LIST_KEY) && bookmarks.length > 0}
        status={words.bookmarkCount(formatCount(bookmarks.length))}
        action={
          <ListActions isPage={!open}>
            {action}
            <RouteLink to={{ name: 'notes' }} className="order-button">
              {words.notes}
            </RouteLink>
            <RouteLink to={{ name: 'history' }} className="order-button">
              {words.history}
            </RouteLink>
          </ListActions>
        }
      >
        {note}
      </ListHead>
      {bookmarks.length === 0 ? (
        <div className="empty">
          <p>{words.emptyBookmarks}</p>
          <RouteLink to={{ name: 'list', category: '' }} className="button mt-3">
            {words.emptyBookmarksHint}
          </RouteLink>
        </div>
      ) : (
        <RowList window={rowWindow} count={bookmarks.length} renderRow={renderRow} />
      )}
    </>
  );
}

const LIST_KEY = buildListKey({ kind: 'saved' });
