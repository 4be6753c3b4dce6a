import type { ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { buildPng } from './buildPng.ts';
import { testCertificate } from './testCertificate.ts';

/** What goes wrong with one picture. */
export type PictureFault =
  | 'close'
  | 'refused page'
  | 'html'
  | 'empty'
  | 'truncated'
  | 'cut off'
  | 'silent'
  | 'large'
  | 'svg with script'
  | { delay: number };

/** A host of pictures beside the site, https, under the name `pictures.test`. */
export interface PictureHost {
  port: number;
  /** Paths asked for, in order, and what was told of the page that asks. */
  requests: { path: string; referrer: string | undefined }[];
  setFault(findFault?: (path: string) => PictureFault | undefined): void;
  close(): Promise<void>;
}

/**
 * Pictures below `/cors/` may be read by any page; those below `/plain/` only shown. One with `-big` in its name has
 * 300 KB.
 */
export async function startPictureHost(port = 0): Promise<PictureHost> {
  let findFault: ((path: string) => PictureFault | undefined) | undefined;
  const requests: PictureHost['requests'] = [];
  const sockets = new Set<Socket>();

  const server: Server = createServer(testCertificate, (request, response) => {
    const path = request.url ?? '/';
    requests.push({ path, referrer: request.headers.referer });
    const headers: Record<string, string> = { 'cache-control': 'no-store' };
    if (path.startsWith('/cors/')) headers['access-control-allow-origin'] = '*';
    const fault = findFault?.(path);
    if (fault === 'close') return void request.socket.destroy();
    const delay = typeof fault === 'object' ? fault.delay : 0;
    setTimeout(() => answer(response, path, headers, fault), delay);
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    setFault: (next) => {
      findFault = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

const PAGE = '<!doctype html><title>403</title><p>Forbidden';
const SCRIPTED =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><script>fetch("/stolen")</script><rect width="40" height="30" fill="#789"/></svg>';
const MEGABYTE = Buffer.alloc(1024 * 1024, 7);

function answer(
  response: ServerResponse,
  path: string,
  headers: Record<string, string>,
  fault: PictureFault | undefined,
) {
  const send = (status: number, type: string, body: string | Buffer) =>
    void response.writeHead(status, { ...headers, 'content-type': type }).end(body);
  const picture = path.includes('-big') ? buildPng(path, 400, 250) : buildPng(path);
  switch (fault) {
    case 'refused page':
      return send(403, 'text/html', PAGE);
    case 'html':
      return send(200, 'text/html', PAGE);
    case 'empty':
      return send(200, 'image/png', '');
    case 'truncated':
      return send(200, 'image/png', picture.subarray(0, picture.length - 40));
    case 'cut off':
      response.writeHead(200, { ...headers, 'content-length': String(picture.length) });
      response.write(picture.subarray(0, 60));
      return void setTimeout(() => response.destroy(), 50);
    case 'silent':
      return; // not a word
    case 'large':
      response.writeHead(200, { ...headers, 'content-type': 'image/png' });
      for (let count = 0; count < 40; count += 1) response.write(MEGABYTE);
      return void response.end();
    case 'svg with script':
      return send(200, 'image/svg+xml', SCRIPTED);
    default:
      return send(200, 'image/png', picture);
  }
}
