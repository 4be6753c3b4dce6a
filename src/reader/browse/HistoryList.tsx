import { ArticleRow } from '../list/ArticleRow.tsx';
import { ListHead } from '../list/ListHead.tsx';
import type { ListProps } from '../list/ListProps.ts';
import { RowList } from '../list/RowList.tsx';
import { useRowWindow } from '../list/useRowWindow.ts';
import { useVisits } from '../read-state/useMarks.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { formatCount } from '../ui/formatCount.ts';
import { words } from '../words/words.ts';
import { ListActions } from './ListActions.tsx';

/** The articles opened last on this device, the last one first. */
export function HistoryList({ open, steps, onApproach }: ListProps) {
  const visits = useVisits();
  const rowWindow = useRowWindow('history', visits.length, undefined);

  function renderRow(position: number) {
    const visit = visits[position];
    if (!visit) return null;
    // It is opened in its category: among the visits it will be the first one, and has no neighbours worth going to.
    const list = { kind: 'category', path: visit.category } as const;
    return (
      <ArticleRow
        article={visit}
        origin={{ list, position: 0, ...(steps !== undefined && { steps }) }}
        isCurrent={visit.id === open?.id}
        isBookmarked={false}
        isRead={false} // they all are
        hasDay
        onApproach={onApproach}
      />
    );
  }

  return (
    <>
      <ListHead
        title={words.history}
        isPage={!open}
        isYielding={false}
        status={words.articleCount(formatCount(visits.length))}
        action={<ListActions isPage={!open} />}
      />
      {visits.length === 0 ? (
        <div className="empty">
          <p>{words.emptyHistory}</p>
          <RouteLink to={{ name: 'list', category: '' }} className="button mt-3">
            {words.emptyBookmarksHint}
          </RouteLink>
        </div>
      ) : (
        <RowList window={rowWindow} count={visits.length} renderRow={renderRow} />
      )}
    </>
  );
}
