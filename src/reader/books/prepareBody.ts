import { ARTICLE_CLASSES } from '../../model/articleHtml.ts';
import { readArticleLink } from '../../model/articleLinks.ts';
import { sanitizeHtml } from '../article/sanitizeHtml.ts';
import { removeBase } from '../data/buildImageSource.ts';
import { bookWords } from '../words/bookWords.ts';

/** What a body taken along needs from around it. */
export interface BodyPlan {
  /**
   * Stands before each id: in one page with other articles the same ids would meet. Undefined where a file has no
   * places to lead to: then links within the article are words.
   */
  prefix: string | undefined;
  /** Returns where a link to another article leads. */
  linkArticle(id: string): string;
  /** Changes the words to the script that the reader has chosen. */
  convert?: ((text: string) => string) | undefined;
}

/** Where a paragraph has no place. */
const AMONG_WORDS = 'p, h2, h3, h4, span, a, figcaption, caption, summary, td, th, li, dt, dd';
/** What the page adds to pictures and links. */
const ADDED = ['style', 'loading', 'decoding', 'referrerpolicy', 'target', 'aria-label'];

/**
 * Returns an article's sanitized HTML without what the app's page adds, to be written into a file: addresses whole,
 * ids once each, films as links. Nothing of it is loaded, since it belongs to no page.
 */
export function prepareBody(html: string, plan: BodyPlan): DocumentFragment {
  const fragment = sanitizeHtml(html);
  for (const media of fragment.querySelectorAll<HTMLMediaElement>('video, audio'))
    media.replaceWith(buildFilmLink(media));
  undress(fragment);
  const ids = prefixIds(fragment, plan.prefix);
  for (const link of fragment.querySelectorAll('a[href]')) finishLink(link, ids, plan);
  for (const image of fragment.querySelectorAll('img[src]'))
    image.setAttribute('src', completeAddress(image.getAttribute('src') ?? ''));
  if (plan.convert) convertTexts(fragment, plan.convert);
  return fragment;
}

/** Takes away what only the page's lines and pictures need (`typography/dressFragment.ts`). */
function undress(fragment: DocumentFragment): void {
  for (const element of fragment.querySelectorAll('img, a'))
    for (const name of ADDED) element.removeAttribute(name);
  for (const element of fragment.querySelectorAll('[class]:not(.table-box)')) {
    const own = [...element.classList].filter((name) => ARTICLE_CLASSES.includes(name));
    if (own.length > 0) element.className = own.join(' ');
    else element.removeAttribute('class');
  }
  for (const mark of fragment.querySelectorAll('wbr, span:not([lang], [dir], [class])'))
    mark.replaceWith(...mark.childNodes);
  fragment.normalize();
}

/** Returns the addresses of a prepared body's pictures, each once. */
export function listPictures(body: ParentNode): string[] {
  const addresses = [...body.querySelectorAll('img[src]')].map((image) =>
    image.getAttribute('src'),
  );
  return [...new Set(addresses)].flatMap((address) => address ?? []);
}

/**
 * Gives each picture the address that `find` returns for its own. A picture without one becomes a line that says so;
 * its caption stays.
 */
export function placePictures(
  body: DocumentFragment,
  find: (address: string) => string | undefined,
): void {
  for (const image of body.querySelectorAll('img')) {
    const address = image.getAttribute('src');
    const place = address === null ? undefined : find(address);
    if (place !== undefined) image.setAttribute('src', place);
    else image.replaceWith(buildPictureLine(image, address));
  }
}

/** Makes ids unlike those of other articles, each once; returns the new ones by the old ones. */
function prefixIds(fragment: DocumentFragment, prefix: string | undefined): Map<string, string> {
  const ids = new Map<string, string>();
  for (const element of fragment.querySelectorAll('[id]')) {
    const { id } = element;
    element.removeAttribute('id');
    if (prefix === undefined || ids.has(id)) continue;
    ids.set(id, prefix + id);
    element.id = prefix + id;
  }
  return ids;
}

function finishLink(link: Element, ids: Map<string, string>, plan: BodyPlan): void {
  const href = link.getAttribute('href') ?? '';
  const article = readArticleLink(removeBase(href));
  const place = href.startsWith('#') ? ids.get(href.slice(1)) : undefined;
  if (article !== undefined) link.setAttribute('href', plan.linkArticle(article));
  else if (place !== undefined) link.setAttribute('href', `#${place}`);
  else if (href.startsWith('#')) link.removeAttribute('href');
}

/** Returns the whole address of a picture of the site. */
function completeAddress(address: string): string {
  return new URL(address, window.location.href).href;
}

function buildFilmLink(media: HTMLMediaElement): Element {
  const document = media.ownerDocument;
  const link = document.createElement('a');
  const isFilm = media.localName === 'video';
  link.textContent = isFilm ? bookWords.film : bookWords.sound;
  const address = media.getAttribute('src');
  if (address) link.setAttribute('href', address);
  const line = document.createElement(media.closest(AMONG_WORDS) ? 'span' : 'p');
  line.className = 'missing';
  line.append(link);
  return line;
}

/** Says that a picture is not here, with its words and the way to it. */
function buildPictureLine(image: Element, address: string | null): Element {
  const document = image.ownerDocument;
  const isAmongWords = image.closest(AMONG_WORDS) !== null;
  const line = document.createElement(isAmongWords ? 'span' : 'p');
  line.className = 'missing';
  const alt = image.getAttribute('alt') || bookWords.picture;
  line.append(`［${bookWords.pictureMissing}`);
  if (address !== null) {
    const link = document.createElement('a');
    link.setAttribute('href', address);
    link.textContent = alt;
    line.append('：', link);
  }
  line.append('］');
  return line;
}

function convertTexts(fragment: DocumentFragment, convert: (text: string) => string): void {
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (!text.parentElement?.closest('pre, code')) text.data = convert(text.data);
  }
}
