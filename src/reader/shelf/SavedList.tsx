import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Bookmark } from '../bookmarks/Bookmark.ts';
import { rememberShown } from '../bookmarks/shownBookmarks.ts';
import { useAllBookmarks } from '../bookmarks/useBookmarks.ts';
import { useAllLabels, useTags } from '../bookmarks/useShelves.ts';
import { ListActions } from '../browse/ListActions.tsx';
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
import { useSettings } from '../storage/useSettings.ts';
import { formatCount } from '../ui/formatCount.ts';
import { noteWords } from '../words/noteWords.ts';
import { shelfWords } from '../words/shelfWords.ts';
import { words } from '../words/words.ts';
import { filterShelf, isOnShelf, joinLabels, placeByHand, sortShelf } from './listShelf.ts';
import { PickBar } from './PickBar.tsx';
import { ShelfRow } from './ShelfRow.tsx';
import { ShelfTools } from './ShelfTools.tsx';
import { shelfView } from './shelfView.ts';
import { usePicks } from './usePicks.ts';
import { useShelfDeeds } from './useShelfDeeds.ts';
import './shelf.css';
import './tags.css';

interface SavedListProps extends ListProps {
  /** What can be done with all bookmarks. */
  action?: ReactNode;
  /** Builds what else can be done with those that are chosen. */
  buildPickAction?: (bookmarks: readonly Bookmark[]) => ReactNode;
  /** A line below the head. */
  note?: ReactNode;
}

/** The reader's bookmarks, on their shelves. It shows what the bookmarks remember, so it needs no archive. */
export function SavedList(props: SavedListProps) {
  const { open, steps, onApproach, action, buildPickAction, note } = props;
  const view = useSyncExternalStore(shelfView.subscribe, shelfView.read, shelfView.read);
  const { bookmarkOrder: order } = useSettings();
  const [bookmarks, labels, tags] = [useAllBookmarks(), useAllLabels(), useTags()];
  const all = useMemo(() => joinLabels(bookmarks, labels, tags), [bookmarks, labels, tags]);
  const shown = useMemo(() => sortShelf(filterShelf(all, view), order), [all, view, order]);
  const ids = useMemo(() => shown.map(({ bookmark }) => bookmark.id), [shown]);
  useEffect(() => rememberShown(shown.map(({ bookmark }) => bookmark)), [shown]);
  const onShelf = all.filter((each) => isOnShelf(each, view.shelf)).length;
  const isFiltered = view.query.trim() !== '' || view.tags.length > 0;

  const marks = useReadMarks();
  const deeds = useShelfDeeds();
  const picks = usePicks(ids);
  const [moved, setMoved] = useState('');
  const takenDown = useSite()?.takenDown;
  const noteCounts = useNoteCounts();
  const position = open && ids.includes(open.id) ? ids.indexOf(open.id) : undefined;
  const rowWindow = useRowWindow(LIST_KEY, shown.length, position);

  function move(from: number, to: number) {
    if (to < 0 || to >= shown.length) return;
    deeds.place(placeByHand(shown, from, to));
    setMoved(shelfWords.movedTo(formatCount(to + 1), formatCount(shown.length)));
  }

  function renderRow(position: number) {
    const each = shown[position];
    if (!each) return null;
    const { bookmark } = each;
    const { id } = bookmark;
    const isTakenDown = takenDown && Object.hasOwn(takenDown, id);
    const notes = noteCounts.get(id);
    return (
      <ShelfRow
        shelved={each}
        origin={{ list: { kind: 'saved' }, position, ...(steps !== undefined && { steps }) }}
        isCurrent={id === open?.id}
        isRead={isRead(marks, bookmark)}
        note={isTakenDown ? words.takenDownMark : notes ? noteWords.countHere(notes) : undefined}
        onApproach={onApproach}
        picks={picks}
        onMove={order === 'hand' && !isFiltered && !picks.isOn ? move : undefined}
        onTakeOff={() => deeds.takeOff([id], view.shelf)}
        onMark={() => deeds.mark([id], !isRead(marks, bookmark))}
      />
    );
  }

  const count = formatCount(onShelf);
  return (
    <>
      <ListHead
        title={words.bookmarks}
        isPage={!open}
        isYielding={hasOpenedRow(LIST_KEY) && shown.length > 0}
        status={
          isFiltered
            ? shelfWords.foundCount(formatCount(shown.length), count)
            : view.shelf === 'kept'
              ? words.bookmarkCount(count)
              : shelfWords.laterCount(count)
        }
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
        {all.length > 0 && <ShelfTools all={all} view={view} picks={picks} count={ids.length} />}
      </ListHead>
      <p className="sr-only" aria-live="polite">
        {moved}
      </p>
      {shown.length > 0 ? (
        <RowList window={rowWindow} count={shown.length} renderRow={renderRow} />
      ) : isFiltered ? (
        <Empty text={shelfWords.nothingFound}>
          <button type="button" className="button mt-3" onClick={shelfView.reset}>
            {shelfWords.showAll}
          </button>
        </Empty>
      ) : (
        <Empty text={view.shelf === 'later' ? shelfWords.emptyLater : words.emptyBookmarks}>
          <RouteLink to={{ name: 'list', category: '' }} className="button mt-3">
            {words.emptyBookmarksHint}
          </RouteLink>
        </Empty>
      )}
      {picks.isOn && (
        <PickBar picks={picks} shelf={view.shelf} deeds={deeds}>
          {picks.ids.length > 0 &&
            buildPickAction?.(
              shown.flatMap(({ bookmark }) => (picks.has(bookmark.id) ? bookmark : [])),
            )}
        </PickBar>
      )}
    </>
  );
}

function Empty({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className="empty">
      <p>{text}</p>
      {children}
    </div>
  );
}

const LIST_KEY = buildListKey({ kind: 'saved' });
