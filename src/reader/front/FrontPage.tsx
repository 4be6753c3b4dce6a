import type { Catalogue } from '../../model/Catalogue.ts';
import type { ListPlace } from '../routing/ArticleOrigin.ts';
import { SiteFooter } from '../site/SiteFooter.tsx';
import { useSite } from '../site/useSite.ts';
import { useLayout } from '../ui/useLayout.ts';
import { frontWords } from '../words/browseWords.ts';
import { describeArchive } from './describeArchive.ts';
import { GoOn } from './GoOn.tsx';
import { LastNotes } from './LastNotes.tsx';
import { NewArrivals } from './NewArrivals.tsx';
import { RandomButton } from './RandomButton.tsx';
import { ThatDaySection } from './ThatDaySection.tsx';
import { UnreadCategories } from './UnreadCategories.tsx';
import './front.css';

interface FrontPageProps {
  catalogue: Catalogue;
  /** The list beside it. */
  list: ListPlace | undefined;
}

/** What the reading pane shows before an article is chosen: ways into the archive, with nothing to set. */
export function FrontPage({ catalogue, list }: FrontPageProps) {
  const { root, lists } = catalogue;
  const info = lists[root.list];
  const isAll = list?.kind === 'category' && list.path === '';
  const site = useSite();
  const hasBrand = useLayout() === 'three';
  return (
    <section className="reading-pane front" aria-label={frontWords.front}>
      <div className="front-column">
        <header className="front-head">
          {site && !hasBrand && <p className="front-site">{site.title}</p>}
          {info && <p>{describeArchive(root, info)}</p>}
          {site?.description && !hasBrand && <p className="front-note">{site.description}</p>}
          {info && info.count > 0 && <RandomButton list={root.list} info={info} isAll={isAll} />}
        </header>
        {info && info.count > 0 && (
          <>
            <GoOn isAll={isAll} />
            <LastNotes />
            <NewArrivals root={root} info={info} isAll={isAll} />
            <ThatDaySection list={root.list} info={info} isAll={isAll} />
            <UnreadCategories root={root} />
          </>
        )}
      </div>
      <SiteFooter within={['two']} />
    </section>
  );
}
