import { useId } from 'react';
import { type Category, holdsCategory } from '../../model/Catalogue.ts';
import { useBookmarks } from '../bookmarks/useBookmarks.ts';
import { ArticleRow } from '../list/ArticleRow.tsx';
import type { ListProps } from '../list/ListProps.ts';
import { isRead } from '../read-state/createReadStore.ts';
import { useReadMarks } from '../read-state/useMarks.ts';
import { buildPinnedPosition } from '../routing/ArticleOrigin.ts';
import { useSite } from '../site/useSite.ts';
import { words } from '../words/words.ts';

/** The pinned articles of a category, above its rows. They stand at their own places among the rows, too. */
export function PinnedRows({
  category,
  open,
  steps,
  onApproach,
}: ListProps & { category: Category }) {
  const heading = useId();
  const pinned = useSite()?.pinned.filter((each) => holdsCategory(category, each.category)) ?? [];
  const marks = useReadMarks();
  const bookmarked = new Set(useBookmarks().map(({ id }) => id));
  if (pinned.length === 0) return null;

  const Heading = open ? 'h3' : 'h2';
  const list = { kind: 'category', path: category.path } as const;
  return (
    <section aria-labelledby={heading} className="pinned">
      <Heading id={heading} className="day">
        {words.pinned}
      </Heading>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is one unless it is told */}
      <ol role="list" aria-label={words.pinnedList}>
        {pinned.map((article, index) => {
          const position = buildPinnedPosition(index);
          return (
            <li key={article.id} data-position={position} className="row-item">
              <ArticleRow
                article={article}
                origin={{ list, position, ...(steps !== undefined && { steps }) }}
                isCurrent={article.id === open?.id}
                isBookmarked={bookmarked.has(article.id)}
                isRead={isRead(marks, article)}
                hasDay
                onApproach={onApproach}
              />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
