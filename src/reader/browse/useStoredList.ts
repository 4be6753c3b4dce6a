import { useQuery } from '@tanstack/react-query';
import { type Catalogue, type Category, findCategory } from '../../model/Catalogue.ts';
import type { OrderedList } from '../../model/listOrder.ts';
import { tagQuery } from '../data/tagQuery.ts';
import type { ArchivePlace, ListPlace } from '../routing/ArticleOrigin.ts';
import { words } from '../words/words.ts';
import { useOrderedList } from './useOrderedList.ts';

/** A list of the archive, of a category or of a tag, in the order that the reader has chosen. */
export interface StoredList {
  place: ArchivePlace;
  title: string;
  /** Id of the list. */
  list: string;
  info: OrderedList;
  /** Absent where it is a tag's. */
  category?: Category;
}

/** A stored list, or why it is not here. */
export interface StoredListResult {
  /** Undefined while it is on its way, and for lists of the reader's own. */
  stored: StoredList | undefined;
  /** No article has the tag. */
  isUnknownTag: boolean;
  /** Why the tag is not here. */
  error: Error | null;
  retry(): void;
}

/**
 * Gives the stored list of a place. What has left the archive gives the whole archive: beside an article there is a
 * list all the same.
 */
export function useStoredList(
  place: ListPlace | undefined,
  catalogue: Catalogue | undefined,
): StoredListResult {
  const isTag = place?.kind === 'tag';
  const { data, error, refetch } = useQuery({
    ...tagQuery(isTag ? place.tag : '', catalogue ?? {}),
    enabled: isTag && catalogue !== undefined,
  });
  const tag = isTag ? data : undefined;
  const isUnknownTag = tag === null;
  const category = catalogue && findListCategory(catalogue, place, isUnknownTag);
  const info = useOrderedList(tag ?? (category && catalogue.lists[category.list]));
  const found = tag
    ? { place: { kind: 'tag', tag: tag.name } as const, title: words.tag(tag.name), list: tag.list }
    : category && {
        place: { kind: 'category', path: category.path } as const,
        title: category.path === '' ? words.allArticles : category.name,
        list: category.list,
        category,
      };
  return {
    stored: found && info && { ...found, info },
    isUnknownTag,
    error: isTag ? error : null,
    retry: () => void refetch(),
  };
}

function findListCategory(
  { root }: Catalogue,
  place: ListPlace | undefined,
  isUnknownTag: boolean,
): Category | undefined {
  if (isUnknownTag) return root;
  return place?.kind === 'category' ? (findCategory(root, place.path) ?? root) : undefined;
}
