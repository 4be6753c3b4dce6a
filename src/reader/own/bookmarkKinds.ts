import {
  type Bookmark,
  formatBookmark,
  formatRemoval,
  parseBookmark,
  parseRemoval,
  readChange,
} from '../bookmarks/Bookmark.ts';
import {
  formatTag,
  isTagColor,
  isTagName,
  parseTag,
  REMOVED,
} from '../bookmarks/createTagStore.ts';
import {
  formatLabels,
  isPlace,
  isShelf,
  isTagId,
  NO_LABELS,
  parseLabels,
} from '../bookmarks/Labels.ts';
import { isRecord, isString } from '../data/parseSummary.ts';
import type { Field, OwnKind } from './OwnKind.ts';

const TAG = 'tag:';

/** A bookmark: set and removed as a whole. */
export const bookmarkKind: OwnKind = {
  name: 'bookmark',
  // Its mirror has a say in that (`copies/decideKept.ts`).
  missing: 'unknown',
  read(text, id) {
    const bookmark = parseBookmark(id, text);
    if (bookmark) {
      const at = readChange(bookmark);
      return new Map([['', { value: sortFields(bookmark), at }]]);
    }
    const removedAt = parseRemoval(text);
    return removedAt === undefined ? undefined : new Map([['', { value: null, at: removedAt }]]);
  },
  write(fields, { removedAt }) {
    const bookmark = fields.get('')?.value as Bookmark | undefined;
    return bookmark ? formatBookmark(bookmark) : formatRemoval(new Date(removedAt));
  },
  isValue: (id, field, value) =>
    field === '' &&
    isRecord(value) &&
    parseBookmark(id, JSON.stringify({ v: 1, ...value })) !== undefined,
  // What it remembers of its article is renewed without the reader.
  sign: (value) => (isRecord(value) ? (value.changedAt ?? value.bookmarkedAt) : value),
};

/** Equal bookmarks are equal as JSON, whatever wrote them. The version is the text's. */
function sortFields(bookmark: Bookmark): object {
  const fields = Object.entries(bookmark).filter(([name]) => name !== 'v');
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What is on a bookmark: its shelf, its place, and each tag by itself. */
export const labelKind: OwnKind = {
  name: 'labels',
  read(text) {
    const labels = parseLabels(text);
    if (!labels) return undefined;
    const { shelf, place, tags } = labels;
    return new Map<string, Field>([
      ...(shelf ? [['shelf', { value: shelf }] as const] : []),
      ...(place === undefined ? [] : [['place', { value: place }] as const]),
      ...tags.map((tag) => [TAG + tag, { value: true }] as const),
    ]);
  },
  write(fields) {
    const [shelf, place] = [fields.get('shelf')?.value, fields.get('place')?.value];
    const tags = [...fields.keys()].filter((field) => field.startsWith(TAG));
    return formatLabels({
      ...NO_LABELS,
      ...(isShelf(shelf) && { shelf }),
      ...(isPlace(place) && { place }),
      tags: tags.map((field) => field.slice(TAG.length)),
    });
  },
  isValue(_id, field, value) {
    if (field === 'shelf') return isShelf(value);
    if (field === 'place') return isPlace(value);
    return field.startsWith(TAG) && isTagId(field.slice(TAG.length)) && value === true;
  },
};

/** A tag of the reader's: its name and its colour. */
export const tagKind: OwnKind = {
  name: 'tag',
  read(text) {
    if (text === REMOVED) return new Map();
    const tag = parseTag(text);
    return tag && new Map(Object.entries(tag).map(([field, value]) => [field, { value }]));
  },
  write(fields) {
    const [name, color] = [fields.get('name')?.value, fields.get('color')?.value];
    if (!isString(name)) return REMOVED;
    return formatTag({ name, color: isTagColor(color) ? color : 'grey' });
  },
  isValue: (id, field, value) =>
    isTagId(id) &&
    ((field === 'name' && isTagName(value)) || (field === 'color' && isTagColor(value))),
};
