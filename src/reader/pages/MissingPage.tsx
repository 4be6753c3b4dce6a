import { RouteLink } from '../routing/RouteLink.tsx';
import { useArrivalFocus } from '../routing/useArrivalFocus.ts';
import { SiteFooter } from '../site/SiteFooter.tsx';
import { useDocumentTitle } from '../ui/useDocumentTitle.ts';
import { words } from '../words/words.ts';

/** What is shown for an address that leads nowhere. */
export function MissingPage() {
  const heading = useArrivalFocus();
  useDocumentTitle(words.missingPage);

  return (
    <section className="grid flex-1 place-items-center overflow-y-auto bg-page px-6 py-16">
      <div className="max-w-md text-center">
        <p aria-hidden="true" className="font-serif text-6xl text-faint tabular-nums">
          404
        </p>
        <h1 ref={heading} tabIndex={-1} className="mt-4 font-bold font-serif text-2xl">
          {words.missingPage}
        </h1>
        <p className="mt-3 text-soft">{words.missingPageText}</p>
        <RouteLink to={{ name: 'list', category: '' }} className="button mt-6">
          {words.goToAll}
        </RouteLink>
        <SiteFooter within={['one', 'two']} />
      </div>
    </section>
  );
}
