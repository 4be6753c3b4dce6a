import { createZip } from './createZip.ts';
import type { ZipAnswer, ZipCall } from './zipMessages.ts';

/** Writes one zip, off the main thread. The page sends the next call when it has the answer to the last one. */
const zip = createZip(new Date());

addEventListener('message', async ({ data }: MessageEvent<ZipCall>) => {
  let answer: ZipAnswer = {};
  try {
    if ('finish' in data) answer = { zip: zip.finish() };
    else await zip.add(data.add);
  } catch (error) {
    const kind = error instanceof RangeError ? 'too-large' : 'unknown';
    answer = { error: kind, text: String(error) };
  }
  postMessage(answer);
});
