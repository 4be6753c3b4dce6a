import type { Article } from '../../model/Article.ts';
import type { Catalogue } from '../../model/Catalogue.ts';
import { buildPageCatalogue, PAGE_FACTS, type PageFacts } from '../../model/PageFacts.ts';
import { parseArticle } from './fetchArticle.ts';
import { takePageData } from './takePageData.ts';
import { writeNode } from './writeFragment.ts';

/** What the page of an article carries, and its text as it was drawn. */
export interface DrawnPage {
  facts: PageFacts;
  /** What it tells of the site, in the form of a catalogue. */
  catalogue: Catalogue;
  article: Article;
  /** The elements of the text, to be shown once more as they are; undefined when they have been taken. */
  body: HTMLElement | undefined;
  /** How far the reader has scrolled before the app was there, in pixels. */
  scrollTop: number;
}

let drawn: DrawnPage | undefined;

/**
 * Returns what the page itself tells of the article that its address names; undefined where the page carries none, or
 * not as this app expects it. Call it before the app takes the page's place.
 */
export function readDrawnPage(): DrawnPage | undefined {
  if (drawn) return drawn;
  const body = document.querySelector<HTMLElement>('.is-drawn .article-body');
  const facts = takePageData(PAGE_FACTS) as Partial<PageFacts> | undefined;
  if (!body || !facts?.site || !facts.names) return undefined;
  const html = [...body.childNodes].map(writeNode).join('');
  const article = parseArticle({ ...facts.article, html });
  if (!article) return undefined;
  const known = facts as PageFacts;
  drawn = { facts: known, catalogue: buildPageCatalogue(known), article, body, scrollTop: 0 };
  followScroll(body, drawn);
  return drawn;
}

/** Returns what was read, for an article. */
export function findDrawnPage(id: string | undefined): DrawnPage | undefined {
  return drawn && drawn.article.id === id ? drawn : undefined;
}

/** Returns what the page tells of the site, for as long as the catalogue is on its way. */
export function findPageCatalogue(): Catalogue | undefined {
  return drawn?.catalogue;
}

/** Returns the drawn elements of an article's text, once, where it is this text. */
export function takeDrawnBody(id: string, html: string): ChildNode[] | undefined {
  const page = findDrawnPage(id);
  if (!page?.body || page.article.html !== html) return undefined;
  const nodes = [...page.body.childNodes];
  page.body = undefined;
  return nodes;
}

/** Returns how far the reader has scrolled the drawn article, in pixels, once. */
export function takeDrawnScroll(id: string): number {
  const page = findDrawnPage(id);
  const top = page?.scrollTop ?? 0;
  if (page) page.scrollTop = 0;
  return top;
}

/** An element that is no more in the document tells no more how far it was scrolled. */
function followScroll(body: HTMLElement, page: DrawnPage): void {
  const pane = body.closest('.reading-pane');
  const note = () => {
    page.scrollTop = pane?.scrollTop ?? 0;
  };
  note();
  pane?.addEventListener('scroll', note, { passive: true });
}
