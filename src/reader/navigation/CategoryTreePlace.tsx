import { useQuery } from '@tanstack/react-query';
import { Failed } from '../ui/Failed.tsx';
import { partQuery } from '../ui/partQuery.ts';
import { words } from '../words/words.ts';
import type { CategoryTreeProps } from './CategoryTree.tsx';

/** The query of the tree's script: a phone asks for it when 分类 is pressed, wider windows once the list stands. */
const treeQuery = partQuery('category tree', () => import('./CategoryTree.tsx'));

/** The place of the tree of categories. */
export function CategoryTreePlace(props: CategoryTreeProps) {
  const { data, isError } = useQuery(treeQuery);
  if (data) return <data.CategoryTree {...props} />;
  if (!isError) return <div aria-busy="true" className="bone mx-2.5 mt-3 h-4 w-28" />;
  return (
    <Failed
      what={words.partFailed}
      why={words.because.network}
      onRetry={() => window.location.reload()}
    />
  );
}
