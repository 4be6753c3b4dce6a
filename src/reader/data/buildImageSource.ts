import { IMAGES_FOLDER } from '../../model/archivePaths.ts';

/**
 * Gives the address to load a picture from: one published with the archive gets the site's base in front,
 * an https address stays, anything else (another scheme, a path out of the folder) gives `undefined`.
 */
export function buildImageSource(source: string): string | undefined {
  if (source.startsWith('https://')) return URL.canParse(source) ? source : undefined;
  if (!source.startsWith(IMAGES_FOLDER)) return undefined;
  const isInside = !/(^|[\\/])(\.|%2e){1,2}([\\/]|$)/i.test(source);
  return isInside ? `${import.meta.env.BASE_URL}${source}` : undefined;
}
