import { explainError } from '../data/ArchiveError.ts';
import { Failed } from '../ui/Failed.tsx';
import { words } from '../ui/words.ts';
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
}

/** Where the undated begin, one page lies on screen in two places: each run of rows is a gap, and the first one speaks for the page. */
function findGaps({ virtualizer }: RowWindow, pages: VisiblePages): Gap[] {
  const gaps: Gap[] = [];
  for (const item of virtualizer.getVirtualItems()) {
    const failure = pages.readFailure(item.index);
    if (!failure) continue;
    const gap = gaps.find((other) => other.failure.page === failure.page);
    if (!gap) gaps.push({ failure, top: item.start, height: item.size });
    else if (gap.top + gap.height === item.start) gap.height += item.size;
  }
  return gaps;
}
