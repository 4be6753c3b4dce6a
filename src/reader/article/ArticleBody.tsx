import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import './articleBody.css';
import './articleFigures.css';
import './articleSettings.css';
import '../tables/paper.css';
import type { Article } from '../../model/Article.ts';
import { takeDrawnBody } from '../data/pageFacts.ts';
import { useSettings } from '../storage/useSettings.ts';
import { offerTables } from '../tables/offerTables.ts';
import { markLatinText } from '../typography/markLatinText.ts';
import { readingWords } from '../words/readingWords.ts';
import { ArticleFoot } from './ArticleFoot.tsx';
import { followArticleLinks } from './followArticleLinks.ts';
import { framePictures } from './framePictures.ts';
import { offerPictures } from './offerPictures.ts';
import { sanitizeHtml } from './sanitizeHtml.ts';
import { turnWheel } from './turnWheel.ts';
import { useReadingPlace } from './useReadingPlace.ts';
import { markMissingPictures, watchPictures } from './watchPictures.ts';

/** The text of an article with what stands below it. */
export function ArticleText({ article }: { article: Article }) {
  return (
    <>
      <ArticleBody id={article.id} html={article.html} />
      <ArticleFoot article={article} />
      <p className="print-only">{window.location.href}</p>
    </>
  );
}

/** The text of an article. Its HTML comes in sanitized, through this one ref. */
export function ArticleBody({ id, html }: { id: string; html: string }) {
  const body = useRef<HTMLDivElement>(null);
  useSanitizedHtml(body, html, id);
  useReadingPlace(body, id, html);

  const isVertical = useSettings().writing === 'vertical';
  useEffect(() => {
    const box = isVertical ? body.current?.closest<HTMLElement>('.article') : undefined;
    return box ? turnWheel(box) : undefined;
  }, [isVertical]);

  // Vertical text scrolls by itself, so it must be within reach of the keyboard.
  const region = isVertical
    ? { role: 'region', 'aria-label': readingWords.verticalText, tabIndex: 0 }
    : undefined;
  return <div ref={body} className="article-body" {...region} />;
}

/** The text of the about page, in which no place is remembered. */
export function AboutBody({ html }: { html: string }) {
  const body = useRef<HTMLDivElement>(null);
  useSanitizedHtml(body, html);
  return <div ref={body} className="article-body" />;
}

/**
 * Fills an element with sanitized HTML, and with what belongs to its pictures and tables. `id`: an article's, whose
 * elements may stand in the page already: then they are moved, and nothing is painted a second time.
 */
function useSanitizedHtml(body: RefObject<HTMLDivElement | null>, html: string, id?: string): void {
  useLayoutEffect(() => {
    const element = body.current;
    if (!element) return;
    const stopWatching = watchPictures(element);
    const drawn = id === undefined ? undefined : takeDrawnBody(id, html);
    element.replaceChildren(...(drawn ?? [sanitizeHtml(html)]));
    const stops = [
      stopWatching,
      framePictures(element),
      offerPictures(element),
      offerTables(element),
      followArticleLinks(element),
    ];
    markMissingPictures(element, drawn !== undefined);
    markLatinText(element);
    return () => {
      for (const stop of stops) stop();
    };
  }, [body, html, id]);
}
