import { escapeHtml } from '../html/writeRuns.ts';
import type { ArchiveWriter, ListRow } from '../output/ArchiveWriter.ts';
import type { ArchiveLists } from '../output/buildLists.ts';
import { listShownCategories } from './listShownCategories.ts';
import { buildArticleAddress, buildCategoryAddress } from './pageAddresses.ts';

/** Where search engines look for it, and where `robots.txt` says that it is. */
export const SITEMAP_PATH = 'sitemap.xml';

/** What one sitemap may hold (sitemaps.org, protocol): addresses, and bytes before compression. */
export const SITEMAP_LIMITS = { addresses: 50_000, bytes: 50 * 2 ** 20 };

/** A page: its address, and when it was changed last, where that is known. */
interface Page {
  address: string;
  changedAt: string | undefined;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

export interface SitemapOptions {
  /** The site's address, ending in `/`. */
  url: string;
  lists: ArchiveLists<ListRow>;
  writer: Pick<ArchiveWriter, 'writeFile'>;
  limits?: typeof SITEMAP_LIMITS;
}

/**
 * Writes `sitemap.xml`: the first page, the categories, all articles that a list for everybody holds. Articles stand
 * oldest first, as in stored lists. What is more than one file may hold goes into `sitemap-1.xml` and so on, of which
 * `sitemap.xml` is the index then.
 */
export function writeSitemap(options: SitemapOptions): void {
  const { url, writer, limits = SITEMAP_LIMITS } = options;
  const parts = splitPages(listPages(options), limits);
  if (parts.length === 1 && parts[0]) {
    writer.writeFile(SITEMAP_PATH, formatPart(parts[0].lines));
    return;
  }
  const lines = parts.map(({ lines, newest }, index) => {
    const path = `sitemap-${index + 1}.xml`;
    writer.writeFile(path, formatPart(lines));
    return formatEntry('sitemap', { address: url + path, changedAt: newest });
  });
  const index = `<sitemapindex ${SPACE}>\n${lines.join('')}</sitemapindex>\n`;
  writer.writeFile(SITEMAP_PATH, HEAD + index);
}

function listPages({ url, lists: { catalogue, lists } }: SitemapOptions): Page[] {
  const categories = listShownCategories(catalogue.root).reverse();
  const articles = lists.get(catalogue.root.list) ?? [];
  return [
    ...categories.flatMap(({ path, lastDate }) => {
      const address = buildCategoryAddress(url, path);
      return address === undefined ? [] : { address, changedAt: lastDate };
    }),
    ...articles.map(({ id, publishedAt, updatedAt }) => ({
      address: buildArticleAddress(url, id),
      changedAt: updatedAt ?? publishedAt,
    })),
  ];
}

interface Part {
  lines: string[];
  newest: string | undefined;
}

function splitPages(pages: readonly Page[], limits: typeof SITEMAP_LIMITS): Part[] {
  const parts: Part[] = [];
  let part: Part = { lines: [], newest: undefined };
  const empty = Buffer.byteLength(formatPart([]));
  let bytes = Number.POSITIVE_INFINITY;
  for (const page of pages) {
    const line = formatEntry('url', page);
    if (part.lines.length === limits.addresses || bytes + line.length > limits.bytes) {
      part = { lines: [], newest: undefined };
      parts.push(part);
      bytes = empty;
    }
    part.lines.push(line);
    // An address is ASCII.
    bytes += line.length;
    if (page.changedAt && page.changedAt > (part.newest ?? '')) part.newest = page.changedAt;
  }
  return parts;
}

function formatPart(lines: readonly string[]): string {
  return `${HEAD}<urlset ${SPACE}>\n${lines.join('')}</urlset>\n`;
}

function formatEntry(tag: 'url' | 'sitemap', { address, changedAt }: Page): string {
  const changed = changedAt === undefined ? '' : `<lastmod>${changedAt}</lastmod>`;
  const place = escapeHtml(address).replaceAll("'", '&apos;');
  return `<${tag}><loc>${place}</loc>${changed}</${tag}>\n`;
}
