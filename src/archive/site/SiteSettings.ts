import type { FooterLine } from '../../model/SiteInfo.ts';

/** An article that the owner has taken down. */
export interface TakenDown {
  /** Path of the content file below the content folder, or the article's id. */
  article: string;
  /** A word to those who come for it; may be empty. */
  reason: string;
}

/** All that an owner can set: `site.yaml` in the content folder, environment variables, a `.env` file. */
export interface SiteSettings {
  /** The folder of the content files, as it was named. */
  contentDir: string;
  title: string;
  description: string;
  language: 'zh-CN';
  /** Address of the site's first page, ending in `/`; undefined where it is not known. */
  url: string | undefined;
  /** Path of the site on its host, percent-encoded, `/` or `/news/`. */
  base: string;
  /** Pictures in the content folder, as paths below it. */
  logo: string | undefined;
  icon: string | undefined;
  /** A PNG, JPEG or WebP in the content folder: the preview of pages without a picture of their own. */
  card: string | undefined;
  /** `#rrggbb`. */
  accent: string | undefined;
  footer: FooterLine[];
  /** What the owner says of the rights in the articles; may be empty. */
  licence: string;
  /** A Markdown file in the content folder, as path below it. */
  about: string | undefined;
  /** Category paths (`金融/新浪财经`), those to be shown first. */
  order: string[];
  /** Names to show, by category path. */
  names: Record<string, string>;
  /** Category paths that are in no list and not in the navigation; their addresses work. */
  hidden: string[];
  /** Patterns of paths that are no articles (`matchPath.ts`). */
  exclude: string[];
  takenDown: TakenDown[];
  /** Paths of content files or ids, in the order in which they are to be shown. */
  pinned: string[];
  /** Lines for each page's head: `meta`, `link` and `script` elements. */
  head: string[];
  /** Hosts that the lines of the head may load scripts from and send to. */
  headHosts: string[];
  /** WebDAV servers that readers may sync what is their own with. */
  syncHosts: string[];
  /** Whether the site can be read offline. */
  offline: boolean;
  /** Whether there are feeds; they need `url`. */
  feeds: boolean;
  /** Whether there is a search index. */
  search: boolean;
  /** Whether each address has a page of its own. */
  pages: boolean;
  /** Whether `.gz` and `.br` files are written beside the others. */
  compress: boolean;
  /** Whether the report is published with the site. */
  report: boolean;
}

/** What holds where nothing is set. */
export const DEFAULT_SETTINGS: SiteSettings = {
  contentDir: 'content',
  title: '藏报',
  description: '',
  language: 'zh-CN',
  url: undefined,
  base: '/',
  logo: undefined,
  icon: undefined,
  card: undefined,
  accent: undefined,
  footer: [],
  licence: '',
  about: undefined,
  order: [],
  names: {},
  hidden: [],
  exclude: [],
  takenDown: [],
  pinned: [],
  head: [],
  headHosts: [],
  syncHosts: [],
  offline: true,
  feeds: true,
  search: true,
  pages: true,
  compress: false,
  report: false,
};
