import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { formatBeijingDay } from '../../model/beijingTime.ts';
import type { ArticleListInfo } from '../../model/Catalogue.ts';
import { nameListState } from '../../model/pageHashes.ts';
import { listPageQuery } from '../data/fetchListPage.ts';
import { frontWords } from '../words/browseWords.ts';
import { FrontArticles } from './FrontArticles.tsx';
import { FrontBone } from './FrontBone.tsx';
import { FrontSection } from './FrontSection.tsx';
import { FrontTrouble } from './FrontTrouble.tsx';
import { findThatDay } from './findThatDay.ts';

interface ThatDaySectionProps {
  list: string;
  info: ArticleListInfo;
  isAll: boolean;
}

/** 那年今日: what was published on this day of earlier years; nothing where there is none. */
export function ThatDaySection({ list, info, isAll }: ThatDaySectionProps) {
  const client = useQueryClient();
  const today = formatBeijingDay(new Date().toISOString()) ?? '';
  const { data, isError, isPending, refetch } = useQuery({
    queryKey: ['that day', list, nameListState(info), today],
    queryFn: ({ queryKey }) => {
      const isFirstTry = !client.getQueryState(queryKey)?.errorUpdateCount;
      return findThatDay(info, today, (page) => {
        const query = listPageQuery(list, info, page);
        // The list beside it has just told of this one: only a press asks for it again, else its 重试 would go away.
        const error = isFirstTry && client.getQueryState(query.queryKey)?.error;
        return error ? Promise.reject(error) : client.ensureQueryData(query);
      });
    },
    retry: false,
    retryOnMount: false,
    // With another build, what is here stays until the next is known.
    placeholderData: keepPreviousData,
  });
  if (isPending) return <FrontBone />;
  if (!isError && data.articles.length === 0) return null;
  return (
    <FrontSection title={!data || data.isExact ? frontWords.thatDay : frontWords.thoseDays}>
      {data && <FrontArticles articles={data.articles} isAll={isAll} />}
      {isError && <FrontTrouble onRetry={() => void refetch()} />}
    </FrontSection>
  );
}
