import type { ReactNode } from 'react';
import { SiteFooter } from '../site/SiteFooter.tsx';
import { words } from '../words/words.ts';
import { useKeptRow } from './useKeptRow.ts';
import type { RowWindow } from './useRowWindow.ts';

interface RowListProps {
  window: RowWindow;
  count: number;
  renderRow: (position: number) => ReactNode;
  /**
   * Whether a row's words are here. One that comes takes the place of its shape as another element, for it has
   * another height.
   */
  isHere?: (position: number) => boolean;
  /** What scrolls with the rows, above them. */
  above?: ReactNode;
  /** What stands at the foot of pages has its place elsewhere. */
  isWithoutFooter?: boolean;
  /** List items that lie over rows. */
  children?: ReactNode;
}

/** The scrolling list: only the rows in sight are in the document, and each says which of how many it is. */
export function RowList({
  window,
  count,
  renderRow,
  isHere,
  above,
  isWithoutFooter = false,
  children,
}: RowListProps) {
  const { box, list, scroller } = window;
  const kept = useKeptRow(window);
  const positions = listPositions(window);
  if (kept.position !== undefined)
    positions.splice(kept.position < window.first ? 0 : positions.length, 0, kept.position);
  return (
    <div ref={box} className="row-scroller">
      {above !== undefined && <div>{above}</div>}
      <ol
        ref={list}
        // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is one unless it is told
        role="list"
        aria-label={words.articleList}
        className="relative"
        {...kept.handlers}
      >
        {positions.map((position) => {
          const isLeft = position === kept.position;
          const isShape = !isLeft && isHere?.(position) === false;
          return (
            <li
              key={isShape ? `shape ${position}` : position}
              ref={scroller.observe}
              data-position={position}
              aria-setsize={count}
              aria-posinset={position + 1}
              className="row-item"
              // Where it belongs, above or below those in the flow.
              style={
                isLeft ? { position: 'absolute', top: scroller.heights.startOf(position) } : {}
              }
            >
              {kept.keep(position, () => renderRow(position))}
            </li>
          );
        })}
        {children}
      </ol>
      {!isWithoutFooter && <SiteFooter within={['one']} />}
    </div>
  );
}

/** Gives the positions of the rows that are in the document. */
export function listPositions({ first, last }: RowWindow): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
