import { createContext, useContext, useEffect, useMemo } from 'react';
import type { Catalogue, Category } from '../../model/Catalogue.ts';
import type { SeenArchive } from './createLastVisit.ts';
import { useMarks } from './useMarks.ts';

/** What has come since the reader was here. */
export interface News {
  /**
   * Returns how many articles of a category are new. Counted by months, so that one that was renamed, or one of another
   * month that has left, makes no difference.
   */
  countNew(category: Category): number;
  /** Returns the date of the newest article at the last visit; undefined where the category is as it was. */
  findEnd(category: Category): string | undefined;
}

/** Compares the catalogue with that of the last visit, and notes that the reader sees it. */
export function useNews(catalogue: Catalogue | undefined): News {
  const { lastVisit } = useMarks();
  const news = useMemo(
    () => (catalogue ? buildNews(catalogue, lastVisit.compare(catalogue)) : NO_NEWS),
    [catalogue, lastVisit],
  );
  useEffect(() => {
    if (catalogue) lastVisit.note(catalogue);
  }, [catalogue, lastVisit]);
  return news;
}

/** Builds the news of a catalogue. `before`: what the reader saw at the last visit; nothing at the first one. */
export function buildNews({ lists }: Catalogue, before: SeenArchive | undefined): News {
  if (!before) return NO_NEWS;
  return {
    countNew({ path, list, count }) {
      const [seen, info] = [before[path], lists[list]];
      if (!seen || !info) return count;
      const earlier = new Map(seen.months);
      const undated = Math.max(0, info.undatedCount - seen.undatedCount);
      return info.months.reduce(
        (sum, [month, now]) => sum + Math.max(0, now - (earlier.get(month) ?? 0)),
        undated,
      );
    },
    findEnd: ({ path, lastDate }) => {
      const seen = before[path]?.lastDate;
      return seen === lastDate ? undefined : seen;
    },
  };
}

const NO_NEWS: News = { countNew: () => 0, findEnd: () => undefined };

/** Hands the news to lists and tree. */
export const NewsContext = createContext<News>(NO_NEWS);

/** Returns the news of this visit. */
export function useKnownNews(): News {
  return useContext(NewsContext);
}
