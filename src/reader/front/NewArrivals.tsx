import { useQuery } from '@tanstack/react-query';
import { type ArticleListInfo, type Category, listShown } from '../../model/Catalogue.ts';
import { findRow } from '../../model/listOrder.ts';
import { listPageQuery } from '../data/fetchListPage.ts';
import { useKnownNews } from '../read-state/useNews.ts';
import { formatCount } from '../ui/formatCount.ts';
import { frontWords } from '../words/browseWords.ts';
import { CategoryChips } from './CategoryChips.tsx';
import { FrontArticles } from './FrontArticles.tsx';
import { FrontBone } from './FrontBone.tsx';
import { FrontSection } from './FrontSection.tsx';
import { FrontTrouble } from './FrontTrouble.tsx';

/** So many of the newest articles stand here. */
const MOST = 4;

interface NewArrivalsProps {
  root: Category;
  info: ArticleListInfo;
  isAll: boolean;
}

/**
 * 新到: what has come since the reader was here, by category, and the newest articles; these not beside the list of all
 * articles, which has them.
 */
export function NewArrivals({ root, info, isAll }: NewArrivalsProps) {
  const news = useKnownNews();
  const newCount = news.countNew(root);
  const { page, index } = findRow(info, 0);
  const { data, isError, isLoading, refetch } = useQuery({
    ...listPageQuery(root.list, info, page),
    enabled: !isAll,
    // The list beside it may have just told that it failed.
    retryOnMount: false,
  });
  const newest = data
    ?.slice(0, index + 1)
    .reverse()
    .slice(0, MOST);
  const found = listLeaves(root)
    .map((category) => ({ category, count: news.countNew(category) }))
    .filter(({ count }) => count > 0);
  if (isLoading) return <FrontBone />;
  if (isAll && newCount === 0) return null;
  return (
    <FrontSection title={frontWords.arrived}>
      {newCount > 0 && (
        <>
          <p className="front-note">{frontWords.arrivedCount(formatCount(newCount))}</p>
          <CategoryChips found={found} />
        </>
      )}
      {!isAll && newest && <FrontArticles articles={newest} isAll={isAll} />}
      {!isAll && isError && <FrontTrouble onRetry={() => void refetch()} />}
    </FrontSection>
  );
}

/** Lists the categories that hold articles themselves: those without others below them. */
export function listLeaves(category: Category): Category[] {
  const children = listShown(category);
  return children.length === 0 ? [category] : children.flatMap(listLeaves);
}
