import { lazy, Suspense, useState } from 'react';
import { foldTagName } from '../bookmarks/createTagStore.ts';
import { useTags } from '../bookmarks/useShelves.ts';
import { SETTING_VALUES } from '../storage/createSettingsStore.ts';
import { useSettings, useSettingsStore } from '../storage/useSettings.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { shelfWords } from '../words/shelfWords.ts';
import { words } from '../words/words.ts';
import { isOnShelf, type ShelvedBookmark } from './listShelf.ts';
import { type ShelfView, shelfView } from './shelfView.ts';
import { TagName } from './TagChip.tsx';
import type { Picks } from './usePicks.ts';

const TagManager = lazy(async () => ({ default: (await import('./TagManager.tsx')).TagManager }));

interface ShelfToolsProps {
  all: readonly ShelvedBookmark[];
  view: ShelfView;
  picks: Picks;
  /** Rows on screen. */
  count: number;
}

/** Which bookmarks are shown, in which order: shelves, words, tags. */
export function ShelfTools({ all, view, picks, count }: ShelfToolsProps) {
  const settings = useSettingsStore();
  const { bookmarkOrder } = useSettings();
  const laterCount = all.filter((each) => isOnShelf(each, 'later')).length;

  return (
    <div className="shelf-tools">
      <div className="shelf-line">
        <fieldset className="shelf-turns">
          <legend className="sr-only">{shelfWords.shelves}</legend>
          {(['kept', 'later'] as const).map((shelf) => (
            <label key={shelf}>
              <input
                type="radio"
                name="shelf"
                checked={view.shelf === shelf}
                onChange={() => {
                  picks.stop();
                  shelfView.change({ shelf });
                }}
              />
              {shelfWords[shelf]}
              {shelf === 'later' && laterCount > 0 && (
                <span className="tag-count">{laterCount}</span>
              )}
            </label>
          ))}
        </fieldset>
        <span className="shelf-order">
          <select
            className="order-button"
            aria-label={shelfWords.order}
            value={bookmarkOrder}
            onChange={(event) => {
              const chosen = SETTING_VALUES.bookmarkOrder.find(
                (each) => each === event.target.value,
              );
              if (chosen) settings.change({ bookmarkOrder: chosen });
            }}
          >
            {SETTING_VALUES.bookmarkOrder.map((order) => (
              <option key={order} value={order}>
                {shelfWords.orders[order]}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="order-button"
            aria-pressed={picks.isOn}
            disabled={count === 0}
            onClick={picks.isOn ? picks.stop : picks.start}
          >
            {picks.isOn ? shelfWords.stopPicking : shelfWords.pick}
          </button>
        </span>
      </div>
      <input
        type="search"
        className="shelf-filter"
        aria-label={shelfWords.filter}
        placeholder={shelfWords.filter}
        value={view.query}
        onChange={(event) => shelfView.change({ query: event.target.value })}
      />
      <TagFilter all={all.filter((each) => isOnShelf(each, view.shelf))} view={view} />
    </div>
  );
}

/** The list 标签: a press shows only what has the tag. */
function TagFilter({ all, view }: Pick<ShelfToolsProps, 'all' | 'view'>) {
  const tags = useTags();
  const [isOpen, setOpen] = useState(false);
  const counts = new Map<string, number>();
  for (const { tags: own } of all) {
    for (const { id } of own) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return (
    <div className="tag-filter">
      {tags.length > 0 && (
        // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is one unless it is told
        <ul role="list" aria-label={shelfWords.tags}>
          {tags.map((tag) => {
            const name = foldTagName(tag.name);
            const isOn = view.tags.includes(name);
            const others = view.tags.filter((each) => each !== name);
            return (
              <li key={tag.id}>
                <button
                  type="button"
                  className="tag-chip"
                  aria-pressed={isOn}
                  onClick={() => shelfView.change({ tags: isOn ? others : [...others, name] })}
                >
                  <TagName tag={tag}>
                    <span className="tag-count">{counts.get(tag.id) ?? 0}</span>
                  </TagName>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <button
        type="button"
        className="order-button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {shelfWords.manageTags}
      </button>
      {isOpen && (
        <Sheet title={shelfWords.manageTags} look="is-center" onClose={() => setOpen(false)}>
          <Suspense fallback={<p className="p-2 text-soft text-sm">{words.loading}</p>}>
            <TagManager />
          </Suspense>
        </Sheet>
      )}
    </div>
  );
}
