import { useQuery } from '@tanstack/react-query';
import type { Catalogue } from '../../model/Catalogue.ts';
import type { ListPlace } from '../routing/ArticleOrigin.ts';
import { SiteFooter } from '../site/SiteFooter.tsx';
import { useSite } from '../site/useSite.ts';
import { partQuery } from '../ui/partQuery.ts';
import { Seal } from '../ui/Seal.tsx';
import { words } from '../words/words.ts';

/** The query of the front page's script, which comes when the first list stands. */
const frontQuery = partQuery('front page', async () => {
  if (document.readyState !== 'complete')
    await new Promise((done) => window.addEventListener('load', done));
  return import('../front/FrontPage.tsx');
});

interface EmptyPaneProps {
  catalogue: Catalogue | undefined;
  /** The list beside it. */
  list: ListPlace | undefined;
}

/** The reading pane before an article is chosen: the front page, and before that has come, a mark. */
export function EmptyPane({ catalogue, list }: EmptyPaneProps) {
  const { data } = useQuery(frontQuery);
  const hasLogo = useSite()?.logo !== undefined;
  if (data && catalogue) return <data.FrontPage catalogue={catalogue} list={list} />;
  return (
    <div className="reading-pane is-empty grid grid-rows-[minmax(0,1fr)_auto] place-items-center px-6">
      <div className="flex flex-col items-center gap-5 text-faint">
        {!hasLogo && <Seal isOutline />}
        <p className="text-sm">{words.chooseArticle}</p>
      </div>
      <SiteFooter within={['two']} />
    </div>
  );
}
