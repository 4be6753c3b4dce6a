import { posix } from 'node:path';
import { formatBeijingDay } from '../../model/beijingTime.ts';

/** Other names of an article than its path, from its front matter. */
export interface OtherNames {
  /** Absolute addresses, and paths of the site that it was written for: `/2022/05/20/rates/`. */
  addresses: readonly string[];
  /** The names that it has in the addresses of its former site. */
  slugs: readonly string[];
}

/** An article that can be named; `path` below the content folder. */
export interface NamedArticle extends Partial<OtherNames> {
  id: string;
  path: string;
  /** UTC. */
  publishedAt?: string | undefined;
}

/** An article with its path as it is compared. */
interface Entry {
  id: string;
  path: string;
}

/** Jekyll's files begin with their day. */
const DAY_PREFIX = /^\d{4}-\d{2}-\d{2}-/;
/** A day in an address, as Hexo and Jekyll make them, and the name behind it. */
const DATED = /(?:^|\/)(\d{4}\/\d{2}\/\d{2}\/[^/]+)$/;
/** Before a name that stands without its path. */
const BARE = '*';

/**
 * Finds the articles that links in bodies lead to: by a path relative to the file's folder or to the content folder, by
 * an address of the former site, by the name alone (Obsidian's `[[name]]`, Hexo's `post_link`), or by the address of
 * the original. A name that two articles have leads nowhere.
 */
export class ArticleNames {
  private readonly entries = new Map<string, Entry | undefined>();

  constructor(articles: Iterable<NamedArticle>) {
    for (const article of articles) this.add(article);
  }

  /** Returns the id of the article that a link in the file at `from` leads to, or undefined. */
  find(href: string, from: string): string | undefined {
    const entry = /^https?:/i.test(href)
      ? this.entries.get(foldAddress(href))
      : this.findPath(href, posix.dirname(from));
    return entry && entry.path !== foldPath(from) ? entry.id : undefined;
  }

  private findPath(href: string, folder: string): Entry | undefined {
    const path = decode(href.replace(/[?#].*$/, '')).replaceAll('\\', '/');
    const below = path.replace(/^\/+/, '');
    if (below === '' || /^\.{1,2}$/.test(below)) return undefined;
    const places = path.startsWith('/') ? [below] : [posix.join(folder, below), below];
    for (const place of places) {
      const entry = this.entries.get(`/${foldPath(place)}`);
      if (entry) return entry;
    }
    const dated = DATED.exec(foldPath(below))?.[1];
    if (dated) return this.entries.get(`/${dated}`);
    // A part of the path will do where the last name is of one article alone.
    const wanted = foldPath(below).replace(/^(?:\.{1,2}\/)+/, '');
    const entry = this.entries.get(BARE + posix.basename(wanted));
    const isFit = !wanted.includes('/') || `/${entry?.path}`.endsWith(`/${wanted}`);
    return isFit ? entry : undefined;
  }

  private add(article: NamedArticle): void {
    const { id, publishedAt, addresses = [], slugs = [] } = article;
    const path = foldPath(article.path);
    const entry: Entry = { id, path };
    const name = posix.basename(path);
    const names = new Set([name, name.replace(DAY_PREFIX, ''), ...slugs.map(foldPath)]);
    const day = DAY_PREFIX.exec(name)?.[0].slice(0, -1) ?? formatBeijingDay(publishedAt);
    this.put(`/${path}`, entry);
    for (const each of names) {
      this.put(BARE + each, entry);
      if (day) this.put(`/${day.replaceAll('-', '/')}/${each}`, entry);
    }
    for (const each of addresses)
      this.put(/^https?:/i.test(each) ? foldAddress(each) : `/${foldPath(each)}`, entry);
  }

  private put(name: string, entry: Entry): void {
    const known = this.entries.get(name);
    const isTaken = this.entries.has(name) && known?.id !== entry.id;
    this.entries.set(name, isTaken ? undefined : entry);
  }
}

/** Returns a path as it is compared: without what hosts and generators put behind or leave out. */
function foldPath(path: string): string {
  return path
    .normalize('NFC')
    .toLowerCase()
    .replace(/^\/+|\/+$/g, '')
    .replace(/\.(?:md|markdown|html?)$/, '')
    .replace(/\/_?index$/, '');
}

/** Returns an absolute address as it is compared: whatever leads to the same page on nearly every host is one. */
function foldAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()])
    if (/^(?:utm_|spm$|from$|share)/i.test(name)) url.searchParams.delete(name);
  const path = decode(url.pathname).replace(/(?:\/index\.html?)?\/*$/, '');
  return `//${url.host.replace(/^(?:www|m)\./, '')}${path}${url.search}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text;
  }
}
