import type { ReactNode } from 'react';
import { words } from '../ui/words.ts';
import type { RowWindow } from './useRowWindow.ts';

interface RowListProps {
  window: RowWindow;
  count: number;
  renderRow: (position: number) => ReactNode;
  /** List items that lie over rows. */
  children?: ReactNode;
}

/** The scrolling list: only the rows in sight are in the document, and each says which of how many it is. */
export function RowList({ window, count, renderRow, children }: RowListProps) {
  const { scroller, virtualizer } = window;
  return (
    <div ref={scroller} className="row-scroller">
      <ol
        // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is one unless it is told
        role="list"
        aria-label={words.articleList}
        className="relative"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map((item) => (
          <li
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            aria-setsize={count}
            aria-posinset={item.index + 1}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {renderRow(item.index)}
          </li>
        ))}
        {children}
      </ol>
    </div>
  );
}
