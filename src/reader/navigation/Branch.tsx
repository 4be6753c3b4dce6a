import ChevronRight from 'lucide-react/icons/chevron-right';
import type { Category } from '../../model/Catalogue.ts';
import type { CountUnread } from '../read-state/countUnread.ts';
import { useKnownNews } from '../read-state/useNews.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { formatCount } from '../ui/formatCount.ts';
import { treeWords } from '../words/browseWords.ts';
import { words } from '../words/words.ts';
import { joinChain, shortenName } from './nameBranch.ts';

/** What all branches of a tree are told. */
export interface TreeOfBranches {
  current: string | undefined;
  /** Given where the tree shows what is unread. */
  countUnread: CountUnread | undefined;
  onChoose: (() => void) | undefined;
  /** Returns the categories below one that the tree shows. */
  list(category: Category): Category[];
  isOpen(category: Category): boolean;
  setOpen(category: Category, isOpen: boolean): void;
}

interface BranchProps {
  category: Category;
  /** Name of the category above. */
  above: string;
  tree: TreeOfBranches;
}

/** A category with those below it. A chain of only children takes one line, and has a link for each of them. */
export function Branch({ category, above, tree }: BranchProps) {
  const chain = joinChain(category);
  const last = chain.at(-1) ?? category;
  const children = tree.list(last);
  const isOpen = tree.isOpen(last);
  const newCount = useKnownNews().countNew(last);
  const count = formatCount(tree.countUnread?.(last) ?? last.count);

  return (
    <li>
      <div className="category">
        <div className="chain">
          {chain.map(({ path, name }, index) => (
            <RouteLink
              key={path}
              to={{ name: 'list', category: path }}
              className="navigation-link"
              // The whole name, of which the line may show a part.
              aria-label={`${name} ${tree.countUnread ? treeWords.unreadCount(count) : count}`}
              aria-current={path === tree.current ? 'page' : undefined}
              onClick={tree.onChoose}
            >
              <span className="min-w-0">{shortenName(name, chain[index - 1]?.name ?? above)}</span>
              {path === last.path && (
                <>
                  {newCount > 0 && (
                    <span
                      className="new-count"
                      aria-hidden="true"
                      title={words.newCount(formatCount(newCount))}
                    >
                      {words.newShort(formatCount(newCount))}
                    </span>
                  )}
                  <span className="count">{count}</span>
                </>
              )}
            </RouteLink>
          ))}
        </div>
        {/* Not in the link, whose name is the category's and its count. */}
        {newCount > 0 && <span className="sr-only">{words.newCount(formatCount(newCount))}</span>}
        {children.length > 0 && (
          <button
            type="button"
            className="branch-button"
            aria-expanded={isOpen}
            aria-label={isOpen ? treeWords.collapse(last.name) : treeWords.expand(last.name)}
            onClick={() => tree.setOpen(last, !isOpen)}
          >
            <ChevronRight size={15} strokeWidth={1.6} aria-hidden="true" />
          </button>
        )}
      </div>
      {children.length > 0 && isOpen && (
        <ul>
          {children.map((child) => (
            <Branch key={child.path} category={child} above={last.name} tree={tree} />
          ))}
        </ul>
      )}
    </li>
  );
}
