import { useQuery } from '@tanstack/react-query';
import { foundMarksQuery } from '../search/searchViewQuery.ts';

/**
 * Marks what was searched for in the article beside it. Where the script doesn't come, the article is there all the
 * same.
 */
export function FoundMarks({ text }: { text: string }) {
  const { data } = useQuery(foundMarksQuery);
  return data ? <data.HitMarks text={text} /> : null;
}
