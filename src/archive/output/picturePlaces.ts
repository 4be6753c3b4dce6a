import { basename, dirname, extname, join } from 'node:path/posix';

/** Below a site's root, where generators keep what is published as it is. */
const ROOTS = ['', 'source', 'static', 'public'];

/**
 * Lists the paths below the content folder at which a content file's picture may lie, most likely first: beside the
 * file, in its asset folder (Hexo), below the site's root. `address`: as the body names it; `/` is the root.
 */
export function listPicturePlaces(path: string, address: string): string[] {
  const folder = dirname(path);
  const assets = join(folder, basename(path, extname(path)));
  const below = address.startsWith('/')
    ? ROOTS
    : [folder, assets, ...ROOTS.map((root) => join(root, '.'))];
  const places = below.flatMap((start) =>
    listNames(address.replace(/^\/+/, '')).map((name) => join(start, name)),
  );
  return [...new Set(places)];
}

/**
 * Addresses are percent-encoded where names hold blanks or Chinese, and end in a query that is seldom part of a file's
 * name; macOS parts letters from their accents.
 */
function listNames(address: string): string[] {
  const bare = address.replace(/[?#].*$/, '');
  const names = [decode(bare), bare, decode(address), address, bare.replace(/!\w+$/, '')];
  return names.flatMap((name) => [name, name.normalize('NFC'), name.normalize('NFD')]);
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Returns the bytes of a `data:` address, or undefined where it is none that makes sense. */
export function decodeDataUrl(address: string): Uint8Array | undefined {
  const match = /^data:([^,]*),(.*)$/is.exec(address);
  if (!match) return undefined;
  const [, type = '', data = ''] = match;
  try {
    const text = decodeURIComponent(data);
    const bytes = Buffer.from(text, /;\s*base64\s*$/i.test(type) ? 'base64' : 'utf8');
    return bytes.length > 0 ? new Uint8Array(bytes) : undefined;
  } catch {
    return undefined;
  }
}
