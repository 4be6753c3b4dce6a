import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import S3rver from 's3rver';
import { findFreePort, type RunningHost } from './startProgram.ts';

const BUCKET = 'archive';

/** An S3 server with one bucket that serves as a website, and a CDN before it. */
export interface Storage extends RunningHost {
  /** Runs a printed recipe, which uploads the site; `remote`: the name it gives the storage. */
  upload: (recipe: string, remote: string) => Promise<void>;
}

/** Starts the storage. `path`: the site's, in letters, `/` or `/新闻/`. */
export async function startStorage(folder: string, path: string): Promise<Storage> {
  const port = await findFreePort();
  const website = `<WebsiteConfiguration><IndexDocument><Suffix>index.html</Suffix></IndexDocument>
<ErrorDocument><Key>${path.slice(1)}404.html</Key></ErrorDocument></WebsiteConfiguration>`;
  const storage = new S3rver({
    address: '127.0.0.1',
    port,
    directory: join(folder, 'objects'),
    silent: true,
    configureBuckets: [{ name: BUCKET, configs: [website] }],
  });
  await storage.run();
  const cdn = await startCdn(port);
  let isClosed = false;
  return {
    url: `${cdn.url}${encodeURI(path.slice(1))}`,
    upload: async (recipe, remote) => {
      const script = join(folder, 'publish.sh');
      writeFileSync(script, recipe);
      const name = `RCLONE_CONFIG_${remote.toUpperCase()}`;
      // What this machine says of another storage would count, too.
      const own = Object.entries(process.env).filter(([each]) => !/^(?:AWS|RCLONE)_/.test(each));
      const env = {
        ...Object.fromEntries(own),
        RCLONE_CONFIG: join(folder, 'rclone.conf'),
        [`${name}_TYPE`]: 's3',
        [`${name}_PROVIDER`]: 'Other',
        [`${name}_ENDPOINT`]: `http://127.0.0.1:${port}`,
        // The server's own names for its only account.
        [`${name}_ACCESS_KEY_ID`]: 'S3RVER',
        [`${name}_SECRET_ACCESS_KEY`]: 'S3RVER',
      };
      await promisify(execFile)('sh', [script], { env });
    },
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      await cdn.close();
      await storage.close();
    },
  };
}

/** Where the bucket's site goes; the storage has no host name per bucket here. */
export const TARGET = BUCKET;

/** A CDN that asks the storage for everything and keeps nothing. */
async function startCdn(port: number): Promise<RunningHost> {
  const server = createServer((asked, answer) => {
    const { 'if-none-match': tag, 'if-modified-since': date } = asked.headers;
    const headers = {
      ...(tag && { 'if-none-match': tag }),
      ...(date && { 'if-modified-since': date }),
    };
    const path = `/${BUCKET}${asked.url}`;
    const asking = request({ port, host: '127.0.0.1', path, headers }, (stored) => {
      answer.writeHead(stored.statusCode ?? 500, stored.headers);
      stored.pipe(answer);
    });
    asking.on('error', (error) => answer.destroy(error));
    asking.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
