import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../model/Article.ts';
import { buildArticlePath } from '../../model/archivePaths.ts';
import type { Category } from '../../model/Catalogue.ts';
import type { ArchiveWriter, ListRow } from '../output/ArchiveWriter.ts';
import type { ArchiveLists } from '../output/buildLists.ts';
import type { SiteSettings } from '../site/SiteSettings.ts';
import { buildFeedPaths } from './feedPaths.ts';
import {
  buildFeedEntry,
  type FeedEntry,
  type FeedHead,
  type FeedWriters,
  formatAtom,
  formatJsonFeed,
} from './formatFeeds.ts';
import { hasFeeds, listShownCategories } from './listShownCategories.ts';
import { buildCategoryAddress } from './pageAddresses.ts';

/** Articles of a feed: the newest of its list. */
export const FEED_LENGTH = 50;

export interface FeedOptions {
  site: Pick<SiteSettings, 'title' | 'description' | 'language' | 'licence'>;
  /** The site's address, ending in `/`. */
  url: string;
  lists: ArchiveLists<ListRow>;
  /** Folders that hold the articles' files; the first that has one counts. */
  sources: readonly string[];
  writer: Pick<ArchiveWriter, 'writeFile'>;
}

/**
 * Writes the feeds of the site and of each category that is shown. A list without a dated article has none: a feed has
 * to say when it was changed. Each article is read once; it is kept only until the last feed that holds it is written,
 * and a category's feed follows those of the categories below it, so few are kept at a time.
 */
export async function writeFeeds(options: FeedOptions): Promise<void> {
  const { lists, url, sources, writer } = options;
  const { root } = lists.catalogue;
  const feeds = listShownCategories(root)
    .filter(({ path }) => hasFeeds(root, path))
    .map((category) => ({ category, ids: listNewest(category, lists) }));
  if (feeds.length === 0) return;
  const writers: FeedWriters = await import('feedsmith');
  const uses = new Map<string, number>();
  for (const id of feeds.flatMap(({ ids }) => ids)) uses.set(id, (uses.get(id) ?? 0) + 1);
  const kept = new Map<string, FeedEntry | undefined>();
  const take = (id: string) => {
    const entry = kept.has(id) ? kept.get(id) : buildFeedEntry(readArticle(id, sources), url);
    const left = (uses.get(id) ?? 0) - 1;
    uses.set(id, left);
    if (left > 0) kept.set(id, entry);
    else kept.delete(id);
    return entry ?? [];
  };
  for (const { category, ids } of feeds) {
    const entries = ids.flatMap(take);
    const head = buildFeedHead(category, options);
    const paths = buildFeedPaths(category.path);
    writer.writeFile(paths.atom, formatAtom(head, entries, writers));
    writer.writeFile(paths.json, formatJsonFeed(head, entries, writers));
  }
}

/** Lists the ids of a category's newest articles, the newest first. The undated stand behind all others. */
function listNewest({ list }: Category, { catalogue, lists }: FeedOptions['lists']): string[] {
  const rows = lists.get(list) ?? [];
  const dated = rows.length - (catalogue.lists[list]?.undatedCount ?? 0);
  return rows
    .slice(Math.max(0, dated - FEED_LENGTH), dated)
    .map(({ id }) => id)
    .reverse();
}

function buildFeedHead(category: Category, { site, url }: FeedOptions): FeedHead {
  const { path, name } = category;
  const { title: siteTitle, description, language, licence } = site;
  const { atom, json } = buildFeedPaths(path);
  return {
    title: path === '' ? siteTitle : `${name} · ${siteTitle}`,
    description: path === '' ? description : '',
    language,
    siteTitle,
    licence,
    page: buildCategoryAddress(url, path) ?? url,
    atom: url + atom,
    json: url + json,
  };
}

function readArticle(id: string, sources: readonly string[]): Article {
  const path = buildArticlePath(id);
  const folder = sources.find((each) => existsSync(join(each, path))) ?? sources[0] ?? '';
  return JSON.parse(readFileSync(join(folder, path), 'utf8')) as Article;
}
