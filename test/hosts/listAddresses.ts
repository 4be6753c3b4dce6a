import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a host can't do by a recipe alone. */
export interface Limits {
  /** It sends no headers but those of the stored file. */
  hasNoPolicy?: boolean;
  /** It stores each file in one encoding and sends it to everybody. */
  hasOneEncoding?: boolean;
  /** It has one answer for all that is missing, and knows no folders. */
  hasOneErrorPage?: boolean;
  /** It doesn't look for `a/x.html` when asked for `a/x`. */
  findsNoHtml?: boolean;
}

/** An address below the site's first page, and what should answer. */
export interface AddressKind {
  address: string;
  status: 200 | 404;
  type: RegExp;
  cache: RegExp;
  /** The file whose content comes; undefined where it is the host's own words. */
  file?: string;
}

const NO_CACHE = /^no-cache$/;
const YEAR = /^public, max-age=31536000, immutable$/;
const HTML = /^text\/html; ?charset=utf-8$/i;
const SCRIPT = /^(?:text|application)\/javascript/;
const JSON_TYPE = /^application\/json/;
const XML = /^(?:text|application)\/xml/;
const BINARY = /^application\/octet-stream/;
const ANYTHING = /^/;

/** Lists one address of every kind that readers ask a site for. `folder`: the built site. */
export function listAddresses(folder: string, limits: Limits = {}): AddressKind[] {
  const { hasOneErrorPage = false, findsNoHtml = false } = limits;
  const find = (below: string, ending: string) => {
    const name = readdirSync(join(folder, below)).find((each) => each.endsWith(ending));
    if (!name) throw new Error(`The site has no ${below}/…${ending}`);
    return `${below}/${name}`;
  };
  const file = (address: string, type: RegExp, cache = NO_CACHE): AddressKind => {
    return { address, status: 200, type, cache, file: address };
  };
  const page = (address: string): AddressKind => {
    const cache = hasOneErrorPage ? ANYTHING : NO_CACHE;
    return { address, status: 404, type: HTML, cache, file: '404.html' };
  };
  /** A page of its own; hosts that don't look for its file answer with `404.html`, in which the app opens it. */
  const ownPage = (path: string, address = encodeURI(path)): AddressKind =>
    findsNoHtml
      ? page(address)
      : { address, status: 200, type: HTML, cache: NO_CACHE, file: `${path}.html` };
  const missing = (address: string): AddressKind => {
    if (hasOneErrorPage) return page(address);
    return { address, status: 404, type: ANYTHING, cache: /^(?!.*(?:immutable|max-age=[1-9]))/ };
  };
  const [list = ''] = readdirSync(join(folder, 'archive/lists'));
  return [
    { ...file('', HTML), file: 'index.html' },
    file('index.html', HTML),
    file('app.html', HTML),
    page('a/nowhereabouts'),
    ownPage(find('a', '.html').replace(/\.html$/, '')),
    ownPage('c/金融/新浪财经'),
    ownPage('c/金融'),
    page(encodeURIComponent('没有这一页')),
    ownPage('saved'),
    page('saved/'),
    ownPage('search', 'search?q=%E7%A2%B3'),
    ...(hasOneErrorPage ? [] : [page('archive'), page('assets')]),
    missing('assets/index-00000000.js'),
    missing('assets/index-00000000.css'),
    missing('archive/articles/nowhere.json'),
    missing('archive/lists/nowhere/1.json'),
    file(find('assets', '.js'), SCRIPT, YEAR),
    file(find('assets', '.css'), /^text\/css/, YEAR),
    file('archive/catalogue.json', JSON_TYPE),
    file(find(`archive/lists/${list}`, '.json'), JSON_TYPE),
    file(find('archive/articles', '.json'), JSON_TYPE),
    file('archive/search/plan.bin', BINARY),
    file(find('archive/search/ids', '.bin'), BINARY),
    file(find('archive/images', '.svg'), /^image\/svg\+xml/),
    file('sw.js', SCRIPT),
    file('early.js', SCRIPT),
    file('manifest.webmanifest', /^application\/manifest\+json/),
    file('sitemap.xml', XML),
    file('feed.xml', XML),
    file('feed.json', JSON_TYPE),
    file(find('feeds', '.xml'), XML),
    file('card.png', /^image\/png/),
    file('icon-192.png', /^image\/png/),
    file('icon.svg', /^image\/svg\+xml/),
  ];
}
