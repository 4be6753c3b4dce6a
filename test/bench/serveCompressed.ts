import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A server that runs. */
export interface CompressedServer {
  /** Address of the first page, ending in a slash. */
  url: string;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/**
 * Serves a built site as plain static hosts do: compressed with gzip, to be kept for ten minutes, `a/x` out of
 * `a/x.html`, and `404.html` with its status for what is no file. Each file is compressed once, so that the server's
 * work is not measured.
 */
export async function serveCompressed(folder: string): Promise<CompressedServer> {
  const bodies = new Map<string, Buffer>();
  const read = (file: string): Buffer => {
    const body = bodies.get(file) ?? gzipSync(readFileSync(file));
    bodies.set(file, body);
    return body;
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const found = findFile(folder, pathname);
    const file = found ?? join(folder, '404.html');
    response.writeHead(found ? 200 : 404, {
      'cache-control': 'max-age=600',
      'content-encoding': 'gzip',
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    });
    response.end(read(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function findFile(folder: string, address: string): string | undefined {
  const place = join(folder, decodeURIComponent(address));
  const files = address.endsWith('/') ? [join(place, 'index.html')] : [place, `${place}.html`];
  return files.find(
    (file) => file.startsWith(folder + sep) && statSync(file, { throwIfNoEntry: false })?.isFile(),
  );
}
