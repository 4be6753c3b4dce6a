import { readFileSync, realpathSync } from 'node:fs';
import { extname, isAbsolute, join, posix, relative, sep } from 'node:path';
import { imageSize } from 'image-size';
import { decodeText } from '../content/decodeText.ts';
import { isActiveSvg, PICTURE_EXTENSIONS } from '../output/ImageStore.ts';
import { type ReadValue, readText, WrongValue } from './readValue.ts';

/** Android asks for no smaller icon (Web App Manifest, installability criteria of Chromium). */
export const SMALLEST_ICON = 192;
/** Previews take no SVG. By the names of `image-size`. */
const CARD_TYPES = ['png', 'jpg', 'webp'];

/** Reads the path of a picture in the content folder. */
export const readPictureFile: ReadValue<string> = (value, contentDir) => {
  const { path, bytes, extension } = readFile(value, contentDir);
  if (!PICTURE_EXTENSIONS.has(extension))
    refuse(path, '不是图片', 'which is no picture by its name');
  measure(path, bytes, extension);
  return path;
};

/** Reads the path of an icon: a square PNG, large enough for a phone's home screen, or an SVG. */
export const readIconFile: ReadValue<string> = (value, contentDir) => {
  const { path, bytes, extension } = readFile(value, contentDir);
  const { width, height, type } = measure(path, bytes, extension);
  if (extension === '.svg' && type === 'svg') return path;
  if (extension !== '.png' || type !== 'png') {
    refuse(path, '要用 PNG 或 SVG 格式', 'but an icon is a PNG or an SVG');
  }
  if (width !== height || width < SMALLEST_ICON) {
    refuse(
      path,
      `是 ${width} × ${height} 像素；图标要是正方形，边长至少 ${SMALLEST_ICON}`,
      `which is ${width} × ${height} pixels; an icon is a square of at least ${SMALLEST_ICON}`,
    );
  }
  return path;
};

/** Reads the path of a preview picture, in a form that all who show previews take. */
export const readCardFile: ReadValue<string> = (value, contentDir) => {
  const { path, bytes, extension } = readFile(value, contentDir);
  const { type } = measure(path, bytes, extension);
  if (!CARD_TYPES.includes(type ?? '')) {
    refuse(path, '要用 PNG、JPEG 或 WebP 格式', 'but a card is a PNG, a JPEG or a WebP');
  }
  return path;
};

/** Reads the path of a Markdown file in the content folder. */
export const readMarkdownFile: ReadValue<string> = (value, contentDir) => {
  const { path, bytes, extension } = readFile(value, contentDir);
  if (!/^\.(?:md|markdown)$/.test(extension)) {
    refuse(path, '不是 Markdown 文件（.md）', 'which is no Markdown file (.md)');
  }
  if (decodeText(bytes).text === undefined) refuse(path, '不是文字', 'which is no text');
  return path;
};

interface ContentFile {
  /** Below the content folder, `/` between names. */
  path: string;
  bytes: Uint8Array;
  /** Lower case, with its dot. */
  extension: string;
}

/** Reads a file that lies in the content folder, links followed. */
function readFile(value: unknown, contentDir: string): ContentFile {
  const named = readText(value);
  const path = posix.normalize(named.replaceAll(sep, '/')).replace(/^\.\//, '');
  if (isAbsolute(named) || path.startsWith('../')) refuseOutside(named);
  let real: string;
  let bytes: Uint8Array;
  try {
    real = relative(realpathSync(contentDir), realpathSync(join(contentDir, path)));
    bytes = readFileSync(join(contentDir, path));
  } catch (error) {
    const isMissing = /^(?:ENOENT|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? '');
    if (isMissing) {
      return refuse(named, '在内容文件夹里找不到', 'which is not in the content folder');
    }
    const reason = (error as Error).message;
    return refuse(named, `读不出来（${reason}）`, `which can't be read (${reason})`);
  }
  if (real === '..' || real.startsWith(`..${sep}`) || isAbsolute(real)) refuseOutside(named);
  return { path, bytes, extension: extname(path).toLowerCase() };
}

function measure(path: string, bytes: Uint8Array, extension: string) {
  if (isActiveSvg(bytes, extension)) refuse(path, '里有脚本', 'which holds a script');
  try {
    return imageSize(bytes);
  } catch {
    return refuse(path, '不是图片，或者已经损坏', 'which is no picture, or damaged');
  }
}

function refuseOutside(named: string): never {
  return refuse(named, '不在内容文件夹里', 'which lies outside of the content folder');
}

function refuse(path: string, zh: string, en: string): never {
  throw new WrongValue({ zh: `写的文件“${path}”${zh}`, en: `names “${path}”, ${en}` });
}
