/** Which bookmarks the page shows. */
export interface ShelfView {
  shelf: 'kept' | 'later';
  /** Names of tags, folded (`foldTagName`); all of them are on what is shown. */
  tags: readonly string[];
  /** Words that are in the title, the source, the excerpt or a tag. */
  query: string;
}

const START: ShelfView = { shelf: 'kept', tags: [], query: '' };
const listeners = new Set<() => void>();
let view = START;

/** What the page shows lasts as long as the tab: the way back from an article finds it as it was. */
export const shelfView = {
  read: () => view,
  change(part: Partial<ShelfView>) {
    view = { ...view, ...part };
    for (const listener of listeners) listener();
  },
  reset: () => shelfView.change({ tags: [], query: '' }),
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
