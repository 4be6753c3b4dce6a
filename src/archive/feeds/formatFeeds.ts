import type { generateAtomFeed, generateJsonFeed } from 'feedsmith';
import type { Article } from '../../model/Article.ts';
import { makeAbsolute } from './absoluteHtml.ts';
import { cleanXml } from './cleanXml.ts';
import { buildArticleAddress } from './pageAddresses.ts';

/** The library's part, loaded where there is something to write only: that takes a tenth of a second. */
export interface FeedWriters {
  generateAtomFeed: typeof generateAtomFeed;
  generateJsonFeed: typeof generateJsonFeed;
}

/** An article as feeds have it: with a date, and with addresses that hold everywhere. */
export interface FeedEntry {
  article: Article & { publishedAt: string };
  address: string;
  html: string;
}

/** What a feed says of itself. */
export interface FeedHead {
  title: string;
  description: string;
  language: string;
  /** The site's name, which stands for the author where an article names none. */
  siteTitle: string;
  /** What the owner says of the rights; may be empty. */
  licence: string;
  /** Absolute addresses: of the page that the feed is of, and of the feeds themselves. */
  page: string;
  atom: string;
  json: string;
}

/** Returns an article as feeds have it, or undefined where it has no date: it is not known to be new then. */
export function buildFeedEntry(article: Article, url: string): FeedEntry | undefined {
  const { id, publishedAt } = article;
  if (publishedAt === undefined) return undefined;
  const address = buildArticleAddress(url, id);
  const html = cleanXml(makeAbsolute(article.html, { url, article: address }));
  return { article: { ...article, publishedAt }, address, html };
}

/** Returns when an article was changed last. */
const readUpdated = ({ article }: FeedEntry) => article.updatedAt ?? article.publishedAt;

/**
 * Returns the text of an Atom feed (RFC 4287). Its `updated` is the newest of the entries', never the clock's, so equal
 * content gives equal bytes. There has to be an entry.
 */
export function formatAtom(
  head: FeedHead,
  entries: readonly FeedEntry[],
  { generateAtomFeed }: FeedWriters,
): string {
  const text = (value: string) => ({ value: cleanXml(value) });
  return generateAtomFeed({
    id: head.page,
    title: text(head.title),
    ...(head.description ? { subtitle: text(head.description) } : {}),
    ...(head.licence ? { rights: text(head.licence) } : {}),
    updated: entries.map(readUpdated).sort().at(-1) ?? '',
    authors: [{ name: cleanXml(head.siteTitle) }],
    xml: { lang: head.language },
    links: [
      { href: head.atom, rel: 'self', type: 'application/atom+xml' },
      { href: head.page, rel: 'alternate', type: 'text/html' },
      { href: head.json, rel: 'alternate', type: 'application/feed+json' },
    ],
    entries: entries.map((entry) => ({
      id: entry.address,
      title: text(entry.article.title),
      published: entry.article.publishedAt,
      updated: readUpdated(entry),
      ...withAuthors(entry.article),
      links: [
        { href: entry.address, rel: 'alternate', type: 'text/html' },
        ...(entry.article.link ? [{ href: entry.article.link, rel: 'via' }] : []),
      ],
      categories: listTerms(entry.article).map((term) => ({ term })),
      content: { type: 'html', value: entry.html },
    })),
  });
}

/** Returns the text of a JSON Feed 1.1 with the same entries. */
export function formatJsonFeed(
  head: FeedHead,
  entries: readonly FeedEntry[],
  { generateJsonFeed }: FeedWriters,
): string {
  const feed = generateJsonFeed({
    title: cleanXml(head.title),
    ...(head.description ? { description: cleanXml(head.description) } : {}),
    home_page_url: head.page,
    feed_url: head.json,
    language: head.language,
    authors: [{ name: cleanXml(head.siteTitle) }],
    items: entries.map((entry) => ({
      id: entry.address,
      url: entry.address,
      ...(entry.article.link ? { external_url: entry.article.link } : {}),
      title: cleanXml(entry.article.title),
      content_html: entry.html,
      ...(entry.article.excerpt ? { summary: cleanXml(entry.article.excerpt) } : {}),
      date_published: entry.article.publishedAt,
      ...(entry.article.updatedAt ? { date_modified: entry.article.updatedAt } : {}),
      ...withAuthors(entry.article),
      tags: listTerms(entry.article),
    })),
  });
  return JSON.stringify(feed);
}

/** Who wrote it, or else who published it first. */
function withAuthors({ reporter, source }: Article): { authors?: { name: string }[] } {
  const name = cleanXml(reporter ?? source);
  return name === '' ? {} : { authors: [{ name }] };
}

function listTerms({ category, otherCategories = [], tags = [] }: Article): string[] {
  return [...new Set([category, ...otherCategories, ...tags].map(cleanXml))];
}
