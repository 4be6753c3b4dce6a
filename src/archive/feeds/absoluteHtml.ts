import { escapeHtml } from '../html/writeRuns.ts';

/** Where the addresses of an article lead. */
export interface HtmlPlace {
  /** The site's address, ending in `/`. */
  url: string;
  /** That of the article's page. */
  article: string;
}

/**
 * Returns an article's HTML for readers elsewhere: addresses absolute, links to its own notes as links to the page,
 * without classes and ids, which mean something in our page only. `html`: as `html/writeHtml.ts` has written it.
 */
export function makeAbsolute(html: string, place: HtmlPlace): string {
  return html.replace(/<[a-z][^>]*>/g, (tag) =>
    !tag.includes('="')
      ? tag
      : tag
          .replace(/ (?:class|id)="[^"]*"/g, '')
          .replace(
            / (src|href|poster)="([^"]*)"/g,
            (_text, name: string, address: string) => ` ${name}="${resolve(address, place)}"`,
          ),
  );
}

/** `address` is escaped, and so is what is returned. */
function resolve(address: string, { url, article }: HtmlPlace): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  if (address.startsWith('#')) return escapeHtml(article) + address;
  const plain = address.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return URL.canParse(plain, url) ? escapeHtml(new URL(plain, url).href) : address;
}
