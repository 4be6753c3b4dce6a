import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';

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

/** Answers the archive's paths as a static host answers them from a build: the file or 404; everything else goes on. */
export function serveArchive(
  base: string,
  answer: (path: string) => string | Uint8Array | undefined,
): Middleware {
  return (request, response, next) => {
    const path = readPath(request.url ?? '');
    const below = path.startsWith(base) ? path.slice(base.length) : path.replace(/^\//, '');
    if (!below.startsWith('archive/')) return next();
    const content = answer(below);
    response.statusCode = content === undefined ? 404 : 200;
    response.setHeader('Cache-Control', 'no-cache');
    if (content !== undefined)
      response.setHeader('Content-Type', TYPES[extname(below)] ?? 'application/octet-stream');
    response.end(content);
  };
}

function readPath(url: string): string {
  const path = url.replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
