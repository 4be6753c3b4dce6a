import { hashToBase32 } from '../article/articleId.ts';

/** Paths of a category's two feeds, relative to the site's base. */
export interface FeedPaths {
  /** Atom 1.0. */
  atom: string;
  /** JSON Feed 1.1. */
  json: string;
}

/**
 * Returns where the feeds of a category are; `''` is the site. A category's own are named by the hash of its path, not
 * by the path: any name has a file then, whatever a disk or a host makes of `..`, `a:b`, capitals, or 300 bytes. It is
 * the hash of this category alone, so a category that gets a second child keeps its address.
 */
export function buildFeedPaths(category: string): FeedPaths {
  const name = category === '' ? 'feed' : `feeds/${hashToBase32(category.normalize('NFC'))}`;
  return { atom: `${name}.xml`, json: `${name}.json` };
}

/** The folder of the categories' feeds. */
export const FEEDS_FOLDER = 'feeds';
