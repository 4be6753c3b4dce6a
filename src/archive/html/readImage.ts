import type { SourceImage } from './blocks.ts';
import { findPictureAddress } from './pictureAddress.ts';
import { readClasses } from './readElementStyle.ts';
import { type ElementNode, readAttribute } from './walkTree.ts';

/** A picture (`src` is empty where it can't be had), or the text that stands for it (an emoji), or a tracking pixel. */
export type ImageReading =
  | { kind: 'image'; image: SourceImage }
  | { kind: 'text'; text: string }
  | { kind: 'none' };

/** Pictures up to this size, in pixels, are pixels that count readers. */
const TRACKER_SIZE = 3;
/** Pictures up to this size stand in a line of text: emoji and bullets. */
const INLINE_SIZE = 40;

/** Reads an `img` element or its like. `sources`: source sets of the `picture` around it. */
export function readImage(element: ElementNode, sources: readonly string[] = []): ImageReading {
  const alt = (readAttribute(element, 'alt') ?? '').trim();
  const src = findPictureAddress(element, sources) ?? '';
  const size = readSize(element, src);
  if (size && (size.width <= TRACKER_SIZE || size.height <= TRACKER_SIZE)) return { kind: 'none' };
  const isInline = / (?:emoji|emoticon|face|smiley)/i.test(readClasses(element));
  if (isInline || (size && size.width <= INLINE_SIZE && size.height <= INLINE_SIZE)) {
    return alt === '' ? { kind: 'none' } : { kind: 'text', text: alt };
  }
  const wanted = src === '' ? (readAttribute(element, 'src') ?? '').trim() : undefined;
  return { kind: 'image', image: { src, alt, ...size, ...(wanted ? { wanted } : {}) } };
}

/** Reads width and height from the address (Sina: `/w1080h453/`), else from the attributes. */
function readSize(
  element: ElementNode,
  address: string,
): { width: number; height: number } | undefined {
  const inAddress = /\/w(\d{1,5})h(\d{1,5})\//.exec(address);
  const width = Number(inAddress?.[1] ?? readPixels(element, 'width'));
  const height = Number(inAddress?.[2] ?? readPixels(element, 'height'));
  return width > 0 && height > 0 ? { width, height } : undefined;
}

function readPixels(element: ElementNode, name: string): string | undefined {
  return /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/.exec(readAttribute(element, name) ?? '')?.[1];
}

const FILE_NAME = /^[^\s。，！？]*\.(?:jpe?g|png|gif|webp|bmp|svg)$/i;

/**
 * Gives the alternative text that is worth reading aloud: not a file name, not the article's title,
 * and not what the caption says anyway (a screen reader would read it twice).
 */
export function chooseAlt(alt: string, caption: string, title: string): string {
  const text = alt.replace(/\s+/g, ' ').trim();
  if (text === '' || FILE_NAME.test(text) || /^(?:图片|image|img|图)\d*$/i.test(text)) return '';
  const bare = reduce(text);
  if (bare === '' || bare === reduce(title)) return '';
  return reduce(caption).includes(bare) ? '' : text;
}

function reduce(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
