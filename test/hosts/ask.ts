import { type IncomingHttpHeaders, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** An answer as it came over the wire. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** The bytes that were sent. */
  sent: Buffer;
  /** What they say, uncompressed. */
  body: Buffer;
}

/** Asks for an address, follows no redirect, and takes part in no cache. */
export function ask(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const sent = Buffer.concat(parts);
        const encoding = response.headers['content-encoding'];
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, sent, body: decode(sent, encoding) });
      });
    });
    asking.on('error', reject);
    asking.end();
  });
}

function decode(sent: Buffer, encoding: string | undefined): Buffer {
  if (sent.length === 0) return sent;
  if (encoding === 'gzip') return gunzipSync(sent);
  if (encoding === 'br') return brotliDecompressSync(sent);
  return sent;
}
