import type { FrontMatter } from '../content/FrontMatter.ts';
import { readLinkAddress } from '../html/readAddress.ts';

/** What the key of the original's address is called, in the order in which they are believed. */
export const LINK_KEYS =
  'link original original_url source_url sourceurl url source canonical permalink'.split(' ');

/** Returns the address of the original where the front matter names one; a path of the former site is none. */
export function readLink(fields: FrontMatter): string | undefined {
  for (const key of LINK_KEYS) {
    const value = fields[key];
    const text = typeof value === 'string' ? value.trim() : '';
    // Without a scheme it is a path of the site that it was written for.
    const link = /^https?:\/\//i.test(text) ? readLinkAddress(text) : undefined;
    if (link) return link;
  }
  return undefined;
}
