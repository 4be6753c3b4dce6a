import type { Category } from '../../model/Catalogue.ts';
import type { OrderedList } from '../../model/listOrder.ts';
import { useBookmarks } from '../bookmarks/useBookmarks.ts';
import { isRead } from '../marks/createReadStore.ts';
import { useReadMarks } from '../marks/useMarks.ts';
import { SaveListButton } from '../offline/SaveListButton.tsx';
import { buildListKey } from '../routing/ArticleOrigin.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { useSettings } from '../storage/useSettings.ts';
import { formatCount } from '../ui/formatCount.ts';
import { formatDay, formatMonth } from '../ui/formatDate.ts';
import { words } from '../ui/words.ts';
import { ArticleRow } from './ArticleRow.tsx';
import { FailedRows } from './FailedRows.tsx';
import { findMonth, findMonthStart } from './findMonth.ts';
import { ListActions } from './ListActions.tsx';
import { ListHead } from './ListHead.tsx';
import type { ListProps } from './ListProps.ts';
import { MonthStrip } from './MonthStrip.tsx';
import { OrderButton } from './OrderButton.tsx';
import { RowList } from './RowList.tsx';
import { RowSkeleton } from './RowSkeleton.tsx';
import { UnreadButtons } from './UnreadButtons.tsx';
import { UnreadList } from './UnreadList.tsx';
import { hasOpenedRow } from './useReturnFocus.ts';
import { useRowWindow } from './useRowWindow.ts';
import { useVisiblePages } from './useVisiblePages.ts';

interface CategoryListProps extends ListProps {
  category: Category;
  info: OrderedList;
}

/** The articles of a category, by date, grouped by day. */
export function CategoryList({ category, info, open, steps, onApproach }: CategoryListProps) {
  const list = { kind: 'category', path: category.path } as const;
  const listKey = buildListKey(list);
  const rowWindow = useRowWindow(listKey, info.count, open?.position);
  const pages = useVisiblePages(category.list, info, rowWindow.first, rowWindow.last);
  const marks = useReadMarks();
  const { isUnreadOnly } = useSettings();
  const bookmarked = new Set(useBookmarks().map((bookmark) => bookmark.id));

  function renderRow(position: number) {
    const article = pages.readRow(position);
    if (!article) return <RowSkeleton />;
    const before = pages.readRow(position - 1);
    const day = formatDay(article.publishedAt) ?? words.undated;
    const beginsDay =
      position === 0 ||
      (before && formatDay(before.publishedAt) !== formatDay(article.publishedAt));
    return (
      <>
        {beginsDay && <DayHeading day={day} isBelowPage={!open} />}
        <ArticleRow
          article={article}
          origin={{ list, position, ...(steps !== undefined && { steps }) }}
          isCurrent={article.id === open?.id}
          isBookmarked={bookmarked.has(article.id)}
          isRead={isRead(marks, article)}
          hasDay={false}
          onApproach={onApproach}
        />
      </>
    );
  }

  return (
    <>
      <ListHead
        title={category.path === '' ? words.allArticles : category.name}
        isPage={!open}
        isYielding={hasOpenedRow(listKey)}
        status={words.articleCount(formatCount(info.count))}
        span={buildSpan(info)}
        action={
          <ListActions isPage={!open}>
            {info.count > 0 && <SaveListButton source={{ kind: 'category', category }} />}
            {info.count > 1 && <OrderButton />}
            {info.count > 0 && <UnreadButtons category={category} />}
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
      </ListHead>
      {info.count === 0 ? (
        <EmptyCategory isArchive={category.path === ''} />
      ) : isUnreadOnly ? (
        <UnreadList {...{ category, info, listKey, open, steps, onApproach }} />
      ) : (
        <RowList
          window={rowWindow}
          count={info.count}
          renderRow={renderRow}
          isHere={(position) => pages.readRow(position) !== undefined}
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
