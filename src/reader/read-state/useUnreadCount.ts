import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Category } from '../../model/Catalogue.ts';
import { partQuery } from '../ui/partQuery.ts';
import type { CountUnread } from './countUnread.ts';
import { useMarks, useReadMarks } from './useMarks.ts';

/** The query of what counts; most visits never ask. */
const countUnreadQuery = partQuery('unread count', () => import('./countUnread.ts'));

/** Returns what counts unread articles, once it is asked for and here; `hasFailed` where its script can't be had. */
export function useUnreadCount(
  root: Category | undefined,
  isAsked: boolean,
): { countUnread: CountUnread | undefined; hasFailed: boolean } {
  const { data, isError } = useQuery({ ...countUnreadQuery, enabled: isAsked });
  const client = useQueryClient();
  const marks = useMarks();
  const now = useReadMarks();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another object after each change of the marks
  const countUnread = useMemo(
    () => (isAsked && root && data ? data.buildUnreadCount(root, marks, client) : undefined),
    [isAsked, root, data, marks, client, now],
  );
  return { countUnread, hasFailed: isAsked && isError };
}
