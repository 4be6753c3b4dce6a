import { meansMissing } from '../../model/ArchiveError.ts';
import { findBlobFault, findPictureFault } from './findPictureFault.ts';
import { isQuotaError, SaveFailure } from './SaveFailure.ts';
import { hashBytes } from './soundness.ts';
import { type ProgressWatch, watchProgress } from './watchProgress.ts';

/** A picture as it goes into the cache. */
export interface FetchedPicture {
  response: Response;
  mode: 'cors' | 'opaque';
  /** 0 for an opaque one, which tells nothing. */
  bytes: number;
  sha256?: string;
}

/** Pictures above this are not saved; in bytes. */
export const MAX_PICTURE = 20 * 1024 * 1024;

/** The bytes of an opaque answer can't be seen coming, so all of them must be here in this time; in milliseconds. */
const PATIENCE_FOR_OPAQUE = 60_000;

/** How often each host has refused CORS since the page began; a host that allowed it once is asked every time. */
const refusals = new Map<string, number>();
/** So many refusals and no permission: the host is not asked any more, which halves the requests. */
const ENOUGH = 3;

/**
 * Fetches a picture to be saved, without telling where from: with CORS, so that it can be read and checked,
 * and without where the host refuses that. `store` puts it away; of an opaque one the bytes come only then.
 * Throws SaveFailure, and what `store` throws when there is no room.
 */
export async function fetchPicture<T>(
  address: string,
  signal: AbortSignal,
  store: (picture: FetchedPicture) => Promise<T>,
): Promise<T> {
  const { host } = new URL(address);
  const watch = watchProgress(signal);
  try {
    if (countRefusals(host) < ENOUGH) {
      const response = await request(address, 'cors', watch).catch((error) => {
        if (signal.aborted || watch.hasTimedOut()) throw error;
        return undefined; // refused, or there is no network: the second try will tell
      });
      if (response) {
        refusals.set(host, Number.NEGATIVE_INFINITY);
        return await store(await readPicture(address, response, watch));
      }
    }
    const response = await request(address, 'no-cors', watch);
    refusals.set(host, countRefusals(host) + 1);
    watch.progress(PATIENCE_FOR_OPAQUE);
    return await store({ response, mode: 'opaque', bytes: 0 });
  } catch (error) {
    if (signal.aborted || error instanceof SaveFailure || isQuotaError(error)) throw error;
    throw new SaveFailure(watch.hasTimedOut() ? 'too-slow' : 'network', address, error);
  } finally {
    watch.stop();
  }
}

/**
 * Fetches a picture whose bytes are needed, in the same way; a host that refuses that is not asked again and again.
 * Throws SaveFailure.
 */
export async function fetchReadablePicture(address: string, signal: AbortSignal): Promise<Blob> {
  const { host } = new URL(address);
  if (countRefusals(host) >= ENOUGH) throw new SaveFailure('refused', address);
  const watch = watchProgress(signal);
  try {
    const response = await request(address, 'cors', watch).catch((cause) => {
      if (signal.aborted || watch.hasTimedOut() || !navigator.onLine) throw cause;
      refusals.set(host, countRefusals(host) + 1);
      throw new SaveFailure('refused', address, cause);
    });
    refusals.set(host, Number.NEGATIVE_INFINITY);
    if (meansMissing(response.status)) throw new SaveFailure('missing', address);
    if (!response.ok) throw new SaveFailure('refused', address);
    return await readBlob(address, response, watch);
  } catch (error) {
    if (signal.aborted || error instanceof SaveFailure) throw error;
    throw new SaveFailure(watch.hasTimedOut() ? 'too-slow' : 'network', address, error);
  } finally {
    watch.stop();
  }
}

/** Reads a picture into where the browser keeps it: its bytes never lie in the page's memory. */
async function readBlob(address: string, response: Response, watch: ProgressWatch): Promise<Blob> {
  const isTooLarge = (size: number) => size > MAX_PICTURE;
  if (isTooLarge(Number(response.headers.get('content-length'))))
    throw new SaveFailure('too-large', address);
  // They can't be seen coming.
  watch.progress(PATIENCE_FOR_OPAQUE);
  const picture = await response.blob();
  if (isTooLarge(picture.size)) throw new SaveFailure('too-large', address);
  const fault = await findBlobFault(picture);
  if (fault) throw new SaveFailure(fault, address);
  return picture;
}

function countRefusals(host: string): number {
  return refusals.get(host) ?? 0;
}

function request(address: string, mode: RequestMode, { signal }: ProgressWatch) {
  return fetch(address, {
    mode,
    signal,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    // Not from the browser's own cache: what an <img> has left there has no CORS headers.
    cache: 'reload',
  });
}

async function readPicture(
  address: string,
  response: Response,
  watch: ProgressWatch,
): Promise<FetchedPicture> {
  if (meansMissing(response.status)) throw new SaveFailure('missing', address);
  if (!response.ok) throw new SaveFailure('refused', address);
  const bytes = await readBytes(address, response, watch);
  const type = response.headers.get('content-type') ?? '';
  const fault = findPictureFault(bytes, type);
  if (fault) throw new SaveFailure(fault, address);
  return {
    response: new Response(bytes, { headers: { 'content-type': type } }),
    mode: 'cors',
    bytes: bytes.byteLength,
    sha256: await hashBytes(bytes),
  };
}

async function readBytes(
  address: string,
  response: Response,
  watch: ProgressWatch,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read().catch((error) => {
      // Cut off in the middle: the host promised more bytes than came.
      throw watch.signal.aborted ? error : new SaveFailure('incomplete', address, error);
    });
    if (done) break;
    watch.progress();
    chunks.push(value);
    length += value.byteLength;
    if (length > MAX_PICTURE) {
      void reader.cancel();
      throw new SaveFailure('too-large', address);
    }
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
