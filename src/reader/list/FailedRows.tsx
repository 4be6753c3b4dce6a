import { explainError } from '../data/explainError.ts';
import { Failed } from '../ui/Failed.tsx';
import { words } from '../words/words.ts';
import { listPositions } from './RowList.tsx';
import type { RowWindow } from './useRowWindow.ts';
import type { PageFailure, VisiblePages } from './useVisiblePages.ts';

interface FailedRowsProps {
  window: RowWindow;
  pages: VisiblePages;
}

/**
 * Lies over the rows in sight that a failed page left empty: one notice with one button for all of them,
 * which stays in sight while the reader scrolls through the gap.
 */
export function FailedRows({ window, pages }: FailedRowsProps) {
  return findGaps(window, pages).map(({ failure, top, height }) => (
    <li
      key={`${failure.page}`}
      className="absolute inset-x-0 top-0 bg-paper"
      style={{ transform: `translateY(${top}px)`, height }}
    >
      <div className="sticky top-0">
        <Failed what={words.listFailed} why={explainError(failure.error)} onRetry={failure.retry} />
      </div>
    </li>
  ));
}

interface Gap {
  failure: PageFailure;
  top: number;
  height: number;
  /** Position of its lowest row. */
  last: number;
}

/**
 * Where the undated begin, one page lies on screen in two places: each run of rows is a gap, and the first one speaks
 * for the page.
 */
function findGaps(window: RowWindow, pages: VisiblePages): Gap[] {
  const { heights } = window.scroller;
  const gaps: Gap[] = [];
  for (const position of listPositions(window)) {
    const failure = pages.readFailure(position);
    if (!failure) continue;
    const height = heights.get(position);
    const gap = gaps.find((other) => other.failure.page === failure.page);
    if (!gap) gaps.push({ failure, top: heights.startOf(position), height, last: position });
    else if (gap.last === position - 1) {
      gap.height += height;
      gap.last = position;
    }
  }
  return gaps;
}
