import { useLayoutEffect, useRef } from 'react';
import './articleBody.css';
import './articleFigures.css';
import { sanitizeHtml } from './sanitizeHtml.ts';
import { markMissingPictures, watchPictures } from './watchPictures.ts';

/** The text of an article. Its HTML comes in sanitized, through this one ref. */
export function ArticleBody({ html }: { html: string }) {
  const body = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = body.current;
    if (!element) return;
    const stopWatching = watchPictures(element);
    element.replaceChildren(sanitizeHtml(html));
    markMissingPictures(element);
    return stopWatching;
  }, [html]);

  return <div ref={body} className="article-body" />;
}
