import { type Bookmark, parseBookmark } from '../bookmarks/Bookmark.ts';
import { BOOKMARKS, type BookmarkStore } from '../bookmarks/createBookmarkStore.ts';
import { openLabels } from '../bookmarks/createLabelStore.ts';
import { openTags, type ReaderTag, type StoredTag } from '../bookmarks/createTagStore.ts';
import type { Labels } from '../bookmarks/Labels.ts';
import { LABELS, TAKEN_OFF } from '../bookmarks/labelKeys.ts';
import { isRead, type ReadStore } from '../read-state/createReadStore.ts';
import { formatCount } from '../ui/formatCount.ts';
import { offerUndo } from '../undo/offerUndo.ts';
import { shelfWords } from '../words/shelfWords.ts';
import type { ShelfView } from './shelfView.ts';

/** What can be done to bookmarks; all of it can be taken back. */
export type ShelfDeeds = ReturnType<typeof createShelfDeeds>;

/** Builds the deeds over the reader's stores. */
export function createShelfDeeds(bookmarks: BookmarkStore, read: ReadStore) {
  const { texts } = bookmarks;
  const [labels, tags] = [openLabels(texts), openTags(texts)];

  /** Does something to bookmarks and what is on them, and offers to take it back. */
  function act(ids: readonly string[], words: string, deed: () => void): void {
    const keys = ids.flatMap((id) => [BOOKMARKS.prefix + id, LABELS + id]);
    const before = new Map(keys.map((key) => [key, texts.read(key)]));
    deed();
    const after = new Map(keys.map((key) => [key, texts.read(key)]));
    const changed = keys.filter((key) => before.get(key) !== after.get(key));
    if (changed.length === 0) return;
    offerUndo(words, () => {
      // What was changed once more meanwhile stays. A removal is forgotten after a while.
      const standing = changed.filter(
        (key) => (texts.read(key) ?? after.get(key)) === after.get(key),
      );
      const own = standing.flatMap((key) => {
        const id = key.slice(BOOKMARKS.prefix.length);
        return key.startsWith(LABELS) ? [] : (parseBookmark(id, before.get(key) ?? '') ?? []);
      });
      if (own.length > 0) bookmarks.add(own, true);
      texts.changeAll(
        standing
          .filter((key) => key.startsWith(LABELS))
          .map((key) => [key, before.get(key) ?? TAKEN_OFF] as const),
      );
    });
  }

  const changeLabels = (
    ids: readonly string[],
    words: string,
    change: (known: Labels, id: string) => Labels,
  ) => act(ids, words, () => labels.change(ids, change));

  function takeOff(ids: readonly string[], shelf: ShelfView['shelf']): void {
    act(ids, shelfWords.removed(formatCount(ids.length)), () => {
      const both = ids.filter((id) => labels.read(id).shelf === 'both');
      labels.change(both, (known) => putOn(known, shelf === 'kept' ? 'later' : undefined));
      for (const id of ids) if (!both.includes(id)) bookmarks.remove(id);
    });
  }

  return {
    /** Takes bookmarks off one shelf; those on the other one stay there. */
    takeOff,
    /** Moves bookmarks to a shelf. */
    moveTo(ids: readonly string[], shelf: ShelfView['shelf']) {
      const count = formatCount(ids.length);
      const words =
        shelf === 'later' ? shelfWords.movedToLater(count) : shelfWords.movedToKept(count);
      changeLabels(ids, words, (known) => putOn(known, shelf === 'later' ? 'later' : undefined));
    },
    /** Sets or clears 稍后读 of an article. */
    setLater(article: Omit<Bookmark, 'bookmarkedAt'>, isLater: boolean) {
      const { id } = article;
      const isHere = bookmarks.readAll().some((each) => each.id === id);
      if (isLater) {
        labels.change([id], (known) => putOn(known, isHere ? 'both' : 'later'));
        if (!isHere) bookmarks.save(article);
      } else takeOff([id], 'later');
    },
    addTag(ids: readonly string[], name: string) {
      const tag = tags.make(name);
      if (!tag) return;
      const words = shelfWords.tagsChanged(tag.name, formatCount(ids.length));
      changeLabels(ids, words, (known) =>
        known.tags.some((id) => tag.ids.includes(id))
          ? known
          : { ...known, tags: [...known.tags, tag.id] },
      );
    },
    takeTagOff(ids: readonly string[], tag: ReaderTag) {
      const words = shelfWords.tagTakenOff(tag.name, formatCount(ids.length));
      changeLabels(ids, words, (known) => ({
        ...known,
        tags: known.tags.filter((id) => !tag.ids.includes(id)),
      }));
    },
    renameTag(tag: ReaderTag, name: string) {
      const other = tags.find(name);
      const before = tags.readStored(tag);
      tags.rename(tag, name);
      const words = other && other.id !== tag.id ? shelfWords.tagMerged : shelfWords.tagRenamed;
      offerUndo(words(tag.name, other?.name ?? name), () => tags.restore(before));
    },
    paintTag: tags.paint,
    removeTag(tag: ReaderTag) {
      const before: ReadonlyMap<string, StoredTag> = tags.readStored(tag);
      tags.remove(tag);
      offerUndo(shelfWords.tagRemoved(tag.name), () => tags.restore(before));
    },
    place(places: ReadonlyMap<string, number>) {
      labels.change([...places.keys()], (known, id) => {
        const place = places.get(id);
        return place === undefined ? known : { ...known, place };
      });
    },
    mark(ids: readonly string[], isNowRead: boolean) {
      const marks = read.readMarks();
      const changed = ids.filter((id) => isRead(marks, { id }) !== isNowRead);
      for (const id of changed) read.mark(id, isNowRead);
      if (changed.length === 0) return;
      const words = isNowRead ? shelfWords.markedRead : shelfWords.markedUnread;
      offerUndo(words(formatCount(changed.length)), () => {
        for (const id of changed) read.mark(id, !isNowRead);
      });
    },
  };
}

function putOn({ shelf: _, ...rest }: Labels, shelf: Labels['shelf']): Labels {
  return { ...rest, ...(shelf && { shelf }) };
}
