import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** What goes wrong with one request: no answer at all, an error status, a late answer, or another file's content. */
export type Fault = 'close' | { status: number } | { delay: number } | { body: string };

/** Decides by the path asked for (base included, no query); undefined means: answer as usual. */
export type FindFault = (path: string) => Fault | undefined;

/** What a host says of caching: when its files were changed last and, maybe, for how long they may be kept. */
export type Caching = { lastModified: Date; control?: string };

/** A running server for a built site. */
export type TestServer = {
  /** Address of the site's first page, base included, ending in a slash. */
  url: string;
  /** The paths asked for so far, in order, those that failed included. */
  requests: string[];
  /** From now on requests go wrong as `findFault` says; without it all is well again. */
  setFault: (findFault?: FindFault) => void;
  /** Serves another folder from now on, as after a deploy. */
  setFolder: (folder: string) => void;
  /** Sends other headers from now on; without it, again what forbids to cache anything. */
  setCaching: (caching?: Caching) => void;
  /** Stops at once, open connections included: from then on the site is offline. */
  close: () => Promise<void>;
};

/**
 * Serves a built site from `folder` as static hosts do: `a/x.html` for `a/x`, `index.html` for a folder, and for an
 * unknown path `404.html` with status 404. A folder without `404.html` gets `index.html` with status
 * 200 instead, as hosts do that are told to serve one page for all. Nothing may be cached, so
 * that what still works without the server works because the site kept it itself.
 */
export async function startServer(
  folder: string,
  {
    base = '/',
    failing,
    port: wish = 0,
  }: { base?: string; failing?: FindFault; port?: number } = {},
): Promise<TestServer> {
  let findFault = failing;
  let root = folder;
  let caching: Caching | undefined;
  const requests: string[] = [];

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    requests.push(path);
    answer(request, response, path).catch((error: unknown) => response.destroy(error as Error));
  });

  async function answer(request: IncomingMessage, response: ServerResponse, path: string) {
    const fault = findFault?.(path);
    if (fault === 'close') return void request.socket.destroy();
    if (fault && 'delay' in fault) await wait(fault.delay);
    if (fault && 'status' in fault) return void response.writeHead(fault.status).end();
    if (fault && 'body' in fault) {
      return void response.writeHead(200, { 'content-type': getType(path) }).end(fault.body);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return void response.writeHead(405).end();
    }
    if (`${path}/` === base) return void response.writeHead(301, { location: base }).end();
    if (!path.startsWith(base)) return void response.writeHead(404).end();

    const { file, status } = await findFile(root, path.slice(base.length));
    if (!file) return void response.writeHead(404).end();
    if (caching && status === 200 && isSame(request, caching)) {
      return void response.writeHead(304, buildHeaders(caching)).end();
    }
    response.writeHead(status, { 'content-type': getType(file), ...buildHeaders(caching) });
    if (request.method === 'HEAD') return void response.end();
    createReadStream(file)
      .on('error', (error) => response.destroy(error))
      .pipe(response);
  }

  await new Promise<void>((resolve) => server.listen(wish, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    requests,
    setFault: (next) => {
      findFault = next;
    },
    setFolder: (next) => {
      root = next;
    },
    setCaching: (next) => {
      caching = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function buildHeaders(caching: Caching | undefined): Record<string, string> {
  if (!caching) return { 'cache-control': 'no-store' };
  const { lastModified, control } = caching;
  return {
    'last-modified': lastModified.toUTCString(),
    ...(control && { 'cache-control': control }),
  };
}

function isSame({ headers }: IncomingMessage, { lastModified }: Caching): boolean {
  return headers['if-modified-since'] === lastModified.toUTCString();
}

async function findFile(folder: string, address: string) {
  const path = normalize(join(folder, decodeAddress(address)));
  if (path === folder || path.startsWith(folder + sep)) {
    for (const file of [path, `${path}.html`, join(path, 'index.html')]) {
      if (await isFile(file)) return { file, status: 200 };
    }
  }
  const page404 = join(folder, '404.html');
  if (await isFile(page404)) return { file: page404, status: 404 };
  const index = join(folder, 'index.html');
  return (await isFile(index)) ? { file: index, status: 200 } : { file: undefined, status: 404 };
}

function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

function getType(file: string): string {
  return types[extname(file)] ?? 'application/octet-stream';
}
