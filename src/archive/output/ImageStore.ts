import { readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { imageSize } from 'image-size';
import { IMAGES_FOLDER } from '../../model/archivePaths.ts';
import { hashToBase32 } from '../article/articleId.ts';
import type { PublishedImage } from '../article/publishImages.ts';
import type { Message } from '../command/Message.ts';
import type { ArchiveWriter } from './ArchiveWriter.ts';
import { decodeDataUrl, listPicturePlaces } from './picturePlaces.ts';

/** Kinds of pictures that browsers show, as image-size names them. */
const EXTENSIONS = new Map([
  ['avif', '.avif'],
  ['bmp', '.bmp'],
  ['gif', '.gif'],
  ['ico', '.ico'],
  ['jpg', '.jpg'],
  ['png', '.png'],
  ['svg', '.svg'],
  ['webp', '.webp'],
]);

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

/** Why a picture can't be published. */
const NO_PICTURE: Message = { zh: '不是图片', en: 'is no picture' };
const NOT_THERE: Message = { zh: '不在那里', en: 'is not there' };
const OUTSIDE: Message = { zh: '在内容文件夹外面', en: 'lies outside of the content folder' };
const ACTIVE: Message = { zh: '里面有脚本', en: 'holds a script' };
const DAMAGED: Message = { zh: '坏了，或者不是图片', en: 'is damaged or no picture' };

/** Whether a picture is an SVG that runs something. */
export function isActiveSvg(bytes: Uint8Array, extension: string): boolean {
  return extension === '.svg' && ACTIVE_SVG.test(new TextDecoder().decode(bytes));
}

/** Publishes pictures of the content folder and of bodies, once each, under the hash of their bytes. */
export class ImageStore {
  private readonly published = new Map<string, PublishedImage | Message>();
  private readonly contentDir: string;
  private readonly writer: ArchiveWriter;

  constructor(contentDir: string, writer: ArchiveWriter) {
    this.contentDir = realpathSync(contentDir);
    this.writer = writer;
  }

  /**
   * Publishes the picture at an address that a content file names, or says why it can't be. Nothing outside of the
   * content folder is read.
   */
  publish = (path: string, address: string): PublishedImage | Message => {
    if (address.startsWith('data:')) {
      const bytes = decodeDataUrl(address);
      return bytes ? this.publishBytes(bytes) : NO_PICTURE;
    }
    let problem = NOT_THERE;
    for (const place of listPicturePlaces(path, address)) {
      const file = join(this.contentDir, place);
      let result = this.published.get(file);
      if (result === undefined) {
        result = this.read(file);
        this.published.set(file, result);
      }
      if ('src' in result) return result;
      if (result !== NOT_THERE) problem = result;
    }
    return problem;
  };

  private read(file: string): PublishedImage | Message {
    let bytes: Uint8Array;
    try {
      const real = realpathSync(file);
      const below = relative(this.contentDir, real);
      if (below.startsWith(`..${sep}`) || below === '..' || isAbsolute(below)) return OUTSIDE;
      bytes = readFileSync(real);
    } catch {
      return NOT_THERE;
    }
    return this.publishBytes(bytes);
  }

  /** What a picture is, its bytes say: names are often wrong. */
  private publishBytes(bytes: Uint8Array): PublishedImage | Message {
    try {
      const { width, height, type = '' } = imageSize(bytes);
      const extension = EXTENSIONS.get(type);
      if (extension === undefined) {
        return {
          zh: `是浏览器不显示的类型（${type}）`,
          en: `is of a kind that browsers don’t show (${type})`,
        };
      }
      if (isActiveSvg(bytes, extension)) return ACTIVE;
      const src = `${IMAGES_FOLDER}${hashToBase32(bytes)}${extension}`;
      this.writer.writeFile(src, bytes);
      return width > 0 && height > 0
        ? { src, width: Math.round(width), height: Math.round(height) }
        : { src };
    } catch {
      return DAMAGED;
    }
  }
}
