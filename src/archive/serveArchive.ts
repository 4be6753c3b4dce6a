import { createReadStream, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Answers the archive's paths from a folder, as a static host answers them from the output; everything else goes on. */
export function serveArchive(folder: string, base: string): Middleware {
  return (request, response, next) => {
    const path = decodeURI((request.url ?? '').split('?')[0] ?? '');
    const below = path.startsWith(base) ? path.slice(base.length) : path.slice(1);
    if (!below.startsWith('archive/') || below.includes('..')) return next();
    const file = join(folder, below);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.statusCode = 404;
      response.end();
      return;
    }
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    response.setHeader('Cache-Control', 'no-cache');
    createReadStream(file).pipe(response);
  };
}
