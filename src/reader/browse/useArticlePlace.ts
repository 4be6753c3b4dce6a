import { useQuery, useQueryClient } from '@tanstack/react-query';
import { findRow, type OrderedList, type OrderKey } from '../../model/listOrder.ts';
import { nameListState } from '../../model/pageHashes.ts';
import { listPageQuery } from '../data/fetchListPage.ts';
import { locateArticle } from '../data/locateArticle.ts';

interface PlaceQuestion {
  list: string;
  info: OrderedList;
  id: string;
  /** Date and id, once the article is here. */
  article: OrderKey | undefined;
  /** Where the article was when it was opened. */
  hint: number | undefined;
}

/**
 * Gives the position of an article in a list (from 0, the uppermost), or `undefined` while it is looked for.
 * A hint is believed until its page says otherwise: the archive may have grown since.
 */
export function useArticlePlace(question: PlaceQuestion | undefined): number | undefined {
  const client = useQueryClient();
  const { list = '', info = NO_LIST, id = '', article, hint } = question ?? {};
  const isHintPossible = hint !== undefined && hint >= 0 && hint < info.count;
  const hinted = findRow(info, isHintPossible ? hint : 0);
  const { data: rows } = useQuery({
    ...listPageQuery(list, info, hinted.page),
    enabled: isHintPossible,
  });
  const isHintWrong = !isHintPossible || (rows !== undefined && rows[hinted.index]?.id !== id);

  const { data: located } = useQuery({
    queryKey: ['place', list, nameListState(info), info.order, id],
    queryFn: async () => {
      const readPage = (page: number) => client.ensureQueryData(listPageQuery(list, info, page));
      return article ? ((await locateArticle(info, article, readPage)) ?? null) : null;
    },
    enabled: question !== undefined && article !== undefined && isHintWrong,
  });

  return isHintWrong ? (located ?? undefined) : hint;
}

const NO_LIST: OrderedList = { count: 0, undatedCount: 0, months: [] };
