import { useMemo, useState } from 'react';
import { compareStored } from '../../model/listOrder.ts';
import type { SavedCounts, SavedGroup } from '../copies/groupSaved.ts';
import { describeRecord, type SavedRecord, sumBytes } from '../copies/SavedRecord.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { useCategoryNames } from '../site/useSite.ts';
import { formatBytes } from '../ui/formatBytes.ts';
import { formatCount } from '../ui/formatCount.ts';
import { offlineWords } from '../words/offlineWords.ts';
import { words } from '../words/words.ts';
import { describeState } from './describeState.ts';
import { useOfflineStore } from './useOffline.ts';

/** Articles that an opened category shows at first, and how many more at each press. */
const STEP = 100;

/** The saved articles of a category, which opens to show them. */
export function SavedCategory({ category, records, counts }: SavedGroup) {
  const [isOpen, setOpen] = useState(false);
  const [shown, setShown] = useState(STEP);
  const listNames = useCategoryNames();
  // Sorted when it is looked at: thousands are only counted otherwise.
  const rows = useMemo(
    () => (isOpen ? [...records].sort(compareNewestFirst) : []),
    [isOpen, records],
  );
  const left = rows.length - shown;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>{listNames(category).join(' / ') || words.allArticles}</span>
        <span>{describeCounts(counts)}</span>
      </summary>
      {/* A closed category costs nothing, an opened one of thousands not more than what is looked at. */}
      {isOpen && (
        <>
          <ul className="pb-3">
            {rows.slice(0, shown).map((record) => (
              <SavedArticle key={record.id} record={record} />
            ))}
          </ul>
          {left > 0 && (
            <button type="button" className="button mb-3" onClick={() => setShown(shown + STEP)}>
              {offlineWords.showMore(formatCount(Math.min(STEP, left)), formatCount(left))}
            </button>
          )}
        </>
      )}
    </details>
  );
}

/** As lists of the archive are on screen: articles without a date come last. */
function compareNewestFirst({ summary: a }: SavedRecord, { summary: b }: SavedRecord): number {
  const areDated = a.publishedAt !== undefined && b.publishedAt !== undefined;
  return areDated ? compareStored(b, a) : compareStored(a, b);
}

/** Says how many are whole, and apart from these how many are not. */
function describeCounts({ saved, bytes, ...counts }: SavedCounts): string {
  const { otherCounts } = offlineWords;
  const others = (['waiting', 'missing', 'damaged', 'updated'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => otherCounts[kind](formatCount(counts[kind])));
  return offlineWords.savedCount(formatCount(saved), formatBytes(bytes)) + others.join('');
}

function SavedArticle({ record }: { record: SavedRecord }) {
  const { engine } = useOfflineStore();
  const { id, title } = record.summary;
  return (
    <li className="saved-row">
      <div>
        <RouteLink to={{ name: 'article', id }}>{title}</RouteLink>
        <small>
          {describeState(describeRecord(record))} · {formatBytes(sumBytes(record))}
        </small>
      </div>
      <button
        type="button"
        className="button"
        aria-label={offlineWords.removeOne(title)}
        onClick={({ currentTarget }) => {
          findNextButton(currentTarget)?.focus();
          void engine?.remove([id]);
        }}
      >
        {words.remove}
      </button>
    </li>
  );
}

/**
 * Where the focus goes from a button that goes away: to the next row, else the one before, else to the page's
 * heading.
 */
function findNextButton(button: HTMLElement): HTMLElement | null {
  const row = button.closest('li');
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
  return neighbour?.querySelector('button') ?? document.querySelector('h1');
}
