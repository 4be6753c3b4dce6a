import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, normalize, sep } from 'node:path';
import { CACHE_ASSETS, CACHE_OTHERS } from './fixedHeaders.ts';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Files that the app asks for by name; a page in their place would be taken for a script or an article. */
const NO_PAGES = /^(?:assets|archive)\//;

/**
 * Answers as the hosts do that are set up by our recipes: `a/x` is the file `a/x.html`, what is no file is answered by
 * `404.html` with its status, and browsers are told what to keep. Files themselves are left to the next middleware.
 */
export function answerLikeHost(folder: string, base: string): Middleware {
  return (request, response, next) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    if (`${pathname}/` === base) {
      response.writeHead(301, { location: base + search }).end();
      return;
    }
    if (!pathname.startsWith(base)) return next();
    const path = pathname.slice(base.length);
    const found = [path, `${path}.html`, `${path}/index.html`].find((each) => isFile(folder, each));
    const isKept = path.startsWith('assets/') && found !== undefined;
    response.setHeader('Cache-Control', isKept ? CACHE_ASSETS : CACHE_OTHERS);
    if (found !== undefined) {
      request.url = `${base}${found.replace(/^\//, '')}${search}`;
      return next();
    }
    response.statusCode = 404;
    if (NO_PAGES.test(path)) {
      response.setHeader('Content-Type', 'text/plain; charset=utf-8');
      response.end('404');
      return;
    }
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(readFileSync(join(folder, '404.html')));
  };
}

function isFile(folder: string, path: string): boolean {
  let file: string;
  try {
    file = normalize(join(folder, decodeURIComponent(path)));
  } catch {
    return false;
  }
  return (
    file.startsWith(folder + sep) && (statSync(file, { throwIfNoEntry: false })?.isFile() ?? false)
  );
}
