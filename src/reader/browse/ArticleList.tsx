import { type ReactNode, useState } from 'react';
import { PAGE_SIZE } from '../../model/Catalogue.ts';
import type { OrderedList } from '../../model/listOrder.ts';
import { useBookmarks } from '../bookmarks/useBookmarks.ts';
import { explainError } from '../data/explainError.ts';
import { ArticleRow } from '../list/ArticleRow.tsx';
import { FailedRows } from '../list/FailedRows.tsx';
import { ListHead } from '../list/ListHead.tsx';
import type { ListProps } from '../list/ListProps.ts';
import { RowList } from '../list/RowList.tsx';
import { RowSkeleton } from '../list/RowSkeleton.tsx';
import { hasOpenedRow } from '../list/useReturnFocus.ts';
import { useRowWindow } from '../list/useRowWindow.ts';
import { useVisiblePages } from '../list/useVisiblePages.ts';
import { SaveListButton } from '../offline/SaveListButton.tsx';
import { isRead } from '../read-state/createReadStore.ts';
import { useReadMarks } from '../read-state/useMarks.ts';
import { useKnownNews } from '../read-state/useNews.ts';
import { buildListKey } from '../routing/ArticleOrigin.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { SiteFooter } from '../site/SiteFooter.tsx';
import { SiteLine } from '../site/SiteLine.tsx';
import { useSettings } from '../storage/useSettings.ts';
import { Failed } from '../ui/Failed.tsx';
import { formatCount } from '../ui/formatCount.ts';
import { formatDay, formatMonth } from '../ui/formatDate.ts';
import { words } from '../words/words.ts';
import { findMonth, findMonthStart } from './findMonth.ts';
import { ListActions } from './ListActions.tsx';
import { MonthStrip } from './MonthStrip.tsx';
import { OrderButton } from './OrderButton.tsx';
import { PinnedRows } from './PinnedRows.tsx';
import { placeInDay } from './placeInDay.ts';
import { SweepButton, UnreadButton } from './UnreadButton.tsx';
import { UnreadListPlace } from './UnreadListPlace.tsx';
import type { StoredList } from './useStoredList.ts';
import { useSweep } from './useSweep.ts';
import { isVisitEnd, VisitLine } from './VisitLine.tsx';

interface ArticleListProps extends ListProps {
  stored: StoredList;
  /** What else can be done with the list. */
  action?: ReactNode;
}

/** The articles of a category or of a tag, by date; those of one day stand below its name. */
export function ArticleList({ stored, action, open, steps, onApproach }: ArticleListProps) {
  const { place: list, info, category } = stored;
  const listKey = buildListKey(list);
  const rowWindow = useRowWindow(listKey, info.count, open?.position);
  const pages = useVisiblePages(stored.list, info, rowWindow.first, rowWindow.last);
  const marks = useReadMarks();
  const { isUnreadOnly } = useSettings();
  const [unreadCount, setUnreadCount] = useState<number>();
  const sweep = useSweep(stored);
  const news = useKnownNews();
  const visitEnd = category && news.findEnd(category);
  const newCount = category ? news.countNew(category) : 0;
  const bookmarked = new Set(useBookmarks().map((bookmark) => bookmark.id));
  // The end of thousands of rows is out of reach on a phone, and a site's registration has to be found on its first
  // page.
  const isFooterAbove = category?.path === '' && info.count > PAGE_SIZE;

  function renderRow(position: number) {
    const article = pages.readRow(position);
    if (!article) return <RowSkeleton />;
    const before = pages.readRow(position - 1);
    const place = placeInDay(pages, position);
    return (
      <>
        {isVisitEnd(visitEnd, info.order, article, before) && <VisitLine />}
        {place === 'first' && (
          <DayHeading day={formatDay(article.publishedAt) ?? words.undated} isBelowPage={!open} />
        )}
        {place === 'alone' && placeInDay(pages, position - 1) === 'further' && (
          <hr className="day-end" />
        )}
        <ArticleRow
          article={article}
          origin={{ list, position, ...(steps !== undefined && { steps }) }}
          isCurrent={article.id === open?.id}
          isBookmarked={bookmarked.has(article.id)}
          isRead={isRead(marks, article)}
          hasDay={place === 'alone'}
          onApproach={onApproach}
        />
      </>
    );
  }

  return (
    <>
      <ListHead
        title={stored.title}
        isPage={!open}
        isYielding={hasOpenedRow(listKey)}
        above={category?.path === '' && <SiteLine />}
        status={
          words.articleCount(formatCount(info.count)) +
          (unreadCount === undefined ? '' : words.unreadOfThem(formatCount(unreadCount)))
        }
        news={newCount > 0 ? words.newCount(formatCount(newCount)) : undefined}
        span={buildSpan(info)}
        action={
          <ListActions
            isPage={!open}
            rare={
              info.count > 0 && (
                <>
                  {category && <SaveListButton source={{ kind: 'category', category }} />}
                  {action}
                  <SweepButton sweep={sweep} />
                </>
              )
            }
          >
            {info.count > 1 && <OrderButton />}
            {info.count > 0 && <UnreadButton />}
          </ListActions>
        }
      >
        {info.months.length > 1 && !isUnreadOnly && (
          <MonthStrip
            months={info.months}
            current={findMonth(info, rowWindow.top)}
            onJump={(month) =>
              rowWindow.scroller.show({ position: findMonthStart(info, month), offset: 0 })
            }
          />
        )}
        {sweep.error !== undefined && (
          <Failed
            what={words.sweepFailed}
            why={explainError(sweep.error)}
            onRetry={sweep.run}
            isRetrying={sweep.isRunning}
          />
        )}
      </ListHead>
      {info.count === 0 ? (
        <EmptyCategory isArchive={category?.path === ''} />
      ) : isUnreadOnly ? (
        <UnreadListPlace
          {...{ stored, listKey, open, steps, onApproach }}
          onCount={setUnreadCount}
        />
      ) : (
        <RowList
          window={rowWindow}
          count={info.count}
          renderRow={renderRow}
          isHere={(position) => pages.readRow(position) !== undefined}
          above={
            <>
              {isFooterAbove && <SiteFooter within={['one']} />}
              {category && <PinnedRows {...{ category, open, steps, onApproach }} />}
            </>
          }
          isWithoutFooter={isFooterAbove}
        >
          <FailedRows window={rowWindow} pages={pages} />
        </RowList>
      )}
    </>
  );
}

function DayHeading({ day, isBelowPage }: { day: string; isBelowPage: boolean }) {
  return isBelowPage ? <h2 className="day">{day}</h2> : <h3 className="day">{day}</h3>;
}

function EmptyCategory({ isArchive }: { isArchive: boolean }) {
  return (
    <div className="empty">
      <p>{isArchive ? words.emptyArchive : words.emptyCategory}</p>
      {isArchive ? (
        <p className="text-sm">{words.emptyArchiveHint}</p>
      ) : (
        <RouteLink to={{ name: 'list', category: '' }} className="button mt-3">
          {words.emptyCategoryHint}
        </RouteLink>
      )}
    </div>
  );
}

function buildSpan(info: OrderedList): string | undefined {
  const [first, last] = [info.months[0], info.months.at(-1)];
  if (!first || !last) return undefined;
  const ends = [formatMonth(first[0]), formatMonth(last[0])];
  return ends[0] === ends[1] ? ends[0] : ends.join(' – ');
}
