import { partQuery } from '../ui/partQuery.ts';

/**
 * The query of what is shown of articles that are not at their address, which few visits need; as `readingViewQuery`.
 */
export const absenceViewQuery = partQuery('absence view', async () => ({
  ...(await import('./MissingArticle.tsx')),
  ...(await import('./TakenDownArticle.tsx')),
}));
