import { formatBeijingMonth } from '../../model/beijingTime.ts';
import { PAGE_SIZE } from '../../model/Catalogue.ts';
import { foldTag, type Tag } from '../../model/Tag.ts';
import { hashToBase32 } from '../article/articleId.ts';
import {
  addToList,
  createList,
  type DatedEntry,
  type DraftList,
  describeList,
} from './DraftList.ts';

/** An article as the lists of its tags need it. */
export interface TaggedEntry extends DatedEntry {
  tags?: readonly string[];
}

/** A tag and the entries of its list, in stored order. */
export interface TagList<Entry> {
  tag: Tag;
  entries: Entry[];
}

interface Draft<Entry> extends DraftList<Entry> {
  /** How many articles write it so. */
  writings: Map<string, number>;
}

/**
 * Sorts entries into the lists of their tags, which come in order of their folded names. `entries`: those of the list
 * of all articles, in stored order; what stands in a hidden category is not among them.
 */
export function buildTagLists<Entry extends TaggedEntry>(
  entries: readonly Entry[],
): TagList<Entry>[] {
  const drafts = new Map<string, Draft<Entry>>();
  for (const entry of entries) {
    const month = formatBeijingMonth(entry.publishedAt);
    for (const name of entry.tags ?? []) {
      const key = foldTag(name);
      const draft = drafts.get(key) ?? { ...createList<Entry>(), writings: new Map() };
      drafts.set(key, draft);
      draft.writings.set(name, (draft.writings.get(name) ?? 0) + 1);
      addToList(draft, entry, month);
    }
  }
  return [...drafts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, draft]) => ({ tag: buildTag(key, draft), entries: draft.entries }));
}

function buildTag(key: string, draft: Draft<DatedEntry>): Tag {
  const { ids, ...info } = describeList(draft);
  return {
    name: chooseName(draft.writings),
    list: `tag-${hashToBase32(key)}`,
    ...info,
    // The page of a short list holds its ids: another file for each of many rare tags would say nothing new.
    ...(ids !== undefined && info.count > PAGE_SIZE && { ids }),
  };
}

/** Returns the writing that most articles have; of several the first in order, as `AI` before `ai`. */
function chooseName(writings: ReadonlyMap<string, number>): string {
  const [first] = [...writings].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return first?.[0] ?? '';
}
