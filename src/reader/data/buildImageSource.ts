import { IMAGES_FOLDER } from '../../model/archivePaths.ts';

/**
 * Gives the address to load a picture from: one published with the archive gets the site's base in front,
 * an https address stays, anything else (another scheme, a path out of the folder) gives `undefined`. What has the
 * base in front already, as in a page that the build has drawn, stays as it is.
 */
export function buildImageSource(source: string): string | undefined {
  if (source.startsWith('https://')) return URL.canParse(source) ? source : undefined;
  const path = removeBase(source);
  if (!path.startsWith(IMAGES_FOLDER)) return undefined;
  const isInside = !/(^|[\\/])(\.|%2e){1,2}([\\/]|$)/i.test(path);
  return isInside ? `${import.meta.env.BASE_URL}${path}` : undefined;
}

/** Returns a path of the site without its base. */
export function removeBase(path: string): string {
  const base = import.meta.env.BASE_URL;
  return path.startsWith(base) ? path.slice(base.length) : path;
}
