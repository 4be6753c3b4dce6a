import { SAVED_PICTURE_PATH } from '../../model/offlineNames.ts';

/** How long a stored picture may take to be decoded, in milliseconds. */
const PATIENCE = 20_000;

/**
 * Whether a stored picture can be shown: loads it from the saved copies, by way of the worker, and decodes it.
 * An opaque answer may hide anything, a page that says 403 for one; only the decoder knows.
 */
export async function showsPicture(address: string): Promise<boolean> {
  const image = new Image();
  // The number keeps the browser's memory from answering for an earlier copy.
  image.src = `${import.meta.env.BASE_URL}${SAVED_PICTURE_PATH}?address=${encodeURIComponent(address)}&n=${crypto.randomUUID()}`;
  const patience = new Promise<boolean>((done) => setTimeout(done, PATIENCE, false));
  const decoded = image.decode().then(
    () => image.naturalWidth > 0,
    () => false,
  );
  const shows = await Promise.race([decoded, patience]);
  image.src = '';
  return shows;
}
