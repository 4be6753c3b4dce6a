import { SiteFooter } from '../site/SiteFooter.tsx';
import { useSite } from '../site/useSite.ts';
import { Seal } from '../ui/Seal.tsx';
import { words } from '../ui/words.ts';

/** The reading pane before an article is chosen. */
export function EmptyPane() {
  return (
    <div className="reading-pane grid grid-rows-[minmax(0,1fr)_auto] place-items-center px-6">
      <div className="flex flex-col items-center gap-5 text-faint">
        {!useSite()?.logo && <Seal isOutline />}
        <p className="text-sm">{words.chooseArticle}</p>
      </div>
      <SiteFooter within={['two']} />
    </div>
  );
}
