import ChevronRight from 'lucide-react/icons/chevron-right';
import { useState } from 'react';
import { type Category, listShown } from '../../model/Catalogue.ts';
import { useKnownNews } from '../read-state/useNews.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { formatCount } from '../ui/formatCount.ts';
import { words } from '../ui/words.ts';

interface CategoryTreeProps {
  root: Category;
  /** Path of the category on screen; `''` for all articles. */
  current: string | undefined;
  onChoose?: () => void;
}

/**
 * The tree of categories with their counts, open to the current one. A small tree is open throughout and needs no
 * buttons.
 */
export function CategoryTree({ root, current, onChoose }: CategoryTreeProps) {
  const isSmall = countCategories(root) <= MOST_IN_AN_OPEN_TREE;
  return (
    <nav aria-label={words.categories} className={isSmall ? '' : 'has-buttons'}>
      <ul>
        {listShown(root).map((category) => (
          <Branch
            key={category.path}
            category={category}
            depth={0}
            current={current}
            isAlwaysOpen={isSmall}
            onChoose={onChoose}
          />
        ))}
      </ul>
    </nav>
  );
}

/** About as many as one sees at once. */
const MOST_IN_AN_OPEN_TREE = 30;

interface BranchProps {
  category: Category;
  depth: number;
  current: string | undefined;
  isAlwaysOpen: boolean;
  onChoose: (() => void) | undefined;
}

function Branch({ category, depth, current, isAlwaysOpen, onChoose }: BranchProps) {
  const isCurrent = category.path === current;
  const holdsCurrent = current?.startsWith(`${category.path}/`) ?? false;
  /** The reader's own choice; until then the branch opens where the current category is. */
  const [choice, setChoice] = useState<boolean>();
  const isOpen = isAlwaysOpen || (choice ?? (isCurrent || holdsCurrent));
  const children = listShown(category);
  const hasChildren = children.length > 0;
  const newCount = useKnownNews().countNew(category);

  return (
    <li>
      <div className="category" style={{ paddingInlineStart: depth * 16 }}>
        <RouteLink
          to={{ name: 'list', category: category.path }}
          className="navigation-link"
          aria-current={isCurrent ? 'page' : undefined}
          onClick={onChoose}
        >
          <span className="min-w-0">{category.name}</span>{' '}
          {newCount > 0 && (
            <span
              className="new-count"
              aria-hidden="true"
              title={words.newCount(formatCount(newCount))}
            >
              {words.newShort(formatCount(newCount))}
            </span>
          )}
          <span className="count">{formatCount(category.count)}</span>
        </RouteLink>
        {/* Not in the link, whose name is the category's and its count. */}
        {newCount > 0 && <span className="sr-only">{words.newCount(formatCount(newCount))}</span>}
        {hasChildren && !isAlwaysOpen && (
          <button
            type="button"
            className="branch-button"
            aria-expanded={isOpen}
            aria-label={isOpen ? words.collapse(category.name) : words.expand(category.name)}
            onClick={() => setChoice(!isOpen)}
          >
            <ChevronRight size={15} strokeWidth={1.6} aria-hidden="true" />
          </button>
        )}
      </div>
      {hasChildren && isOpen && (
        <ul>
          {children.map((child) => (
            <Branch
              key={child.path}
              category={child}
              depth={depth + 1}
              current={current}
              isAlwaysOpen={isAlwaysOpen}
              onChoose={onChoose}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

function countCategories(category: Category): number {
  return listShown(category).reduce((sum, child) => sum + 1 + countCategories(child), 0);
}
