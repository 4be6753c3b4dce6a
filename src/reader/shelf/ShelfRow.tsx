import GripVertical from 'lucide-react/icons/grip-vertical';
import { useRef } from 'react';
import { ArticleRow } from '../list/ArticleRow.tsx';
import type { ArticleOrigin } from '../routing/ArticleOrigin.ts';
import { shelfWords } from '../words/shelfWords.ts';
import type { ShelvedBookmark } from './listShelf.ts';
import { TagName } from './TagChip.tsx';
import type { Picks } from './usePicks.ts';
import { useRowDrag } from './useRowDrag.ts';
import { useRowTouch } from './useRowTouch.ts';

interface ShelfRowProps {
  shelved: ShelvedBookmark;
  origin: ArticleOrigin;
  isCurrent: boolean;
  isRead: boolean;
  note: string | undefined;
  onApproach: (id: string) => void;
  picks: Picks;
  /** Moves a row; absent where the order is not by hand. */
  onMove: ((from: number, to: number) => void) | undefined;
  onTakeOff: () => void;
  onMark: () => void;
}

/** A bookmark in its list, with its tags; to be chosen, moved, and swiped. */
export function ShelfRow(props: ShelfRowProps) {
  const { shelved, origin, isCurrent, isRead, note, onApproach, picks, onMove } = props;
  const { bookmark, tags } = shelved;
  const { id, title } = bookmark;
  const box = useRef<HTMLDivElement>(null);
  useRowTouch(box, {
    isOff: picks.isOn,
    onLeft: props.onTakeOff,
    onRight: props.onMark,
    onLongPress: () => picks.toggle(id, false),
  });

  return (
    <div className="shelf-row">
      <span className="swipe-word is-right" aria-hidden="true">
        {isRead ? shelfWords.markUnread : shelfWords.markRead}
      </span>
      <span className="swipe-word is-left" aria-hidden="true">
        {shelfWords.remove}
      </span>
      {/* The checkbox is what the keyboard chooses with. */}
      <div
        ref={box}
        className={`shelf-slide ${picks.has(id) ? 'is-picked' : ''} ${onMove || picks.isOn ? 'has-edge' : ''}`}
        onClickCapture={(event) => {
          if (!event.shiftKey || picks.isOn) return;
          // With Shift the first one is chosen, where a browser would open a window.
          event.preventDefault();
          event.stopPropagation();
          picks.toggle(id, false);
        }}
      >
        <ArticleRow
          article={bookmark}
          origin={origin}
          isCurrent={isCurrent}
          isBookmarked={false} // they all are, so a mark would tell nothing
          isRead={isRead}
          note={note}
          hasDay
          onApproach={onApproach}
        />
        {tags.length > 0 && (
          <ul className="row-tags" aria-label={shelfWords.tags}>
            {tags.map((tag) => (
              <li key={tag.id}>
                <TagName tag={tag} />
              </li>
            ))}
          </ul>
        )}
        {picks.isOn && (
          <label className="row-pick">
            <input
              type="checkbox"
              aria-label={shelfWords.pickOne(title)}
              checked={picks.has(id)}
              onChange={(event) => {
                const { shiftKey } = event.nativeEvent as MouseEvent;
                picks.toggle(id, shiftKey);
              }}
            />
          </label>
        )}
        {onMove && <DragHandle title={title} position={origin.position} onMove={onMove} />}
      </div>
    </div>
  );
}

interface DragHandleProps {
  title: string;
  position: number;
  onMove: (from: number, to: number) => void;
}

/** Drags the row to another place; arrows move it by one. */
function DragHandle({ title, position, onMove }: DragHandleProps) {
  const handle = useRef<HTMLButtonElement>(null);
  useRowDrag(handle, position, onMove);
  return (
    <button
      ref={handle}
      type="button"
      className="row-handle"
      aria-label={shelfWords.drag(title)}
      onKeyDown={(event) => {
        const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        onMove(position, position + step);
        focusHandle(position + step);
      }}
    >
      <GripVertical size={18} strokeWidth={1.6} aria-hidden="true" />
    </button>
  );
}

/** The row is at another place when the page has been drawn anew; the focus goes with it. */
function focusHandle(position: number): void {
  requestAnimationFrame(() => {
    document
      .querySelector<HTMLElement>(`li[data-position="${position}"] .row-handle`)
      ?.focus({ preventScroll: false });
  });
}
