import type { FrontMatter } from '../content/parseFrontMatter.ts';

/** Deeper trees are cut: the reader's tree stays readable. */
const MAX_DEPTH = 8;

/** The name of the category of articles that have neither categories nor a folder. */
export const UNSORTED = '未分类';

/**
 * Gives an article's categories from the top: those of the front matter, else the folders it lies in.
 * Names are trimmed; a `/` in a name becomes `／`, since `/` joins names in category paths.
 */
export function readCategories(fields: FrontMatter, path: string): string[] {
  const given = fields.categories ?? fields.category ?? [];
  const names = (Array.isArray(given) ? given : given.split(/[,，]/))
    .map(cleanName)
    .filter((name) => name !== '');
  if (names.length > 0) return names.slice(0, MAX_DEPTH);
  const folders = path
    .split('/')
    .slice(0, -1)
    .map(cleanName)
    .filter((name) => name !== '');
  return folders.length > 0 ? folders.slice(0, MAX_DEPTH) : [UNSORTED];
}

function cleanName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim()
    .replaceAll('/', '／');
}
