import { transcode } from 'node:buffer';

/** The memory that texts are taken through, one after the other; larger ones get their own. */
const memory = Buffer.allocUnsafeSlow(1 << 18);

/**
 * Gives two texts, one behind the other, as UTF-8. They must be well-formed, as all that JSON.stringify gives is;
 * else it throws. Node 20 encodes Chinese text in two steps in half the time of one.
 */
export function encodeUtf8(text: string, rest = ''): Buffer {
  const most = (text.length + rest.length) * 2;
  const wide = most <= memory.length ? memory : Buffer.allocUnsafeSlow(most);
  const start = wide.write(text, 'utf16le');
  const end = start + wide.write(rest, start, 'utf16le');
  return transcode(wide.subarray(0, end), 'utf16le', 'utf8');
}
