import { useState } from 'react';
import { describeState } from '../offline/describeState.ts';
import { describeRecord, type SavedRecord, sumBytes } from '../offline/SavedRecord.ts';
import { useOfflineStore } from '../offline/useOffline.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { formatBytes } from '../ui/formatBytes.ts';
import { formatCount } from '../ui/formatCount.ts';
import { words } from '../ui/words.ts';

/** The saved articles, by category; a category opens to show its articles. */
export function SavedCategories({ records }: { records: readonly SavedRecord[] }) {
  return [...groupByCategory(records)].map(([category, group]) => (
    <SavedCategory key={category} category={category} records={group} />
  ));
}

function SavedCategory({
  category,
  records,
}: {
  category: string;
  records: readonly SavedRecord[];
}) {
  const [isOpen, setOpen] = useState(false);
  const size = records.reduce((sum, record) => sum + sumBytes(record), 0);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>{category.split('/').at(-1) || words.allArticles}</span>
        <span>{words.savedCount(formatCount(records.length), formatBytes(size))}</span>
      </summary>
      {/* A closed category of a thousand articles costs nothing. */}
      {isOpen && (
        <ul className="pb-3">
          {records.map((record) => (
            <SavedArticle key={record.id} record={record} />
          ))}
        </ul>
      )}
    </details>
  );
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
        aria-label={words.removeOne(title)}
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

/** Where the focus goes from a button that goes away: to the next row, else the one before, else to the page's heading. */
function findNextButton(button: HTMLElement): HTMLElement | null {
  const row = button.closest('li');
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
  return neighbour?.querySelector('button') ?? document.querySelector('h1');
}

function groupByCategory(records: readonly SavedRecord[]): Map<string, SavedRecord[]> {
  const groups = new Map<string, SavedRecord[]>();
  const paths = [...new Set(records.map(({ summary }) => summary.category))].sort();
  for (const path of paths) groups.set(path, []);
  for (const record of records) groups.get(record.summary.category)?.push(record);
  return groups;
}
