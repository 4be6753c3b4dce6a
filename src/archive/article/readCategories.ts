import { foldTag } from '../../model/Tag.ts';
import type { FrontMatter } from '../content/FrontMatter.ts';

/** Deeper trees are cut: the reader's tree stays readable. */
const MAX_DEPTH = 8;

/** The name of the category of articles that have neither categories nor a folder. */
export const UNSORTED = '未分类';

/**
 * Returns the paths of an article's categories, its names joined by `/`: those of the front matter, as Hexo means them
 * (a list of names goes down the tree, a list of lists names several), else the folders it lies in.
 * Names are trimmed; a `/` in a name becomes `／`, since `/` joins names in category paths.
 */
export function readCategories(fields: FrontMatter, path: string): [string, ...string[]] {
  const given = fields.categories ?? fields.category ?? [];
  const list = typeof given === 'string' ? given.split(/[,，]/) : given;
  const isSeveral = list.some((item) => typeof item !== 'string');
  const ways = isSeveral ? list.map((item) => [item].flat()) : [list as string[]];
  const [first, ...others] = new Set(ways.map(joinNames).filter((way) => way !== ''));
  if (first !== undefined) return [first, ...others];
  return [joinNames(path.split('/').slice(0, -1)) || UNSORTED];
}

/** A name that no address can hold: a browser takes it for a folder. */
const NO_NAME = /^\.{0,2}$/;

/**
 * Returns the tags, each once in the writing that comes first, as the front matter lists them or as names between
 * commas.
 */
export function readTags(fields: FrontMatter): string[] {
  const given = fields.tags ?? fields.tag ?? [];
  const list = typeof given === 'string' ? given.split(/[,，]/) : given.flat();
  // Obsidian writes `#tag`, and links as `[[tag]]`.
  const names = list.map((name) => trimName(name.trim().replace(/^#+|^\[\[|\]\]$/g, '')));
  const writings = new Map<string, string>();
  for (const name of names) {
    const key = foldTag(name);
    if (!NO_NAME.test(key) && !writings.has(key)) writings.set(key, name);
  }
  return [...writings.values()];
}

function joinNames(names: readonly string[]): string {
  return names
    .map((name) => trimName(name).replaceAll('/', '／'))
    .filter((name) => name !== '')
    .slice(0, MAX_DEPTH)
    .join('/');
}

function trimName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim();
}
