import { preview } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { encodePath } from '../../src/archive/site/readValue.ts';
import { checkHost } from './checkHost.ts';
import { prepareSite } from './prepareSite.ts';

/** It sends the whole policy, which is of this build. */
const LIMITS = { hasNoPolicy: true };

test.each(['/', '/新闻/'])('npm start answers like the hosts at %s', async (path) => {
  const site = await prepareSite(path, false);
  const base = encodePath(path);
  const server = await preview({
    base,
    logLevel: 'silent',
    build: { outDir: site.folder },
    preview: { host: '127.0.0.1', port: 0 },
  });
  onTestFinished(async () => {
    await server.close();
    site.remove();
  });
  const address = server.httpServer.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  const url = `http://127.0.0.1:${address.port}${base}`;
  // Nobody but its owner loads a site from here: what is compressed, and what not, makes no difference.
  const encodings = { identity: undefined };
  const { passed, faults } = await checkHost(url, site.folder, encodings, LIMITS);
  expect(faults).toEqual([]);
  expect(passed).toBeGreaterThan(150);
});
