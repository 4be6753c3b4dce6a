import { partQuery } from '../ui/partQuery.ts';

/** The query of the reading view's script, which brings the sanitizer, the styles of the text and its tools with it. */
export const readingViewQuery = partQuery('reading view', () => import('./ReadingView.tsx'));
