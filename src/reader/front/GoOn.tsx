import { useMarks, useVisits } from '../read-state/useMarks.ts';
import { frontWords } from '../words/browseWords.ts';
import { type FrontArticle, FrontArticles } from './FrontArticles.tsx';
import { FrontSection } from './FrontSection.tsx';

/** So many are offered. */
const MOST = 3;

/** 继续阅读: the articles that were opened last and not finished, and how far they were read. */
export function GoOn({ isAll }: { isAll: boolean }) {
  const { places } = useMarks();
  const begun = useVisits()
    .filter(({ id }) => places.read(id) !== undefined)
    .slice(0, MOST);
  if (begun.length === 0) return null;
  return (
    <FrontSection title={frontWords.goOn}>
      <FrontArticles
        articles={begun}
        isAll={isAll}
        isBegun
        renderNote={({ id }: FrontArticle) => <HowFar share={places.read(id)?.share} />}
      />
    </FrontSection>
  );
}

/** Nothing where an earlier version of the app noted the place, which didn't tell how far it is. */
function HowFar({ share }: { share: number | undefined }) {
  if (share === undefined) return null;
  const percent = Math.max(1, Math.round(share * 100));
  return (
    <span className="front-far">
      <span className="front-bar">
        <span style={{ width: `${percent}%` }} />
      </span>
      {frontWords.readTo(percent)}
    </span>
  );
}
