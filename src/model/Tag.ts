import type { ArticleListInfo, TagsInfo } from './Catalogue.ts';
import { hashToNumber } from './hashText.ts';

/** A tag with its list: what a category and the catalogue's entry of its list are for a category. */
export interface Tag extends ArticleListInfo {
  /** As most of its articles write it. */
  name: string;
  /** Id of its article list. */
  list: string;
}

/** `archive/tags/<n>.json`: the tags whose hash is `n`, in order of their folded names. */
export interface TagFile {
  /** The catalogue's. Absent in development. */
  build?: string;
  tags: Tag[];
}

/** Tags in a file, at most, on average. */
const TAGS_PER_FILE = 64;

/** Returns a tag in the form in which writings of one tag are equal: `ＡＩ`, `AI` and `ai ` are. */
export function foldTag(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Returns what the catalogue says of that many tags. */
export function describeTags(count: number): TagsInfo {
  let files = 1;
  while (files * TAGS_PER_FILE < count) files *= 2;
  return { count, files };
}

/** Returns the number, from 0, of the file that holds a tag. `key`: its folded name. */
export function findTagFile({ files }: TagsInfo, key: string): number {
  return hashToNumber(key) % files;
}
