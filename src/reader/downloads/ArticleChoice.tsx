import { useState } from 'react';
import type { SavedSummary } from '../copies/SavedRecord.ts';
import { explainError } from '../data/explainError.ts';
import { Failed } from '../ui/Failed.tsx';
import { formatCount } from '../ui/formatCount.ts';
import { formatShortDay } from '../ui/formatDate.ts';
import { bookWords } from '../words/bookWords.ts';

interface ArticleChoiceProps {
  read: () => Promise<readonly SavedSummary[]>;
  /** Absent where all are wanted. */
  chosen: ReadonlySet<string> | undefined;
  onChange: (chosen: ReadonlySet<string> | undefined) => void;
}

/** So many rows are shown; the filter finds the others. */
const LONGEST = 300;

/** Chooses single articles of a source. Its list is read when it is opened. */
export function ArticleChoice({ read, chosen, onChange }: ArticleChoiceProps) {
  const [list, setList] = useState<readonly SavedSummary[]>();
  const [error, setError] = useState<string>();
  const [filter, setFilter] = useState('');

  function load() {
    setError(undefined);
    read().then(setList, (failure: unknown) => setError(explainError(failure)));
  }
  function toggle(isOpen: boolean) {
    if (isOpen === (chosen !== undefined)) return;
    onChange(isOpen ? new Set() : undefined);
    if (isOpen && !list) load();
  }
  function add(ids: readonly string[], isChosen: boolean) {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    onChange(next);
  }

  const words = filter.trim().toLowerCase();
  const found = (list ?? []).filter(({ title }) => title.toLowerCase().includes(words));
  const ids = found.map(({ id }) => id);
  return (
    <details
      className="export-articles"
      open={chosen !== undefined}
      onToggle={({ currentTarget }) => toggle(currentTarget.open)}
    >
      <summary>{bookWords.choose}</summary>
      {error !== undefined ? (
        <Failed what={bookWords.listFailed} why={error} onRetry={load} />
      ) : !list ? (
        <p role="status">{bookWords.readingList}</p>
      ) : (
        <>
          <div className="export-line">
            <input
              type="search"
              aria-label={bookWords.filter}
              placeholder={bookWords.filter}
              value={filter}
              onChange={({ target }) => setFilter(target.value)}
            />
            <button type="button" className="order-button" onClick={() => add(ids, true)}>
              {bookWords.chooseAll}
            </button>
            <button type="button" className="order-button" onClick={() => add(ids, false)}>
              {bookWords.chooseNone}
            </button>
          </div>
          <p role="status" className="text-soft text-sm tabular-nums">
            {found.length === 0
              ? bookWords.nothingFiltered
              : bookWords.chosen(formatCount(chosen?.size ?? 0), formatCount(list.length))}
          </p>
          <ul aria-label={bookWords.articles}>
            {found.slice(0, LONGEST).map(({ id, title, publishedAt }) => (
              <li key={id}>
                <label>
                  <input
                    type="checkbox"
                    checked={chosen?.has(id) ?? false}
                    onChange={({ target }) => add([id], target.checked)}
                  />
                  <span>
                    {title} <small>{formatShortDay(publishedAt)}</small>
                  </span>
                </label>
              </li>
            ))}
            {found.length > LONGEST && (
              <li>{bookWords.moreArticles(formatCount(found.length - LONGEST))}</li>
            )}
          </ul>
        </>
      )}
    </details>
  );
}
