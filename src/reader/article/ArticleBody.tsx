import { useEffect, useLayoutEffect, useRef } from 'react';
import './articleBody.css';
import './articleFigures.css';
import './articleSettings.css';
import { useSettings } from '../storage/useSettings.ts';
import { words } from '../ui/words.ts';
import { framePictures } from './framePictures.ts';
import { markLatinText } from './markLatinText.ts';
import { offerPictures } from './offerPictures.ts';
import { offerTables } from './offerTables.ts';
import { sanitizeHtml } from './sanitizeHtml.ts';
import { turnWheel } from './turnWheel.ts';
import { useReadingPlace } from './useReadingPlace.ts';
import { markMissingPictures, watchPictures } from './watchPictures.ts';

/** The text of an article. Its HTML comes in sanitized, through this one ref. */
export function ArticleBody({ id, html }: { id: string; html: string }) {
  const body = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = body.current;
    if (!element) return;
    const stopWatching = watchPictures(element);
    element.replaceChildren(sanitizeHtml(html));
    const stops = [
      stopWatching,
      framePictures(element),
      offerPictures(element),
      offerTables(element),
    ];
    markMissingPictures(element);
    markLatinText(element);
    return () => {
      for (const stop of stops) stop();
    };
  }, [html]);
  useReadingPlace(body, id, html);

  const isVertical = useSettings().writing === 'vertical';
  useEffect(() => {
    return isVertical && body.current ? turnWheel(body.current) : undefined;
  }, [isVertical]);

  // Vertical text scrolls by itself, so it must be within reach of the keyboard.
  const region = isVertical
    ? { role: 'region', 'aria-label': words.verticalText, tabIndex: 0 }
    : undefined;
  return <div ref={body} className="article-body" {...region} />;
}
