import { buildFeedPaths, type FeedPaths } from '../feeds/feedPaths.ts';
import { hasFeeds } from '../feeds/listShownCategories.ts';
import { escapeHtml } from '../html/writeRuns.ts';
import type { HeadSite } from './HeadSite.ts';

/** Returns a `meta` element by name, or `''` where there is nothing to say. */
export function writeMeta(name: string, content: string | undefined): string {
  return content ? `<meta name="${name}" content="${escapeHtml(content)}" />\n` : '';
}

/** Returns a `meta` element of Open Graph, which knows its own by `property`. */
export function writeProperty(name: string, content: string | number | undefined): string {
  if (content === undefined || content === '') return '';
  return `<meta property="${name}" content="${escapeHtml(String(content))}" />\n`;
}

/** Returns title, description and address of a page; an undefined address stands for one that is not known. */
export function writeNames(
  title: string,
  description: string,
  address: string | undefined,
): string {
  const canonical = address && `<link rel="canonical" href="${escapeHtml(address)}" />\n`;
  return (
    `<title>${escapeHtml(title)}</title>\n` +
    writeMeta('description', description) +
    (canonical ?? '')
  );
}

/** Returns the links to the feeds of a list, by its title, or `''` where it has none. */
export function writeFeedLinks(category: string, title: string, site: HeadSite): string {
  const { url } = site;
  if (url === undefined || !site.feeds || !hasFeeds(site.root, category)) return '';
  const paths: FeedPaths = buildFeedPaths(category);
  const write = (type: string, path: string) =>
    `<link rel="alternate" type="${type}" title="${escapeHtml(title)}" href="${escapeHtml(url + path)}" />\n`;
  return write('application/atom+xml', paths.atom) + write('application/feed+json', paths.json);
}

/**
 * Returns linked data as a data block: no browser runs it, and no content policy forbids it. `<` is written as an
 * escape, so no text can end the block.
 */
export function writeLinkedData(graph: readonly object[]): string {
  const json = JSON.stringify({ '@context': 'https://schema.org', '@graph': graph });
  return `<script type="application/ld+json">${json.replaceAll('<', '\\u003c')}</script>\n`;
}
