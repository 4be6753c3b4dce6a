import type { Category } from '../../model/Catalogue.ts';

/** A picture that previews show. */
export interface HeadPicture {
  /** Absolute, or a path of the site. */
  src: string;
  /** Pixels. */
  width?: number;
  height?: number;
}

/** What the head of a page has to know of the site. */
export interface HeadSite {
  /** Its address, ending in `/`; undefined where it is not known, and all that needs it is left out. */
  url: string | undefined;
  title: string;
  /** In a sentence; may be empty. */
  description: string;
  language: string;
  /** Whether there are feeds. */
  feeds: boolean;
  /** The tree of categories, which has their names. */
  root: Category;
  /** Stands for the pictures of pages that have none. */
  card: HeadPicture | undefined;
}

/** Returns the absolute address of a picture, or undefined where the site's address is not known. */
export function buildPictureAddress(src: string, { url }: HeadSite): string | undefined {
  if (/^https?:/.test(src)) return src;
  return url === undefined ? undefined : url + src;
}
