import type { FailureReason } from './SavedRecord.ts';

/**
 * Finds what is wrong with a picture's bytes that a decoder may pass over: browsers show as much of a cut-off
 * picture as there is and call it decoded. Gives `undefined` where nothing is known to be wrong. `length`: of the whole
 * picture, where `bytes` are only its beginning and its end.
 */
export function findPictureFault(
  bytes: Uint8Array,
  type: string,
  length = bytes.length,
): FailureReason | undefined {
  if (length === 0) return 'incomplete';
  if (/^text\/|json|javascript/.test(type)) return 'not-a-picture';
  const isWhole =
    endings.find(({ start }) => startsWith(bytes, start))?.isWhole(bytes, length) ?? true;
  return isWhole ? undefined : 'incomplete';
}

interface Ending {
  start: number[];
  isWhole(bytes: Uint8Array, length: number): boolean;
}

/** How much may follow a picture's end: some programs add blanks or notes. */
const TAIL = 4096;

const endings: Ending[] = [
  // JPEG (ITU-T T.81, B.1.1.3): SOI … EOI
  { start: [0xff, 0xd8], isWhole: (bytes) => hasAtEnd(bytes, [0xff, 0xd9]) },
  // PNG (W3C PNG, 5.6): the last chunk is IEND
  {
    start: [0x89, 0x50, 0x4e, 0x47],
    isWhole: (bytes) => hasAtEnd(bytes, [0x49, 0x45, 0x4e, 0x44]),
  },
  // GIF (GIF89a, 27): trailer
  { start: [0x47, 0x49, 0x46], isWhole: (bytes) => hasAtEnd(bytes, [0x3b]) },
  // RIFF of WebP (RFC 9649, 2.3): the size of what follows stands in bytes 4 to 7
  { start: [0x52, 0x49, 0x46, 0x46], isWhole: (bytes, length) => length >= readSize(bytes) + 8 },
];

/** Finds the same of a picture that lies outside of the page's memory, by its beginning and its end. */
export async function findBlobFault(picture: Blob): Promise<FailureReason | undefined> {
  const ends = new Blob([picture.slice(0, 16), picture.slice(16).slice(-TAIL)]);
  return findPictureFault(new Uint8Array(await ends.arrayBuffer()), picture.type, picture.size);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function hasAtEnd(bytes: Uint8Array, end: readonly number[]): boolean {
  const first = Math.max(0, bytes.length - TAIL);
  for (let at = bytes.length - end.length; at >= first; at -= 1) {
    if (end.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function readSize(bytes: Uint8Array): number {
  return bytes.length < 12
    ? Number.POSITIVE_INFINITY
    : new DataView(bytes.buffer).getUint32(4, true);
}
