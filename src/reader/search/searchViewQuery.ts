import { partQuery } from '../ui/partQuery.ts';

/**
 * The query of the search's script and styles, which are loaded when one searches; as `readingViewQuery`, not
 * React.lazy.
 */
export const searchViewQuery = partQuery('search view', () => import('./SearchList.tsx'));

/** The query of what marks hits in an article. */
export const foundMarksQuery = partQuery('found marks', () => import('./HitMarks.tsx'));
