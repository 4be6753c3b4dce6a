import type { CopyCache } from '../copies/copies.ts';
import { fetchReadablePicture } from '../copies/fetchPicture.ts';
import { SaveFailure } from '../copies/SaveFailure.ts';
import type { BookPicture } from './Book.ts';
import { readAsData } from './readAsData.ts';

/** What the first bytes of a picture say it is. */
const STARTS: readonly (readonly [BookPicture['type'], readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
];

/**
 * Returns a picture that can be put into a file: the saved copy, else the host's. Throws SaveFailure with what hinders:
 * a host may show pictures to pages and not let them be read.
 */
export async function readPicture(
  address: string,
  cache: Pick<CopyCache, 'match'> | undefined,
  signal: AbortSignal,
): Promise<BookPicture> {
  const kept = await cache?.match(address);
  // A copy that the browser can show and no page may read is opaque.
  const isReadable = kept && kept.type !== 'opaque';
  const data = isReadable ? kept.blob() : fetchReadablePicture(address, signal);
  return makeReadable(address, await data);
}

/**
 * Returns the picture in a form that every reading device shows (EPUB 3, core media types), by its bytes and not by
 * what its host calls it: others are drawn anew, WebP, AVIF and BMP as JPEG, SVG (which may hold anything) as PNG.
 */
async function makeReadable(address: string, data: Blob): Promise<BookPicture> {
  const start = new Uint8Array(await data.slice(0, 8).arrayBuffer());
  const found = STARTS.find(([, bytes]) => bytes.every((byte, index) => start[index] === byte));
  if (found) return { type: found[0], data };
  try {
    const isDrawing = /^\s*(?:<\?xml|<!--|<!doctype svg|<svg)/i.test(
      await data.slice(0, 200).text(),
    );
    return isDrawing
      ? { type: 'image/png', data: await redrawDrawing(data) }
      : { type: 'image/jpeg', data: await redraw(data) };
  } catch (cause) {
    throw new SaveFailure('not-a-picture', address, cause);
  }
}

/** Width in pixels that a drawing gets, if its own is less: its lines are to be sharp on any device. */
const DRAWING_WIDTH = 1200;

/** Only an element can read SVG; the site's policy lets it have it as a `data:` address. Nothing in it runs there. */
async function redrawDrawing(data: Blob): Promise<Blob> {
  const image = new Image();
  image.src = await readAsData(new Blob([data], { type: 'image/svg+xml' }));
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  if (width === 0 || height === 0) throw new Error('no size');
  const scale = Math.max(1, DRAWING_WIDTH / width);
  return draw(image, Math.round(width * scale), Math.round(height * scale), 'image/png');
}

async function redraw(data: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(data);
  try {
    return await draw(bitmap, bitmap.width, bitmap.height, 'image/jpeg');
  } finally {
    bitmap.close();
  }
}

/** Draws a picture on white, since JPEG and dark pages let nothing shine through. */
async function draw(
  picture: ImageBitmap | HTMLImageElement,
  width: number,
  height: number,
  type: 'image/jpeg' | 'image/png',
): Promise<Blob> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  return new Promise((resolve, reject) => {
    const settle = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error('not drawn')));
    canvas.toBlob(settle, type, 0.9);
  });
}
