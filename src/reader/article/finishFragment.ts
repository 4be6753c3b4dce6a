import {
  ARTICLE_CLASSES,
  ARTICLE_ELEMENTS,
  MATH_ELEMENTS,
  NOTE_ID,
} from '../../model/articleHtml.ts';
import { readArticleLink } from '../../model/articleLinks.ts';
import { buildImageSource, removeBase } from '../data/buildImageSource.ts';
import { buildHref } from '../routing/routes.ts';
import { nameTable } from '../tables/nameTable.ts';
import { dressFragment } from '../typography/dressFragment.ts';
import { readingWords } from '../words/readingWords.ts';

/**
 * Finishes a sanitized fragment in place, always in the same way: attributes only where the closed list has them,
 * links that open beside the reader, pictures that load late and tell nobody who reads, tables in boxes that scroll.
 */
export function finishFragment(fragment: DocumentFragment): DocumentFragment {
  keepFormulasApart(fragment);
  for (const element of fragment.querySelectorAll('*')) {
    removeForeignAttributes(element);
    removeForeignClasses(element);
  }
  // Those that `dressFragment` has put into a drawn page, and nothing else would be told by.
  for (const span of fragment.querySelectorAll('span:not([lang], [dir], [class])'))
    span.replaceWith(...span.childNodes);
  for (const link of fragment.querySelectorAll('a')) finishLink(link);
  fragment.querySelectorAll('img').forEach(finishImage);
  for (const media of fragment.querySelectorAll<HTMLMediaElement>('video, audio'))
    finishMedia(media);
  const names = new Set<string>();
  // A table within a table scrolls with the outer one.
  [...fragment.querySelectorAll('table')]
    .filter((table) => !table.parentElement?.closest('table'))
    .forEach((table, index) => {
      wrapTable(table, nameTable(names, table.caption?.textContent, index));
    });
  // What scrolls must be within reach of the keyboard.
  for (const pre of fragment.querySelectorAll('pre')) pre.setAttribute('tabindex', '0');
  dressFragment(fragment);
  return fragment;
}

/**
 * Within a formula nothing but MathML, and outside of one none of it: where both are mixed, browsers read what was
 * written differently the next time. What doesn't fit is left as its words.
 */
function keepFormulasApart(fragment: DocumentFragment): void {
  for (const element of fragment.querySelectorAll('*')) {
    const isMath = element.namespaceURI === MATHML;
    const isToken = MATH_TOKENS.has(element.localName);
    const isWithin = element.parentElement?.namespaceURI === MATHML;
    const isRoot = isMath && element.localName === 'math';
    const isMixed = isMath ? isRoot === isWithin : isWithin || isMathName(element.localName);
    if (isMixed || (isMath && isToken && element.childElementCount > 0))
      element.replaceWith(element.textContent ?? '');
  }
}

function isMathName(name: string): boolean {
  return Object.hasOwn(MATH_ELEMENTS, name);
}

/** DOMPurify knows one list of attributes for all elements; ours has one for each. */
function removeForeignAttributes(element: Element): void {
  const allowed = ARTICLE_ELEMENTS[element.localName] ?? [];
  for (const name of element.getAttributeNames()) {
    if (name !== 'class' && !allowed.includes(name)) element.removeAttribute(name);
  }
  if (element.id !== '' && !NOTE_ID.test(element.id)) element.removeAttribute('id');
}

function removeForeignClasses(element: Element): void {
  const names = [...element.classList].filter((name) => ARTICLE_CLASSES.includes(name));
  if (names.length > 0) element.className = names.join(' ');
  else element.removeAttribute('class');
}

function finishLink(link: HTMLAnchorElement): void {
  // Footnotes lead there and back within the article.
  const href = link.getAttribute('href') ?? '';
  if (href.startsWith('#') && NOTE_ID.test(href.slice(1))) return;
  const article = readArticleLink(removeBase(href));
  if (article !== undefined) {
    link.setAttribute('href', buildHref({ name: 'article', id: article }));
    return;
  }
  // Without a scheme it was relative to a page that is not here.
  if (!/^https?:\/\//i.test(href.trim())) {
    link.removeAttribute('href');
    return;
  }
  link.setAttribute('target', '_blank');
  link.setAttribute('rel', 'noopener noreferrer');
}

/** Plays only when asked, from where the build found it. */
function finishMedia(media: HTMLMediaElement): void {
  for (const name of ['src', 'poster'])
    if (!/^https:\/\//i.test(media.getAttribute(name) ?? '')) media.removeAttribute(name);
  media.setAttribute('controls', '');
  media.setAttribute('preload', 'none');
}

function finishImage(image: HTMLImageElement, index: number): void {
  const source = buildImageSource(image.getAttribute('src') ?? '');
  // The order matters to browsers that begin to load as soon as src is set.
  image.removeAttribute('src');
  image.setAttribute('referrerpolicy', 'no-referrer');
  image.setAttribute('loading', index === 0 ? 'eager' : 'lazy');
  image.setAttribute('decoding', 'async');
  removeBadSize(image, 'width');
  removeBadSize(image, 'height');
  reserveSpace(image);
  if (!image.getAttribute('alt')) {
    const hasCaption = image.closest('figure')?.querySelector('figcaption') != null;
    image.setAttribute('alt', '');
    // Not as alternative text, which is copied with the article's own words.
    if (!hasCaption) image.setAttribute('aria-label', readingWords.picture);
  }
  if (source !== undefined) image.setAttribute('src', source);
}

/** A size that is no number of pixels would reserve a senseless space. */
function removeBadSize(image: HTMLImageElement, name: 'width' | 'height'): void {
  if (!/^[1-9]\d{0,4}$/.test(image.getAttribute(name) ?? '1')) image.removeAttribute(name);
}

const MATHML = 'http://www.w3.org/1998/Math/MathML';
const MATH_TOKENS = new Set(['mi', 'mn', 'mo', 'ms', 'mtext']);

/** Pictures are at most this high, in hundredths of the window's height. */
const MAX_HEIGHT = 85;

/**
 * Gives a picture its place before it comes. One of unknown size gets a frame (`framePictures.ts`); one of known size
 * is as wide as the column, as it is, or as its height allows, whichever is least. A limit on the height alone would
 * leave the width and distort it.
 */
function reserveSpace(image: HTMLImageElement): void {
  const [width, height] = [image.getAttribute('width'), image.getAttribute('height')].map(Number);
  if (!width || !height) return;
  const widest = ((MAX_HEIGHT * width) / height).toFixed(2);
  image.style.width = `min(100%, ${width}px, ${widest}vh)`;
}

function wrapTable(table: HTMLTableElement, name: string): void {
  const box = table.ownerDocument.createElement('div');
  box.className = 'table-box';
  box.setAttribute('role', 'region');
  box.setAttribute('tabindex', '0');
  box.setAttribute('aria-label', name);
  table.replaceWith(box);
  box.append(table);
}
