import { readArticleLink } from '../../model/articleLinks.ts';
import { buildImageSource } from '../data/buildImageSource.ts';
import { buildHref } from '../routing/routes.ts';
import { nameTable } from '../tables/nameTable.ts';
import { listLatinClasses } from '../typography/markLatinText.ts';
import { readingWords } from '../words/readingWords.ts';
import { dressHtml } from './dressHtml.ts';
import { guessTableButton } from './guessTableButton.ts';
import { TextPlaces } from './TextPlaces.ts';

/** A tag as `archive/html/writeHtml.ts` writes it, or a text: no attribute holds `<` or `>`. */
const TOKENS = /<(\/?)([a-z][a-z0-9]*)([^<>]*)>|[^<]+/g;
/** Elements whose words may be torn apart, as `typography/markLatinText.ts` has them. */
const WITH_LATIN = new Set(['p', 'li', 'dd']);
const CAPTION = /^<table[^<>]*><caption[^<>]*>([\s\S]*?)<\/caption>/;
const TAGS = /<[^<>]*>/g;

/** An element of WITH_LATIN that is open: where its tag stands in the output, and its words so far. */
interface OpenText {
  name: string;
  at: number;
  text: string;
}

/**
 * Finishes an article's HTML, as the build has written it, for a page without scripts: what `article/finishFragment.ts`
 * and the rest of `article/` do to the sanitized elements, done to the text. `test/reader/finishBody.test.ts` holds
 * the two together. No style attributes, which the page's policy forbids.
 */
export function finishBody(html: string): string {
  const out: string[] = [];
  const open: OpenText[] = [];
  const places = new TextPlaces();
  const names = new Set<string>();
  let tables = 0;
  let depth = 0;
  let images = 0;
  for (const match of html.matchAll(TOKENS)) {
    const [token, slash = '', name, attributes = ''] = match;
    if (name === undefined) {
      for (const each of open) each.text += token;
      out.push(places.isIn('pre') ? token : dressHtml(token, places.readPlace()));
      continue;
    }
    const isEnd = slash !== '';
    places.follow(name, isEnd, attributes);
    if (name === 'table') depth += isEnd ? -1 : 1;
    if (isEnd && open.at(-1)?.name === name) markLatin(open.pop() as OpenText, out);
    else if (!isEnd && WITH_LATIN.has(name)) open.push({ name, at: out.length, text: '' });
    if (isEnd && name === 'table' && depth === 0) out.push(`</table></div>`);
    else if (isEnd) out.push(token);
    else if (name === 'table' && depth === 1) {
      const caption = CAPTION.exec(html.slice(match.index))?.[1];
      out.push(openTable(nameTable(names, caption && decode(caption.replace(TAGS, '')), tables)));
      tables++;
    } else if (name === 'img') {
      images++;
      out.push(writeImage(attributes, images === 1, isCaptioned(html, match.index)));
    } else out.push(finishTag(name, attributes, token));
    if (isEnd && name === 'table' && depth === 0) out.push(guessTableButton(html, match.index));
  }
  return out.join('');
}

function markLatin({ at, text }: OpenText, out: string[]): void {
  const names = listLatinClasses(decode(text)).join(' ');
  if (names === '') return;
  const tag = out[at] ?? '';
  out[at] = / class="/.test(tag)
    ? tag.replace(/ class="[^"]*/, `$& ${names}`)
    : tag.replace('>', ` class="${names}">`);
}

function openTable(name: string): string {
  const label = name.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<div class="table-box" role="region" tabindex="0" aria-label="${label}"><table>`;
}

function finishTag(name: string, attributes: string, token: string): string {
  if (name === 'pre') return `<pre${attributes} tabindex="0">`;
  if (name === 'a') return `<a${finishLink(attributes)}>`;
  return token;
}

function finishLink(attributes: string): string {
  const [found, href = ''] = / href="([^"]*)"/.exec(attributes) ?? [];
  const article = readArticleLink(href);
  if (found && article !== undefined)
    return attributes.replace(found, ` href="${buildHref({ name: 'article', id: article })}"`);
  return found && !href.startsWith('#')
    ? `${attributes} target="_blank" rel="noopener noreferrer"`
    : attributes;
}

function writeImage(attributes: string, isFirst: boolean, hasCaption: boolean): string {
  const src = / src="([^"]*)"/.exec(attributes)?.[1] ?? '';
  const isSized = / width="/.test(attributes) && / height="/.test(attributes);
  const rest = attributes.replace(/ src="[^"]*"/, '').replace(' alt=""', '');
  const label = hasCaption ? '' : ` aria-label="${readingWords.picture}"`;
  const alt = / alt="/.test(rest) ? '' : ` alt=""${label}`;
  const source = buildImageSource(decode(src));
  return (
    `<img${rest}${alt} referrerpolicy="no-referrer" loading="${isFirst ? 'eager' : 'lazy'}" decoding="async"` +
    `${isSized ? '' : ' class="unsized"'}${source === undefined ? '' : ` src="${source.replaceAll('&', '&amp;')}"`}>`
  );
}

/** Whether the figure that a picture stands in has a caption. */
function isCaptioned(html: string, at: number): boolean {
  const begin = html.lastIndexOf('<figure', at);
  if (begin === -1 || html.lastIndexOf('</figure>', at) > begin) return false;
  return html.slice(at, html.indexOf('</figure>', at)).includes('<figcaption');
}

/** Reads the references that `escapeHtml` writes. */
function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
