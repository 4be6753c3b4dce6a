import { useArrivalFocus } from '../routing/useArrivalFocus.ts';
import { SiteFooter } from '../site/SiteFooter.tsx';
import { words } from '../words/words.ts';
import { WayOn } from './WayOn.tsx';

/** What is shown for an article that the owner has taken down, to those who have not saved it: that, and why. */
export function TakenDownArticle({ id, reason }: { id: string; reason: string }) {
  const heading = useArrivalFocus();
  return (
    <div className="article">
      <h1 ref={heading} tabIndex={-1} className="article-title">
        {words.takenDown}
      </h1>
      {reason !== '' && <p className="mt-4 text-soft">{reason}</p>}
      <div className="mt-6">
        <WayOn id={id} />
      </div>
      <SiteFooter within={['one', 'two']} />
    </div>
  );
}
