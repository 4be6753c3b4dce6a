import type { CopyCache } from '../copies/copies.ts';
import { fetchReadablePicture } from '../copies/fetchPicture.ts';
import { SaveFailure } from '../copies/SaveFailure.ts';
import type { BookPicture } from './Book.ts';

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
  const found = isReadable ? kept : await fetchReadablePicture(address, signal);
  return makeReadable(address, await found.blob());
}

/**
 * Returns the picture in a form that every reading device shows (EPUB 3, core media types), by its bytes and not by
 * what its host calls it: others (WebP, AVIF, BMP) are drawn anew as JPEG.
 */
async function makeReadable(address: string, data: Blob): Promise<BookPicture> {
  const start = new Uint8Array(await data.slice(0, 8).arrayBuffer());
  const found = STARTS.find(([, bytes]) => bytes.every((byte, index) => start[index] === byte));
  if (found) return { type: found[0], data };
  try {
    return { type: 'image/jpeg', data: await redraw(data) };
  } catch (cause) {
    throw new SaveFailure('not-a-picture', address, cause);
  }
}

async function redraw(data: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(data);
  try {
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    // JPEG has nothing that shines through.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, bitmap.width, bitmap.height);
    context.drawImage(bitmap, 0, 0);
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  } finally {
    bitmap.close();
  }
}
