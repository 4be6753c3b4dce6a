import { readFileSync, realpathSync } from 'node:fs';
import { dirname, extname, join, relative, sep } from 'node:path';
import { imageSize } from 'image-size';
import { IMAGES_FOLDER } from '../../model/archivePaths.ts';
import { hashToBase32 } from '../article/articleId.ts';
import type { PublishedImage } from '../article/publishImages.ts';
import type { ArchiveWriter } from './ArchiveWriter.ts';

/** Names of pictures end so. */
export const PICTURE_EXTENSIONS = new Set([
  '.avif',
  '.gif',
  '.jpeg',
  '.jpg',
  '.png',
  '.svg',
  '.webp',
]);
/** An SVG that holds any of these is a program, not a picture. */
const ACTIVE_SVG =
  /<(?:[\w.-]+:)?(?:script|foreignObject|handler|listener|iframe|embed|object)\b|\son\w+\s*=|javascript:|<!ENTITY|href\s*=\s*(?:"[^"]*&#|'[^']*&#)/i;

/** Whether a picture is an SVG that runs something. */
export function isActiveSvg(bytes: Uint8Array, extension: string): boolean {
  return extension === '.svg' && ACTIVE_SVG.test(new TextDecoder().decode(bytes));
}

/** Publishes pictures that lie beside content files, once each, under the hash of their bytes. */
export class ImageStore {
  private readonly published = new Map<string, PublishedImage | string>();
  private readonly contentDir: string;
  private readonly writer: ArchiveWriter;

  constructor(contentDir: string, writer: ArchiveWriter) {
    this.contentDir = realpathSync(contentDir);
    this.writer = writer;
  }

  /**
   * Publishes the picture at a relative address, or says why it can't be. Nothing outside of the content folder is
   * read.
   */
  publish = (path: string, address: string): PublishedImage | string => {
    const file = join(this.contentDir, dirname(path), decode(address));
    let result = this.published.get(file);
    if (result === undefined) {
      result = this.read(file);
      this.published.set(file, result);
    }
    return result;
  };

  private read(file: string): PublishedImage | string {
    const extension = extname(file).toLowerCase();
    if (!PICTURE_EXTENSIONS.has(extension)) return 'is no picture by its name';
    let bytes: Uint8Array;
    try {
      const real = realpathSync(file);
      const below = relative(this.contentDir, real);
      if (below.startsWith(`..${sep}`) || below === '..')
        return 'lies outside of the content folder';
      bytes = readFileSync(real);
    } catch {
      return 'is not there';
    }
    if (isActiveSvg(bytes, extension)) return 'holds a script';
    try {
      const { width, height } = imageSize(bytes);
      const src = `${IMAGES_FOLDER}${hashToBase32(bytes)}${extension}`;
      this.writer.writeFile(src, bytes);
      return width > 0 && height > 0
        ? { src, width: Math.round(width), height: Math.round(height) }
        : { src };
    } catch {
      return 'is damaged or of another kind than its name says';
    }
  }
}

/** Addresses in HTML are percent-encoded where names hold blanks or Chinese; queries are no part of a file's name. */
function decode(address: string): string {
  const name = address.replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
