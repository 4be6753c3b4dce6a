import type { Category } from '../../model/Catalogue.ts';
import { useUnreadCount } from '../read-state/useUnreadCount.ts';
import { formatCount } from '../ui/formatCount.ts';
import { frontWords } from '../words/browseWords.ts';
import { CategoryChips } from './CategoryChips.tsx';
import { FrontBone } from './FrontBone.tsx';
import { FrontSection } from './FrontSection.tsx';
import { FrontTrouble } from './FrontTrouble.tsx';
import { listLeaves } from './NewArrivals.tsx';

/** What is unread, by category. */
export function UnreadCategories({ root }: { root: Category }) {
  const { countUnread, hasFailed } = useUnreadCount(root, true);
  if (!countUnread && !hasFailed) return <FrontBone />;
  const found = listLeaves(root)
    .map((category) => ({ category, count: countUnread?.(category) ?? 0 }))
    .filter(({ count }) => count > 0);
  const [count, all] = [formatCount(countUnread?.(root) ?? 0), formatCount(root.count)];
  return (
    <FrontSection title={frontWords.unread}>
      {hasFailed ? (
        <FrontTrouble onRetry={() => window.location.reload()} />
      ) : found.length === 0 ? (
        <p className="front-note">{frontWords.allRead(all)}</p>
      ) : (
        <>
          <p className="front-note">{frontWords.unreadCount(count, all)}</p>
          <CategoryChips found={found} />
        </>
      )}
    </FrontSection>
  );
}
