import { navigate } from 'wouter/use-browser-location';
import { isPlainPress } from '../routing/RouteLink.tsx';
import { parseRoute } from '../routing/routes.ts';

/** Lets links to other articles of the archive lead there without loading the page anew. Returns what ends it. */
export function followArticleLinks(body: HTMLElement): () => void {
  function follow(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.defaultPrevented || !isPlainPress(event)) return;
    if (link.origin !== location.origin || parseRoute(link.pathname).name !== 'article') return;
    // A footnote's place is within this page.
    if (link.hash !== '') return;
    event.preventDefault();
    navigate(link.pathname + link.search);
  }
  body.addEventListener('click', follow);
  return () => body.removeEventListener('click', follow);
}
