import { useEffect } from 'react';
import { words } from '../words/words.ts';

/** Names the document `<title> · <site title>`; leaves it as it is while `title` is unknown. */
export function useDocumentTitle(title: string | undefined): void {
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · ${readSiteTitle()}`;
  }, [title]);
}

/** Gives the site's name, which the build writes into `<meta name="application-name">`. */
export function readSiteTitle(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="application-name"]');
  return meta?.content || words.brand;
}
