import type { ArticleImage, ArticleSummary } from './Article.ts';

/** A line of the site's footer. */
export interface FooterLine {
  text: string;
  /** An absolute address, or a path of the site. */
  link?: string;
}

/**
 * What the owner has set and readers see; a part of the catalogue, so that it comes with the first list and is
 * renewed with it.
 */
export interface SiteInfo {
  title: string;
  /** In a sentence; may be empty. */
  description: string;
  footer: FooterLine[];
  /** What the owner says of the rights in the articles; may be empty. */
  licence: string;
  /** Whether there is an about page (`archive/about.json`). */
  hasAbout: boolean;
  /** The picture that stands beside the title; absent where it is the seal. */
  logo?: ArticleImage;
  /** Shown first, in this order. */
  pinned: ArticleSummary[];
  /** Articles that were taken down: why, by id; the reason may be empty. */
  takenDown: Record<string, string>;
  /** Hosts of WebDAV servers that pages may ask, for readers who sync; absent where there are none. */
  syncHosts?: string[];
}
