import CircleDot from 'lucide-react/icons/circle-dot';
import { type Category, listShown } from '../../model/Catalogue.ts';
import { useUnreadCount } from '../read-state/useUnreadCount.ts';
import { useSettings, useSettingsStore } from '../storage/useSettings.ts';
import { Failed } from '../ui/Failed.tsx';
import { treeWords } from '../words/browseWords.ts';
import { words } from '../words/words.ts';
import { Branch, type TreeOfBranches } from './Branch.tsx';
import './tree.css';

/** What the tree is told. */
export interface CategoryTreeProps {
  root: Category;
  /** Path of the category on screen; `''` for all articles. */
  current: string | undefined;
  onChoose?: () => void;
}

/**
 * The tree of categories with their counts, or with what is unread in them. A small tree is open, a large one to the
 * current category, until the reader opens or folds a branch, which is remembered.
 */
export function CategoryTree({ root, current, onChoose }: CategoryTreeProps) {
  const store = useSettingsStore();
  const { isUnreadTree, branches } = useSettings();
  const { countUnread, hasFailed } = useUnreadCount(root, isUnreadTree);
  const isSmall = countCategories(root) <= MOST_IN_AN_OPEN_TREE;
  const holdsCurrent = ({ path }: Category) =>
    path === current || (current?.startsWith(`${path}/`) ?? false);
  const tree: TreeOfBranches = {
    current,
    countUnread,
    onChoose,
    list: (category) =>
      listShown(category).filter(
        (child) => !countUnread || countUnread(child) > 0 || holdsCurrent(child),
      ),
    isOpen: (category) => branches[category.path] ?? (isSmall || holdsCurrent(category)),
    setOpen: ({ path }, isOpen) => store.change({ branches: { ...branches, [path]: isOpen } }),
  };
  const top = tree.list(root);

  return (
    <nav aria-label={words.categories} className="tree">
      <div className="tree-head">
        <p aria-hidden="true" className="navigation-title">
          {words.categories}
        </p>
        <button
          type="button"
          className="order-button"
          aria-pressed={isUnreadTree}
          aria-label={treeWords.unreadTree}
          title={treeWords.unreadTree}
          onClick={() => store.change({ isUnreadTree: !isUnreadTree })}
        >
          <CircleDot size={15} strokeWidth={1.6} aria-hidden="true" />
        </button>
      </div>
      {hasFailed && (
        <Failed
          what={words.partFailed}
          why={words.because.network}
          onRetry={() => window.location.reload()}
        />
      )}
      {top.length === 0 ? (
        countUnread && <p className="tree-empty">{words.nothingUnread}</p>
      ) : (
        <ul>
          {top.map((category) => (
            <Branch key={category.path} category={category} above="" tree={tree} />
          ))}
        </ul>
      )}
    </nav>
  );
}

/** About as many as one sees at once. */
const MOST_IN_AN_OPEN_TREE = 30;

function countCategories(category: Category): number {
  return listShown(category).reduce((sum, child) => sum + 1 + countCategories(child), 0);
}
