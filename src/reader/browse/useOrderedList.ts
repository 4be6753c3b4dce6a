import { useMemo } from 'react';
import type { ArticleListInfo } from '../../model/Catalogue.ts';
import type { OrderedList } from '../../model/listOrder.ts';
import { useSettings } from '../storage/useSettings.ts';

/** Gives a stored list in the order that the reader has chosen. */
export function useOrderedList(info: ArticleListInfo | undefined): OrderedList | undefined {
  const { listOrder } = useSettings();
  return useMemo(() => info && { ...info, order: listOrder }, [info, listOrder]);
}
