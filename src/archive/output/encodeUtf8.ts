import { transcode } from 'node:buffer';

/** The memory that texts are taken through, one after the other; larger ones get their own. */
const memory = Buffer.allocUnsafeSlow(1 << 18);

/**
 * Gives a text as UTF-8. It must be well-formed, as all that JSON.stringify gives is; else it throws.
 * Node 20 encodes Chinese text in two steps in half the time of one.
 */
export function encodeUtf8(text: string): Buffer {
  const most = text.length * 2;
  const wide = most <= memory.length ? memory : Buffer.allocUnsafeSlow(most);
  return transcode(wide.subarray(0, wide.write(text, 'utf16le')), 'utf16le', 'utf8');
}
