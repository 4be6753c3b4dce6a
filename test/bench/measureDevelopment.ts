import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { buildDevCommand } from './ourSite.ts';
import type { Results } from './Results.ts';

/** How long the development server may take until it counts as broken, in milliseconds. */
const PATIENCE = 120_000;

/** Times `npm run dev` until it answers with the page, and until it answers with the catalogue of the whole archive. */
export async function measureDevelopment(
  content: string,
  name: string,
  runs: number,
  results: Results,
): Promise<void> {
  const pages: number[] = [];
  const catalogues: number[] = [];
  for (let run = 0; run < runs; run++) {
    const port = await findFreePort();
    const { program, args, cwd, env } = buildDevCommand(content, port);
    const start = performance.now();
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, NODE_ENV: 'development', ...env },
      stdio: 'ignore',
    });
    const ended = new Promise((done) => child.once('close', done));
    try {
      await waitForAnswer(`http://127.0.0.1:${port}/`);
      pages.push((performance.now() - start) / 1000);
      await waitForAnswer(`http://127.0.0.1:${port}/archive/catalogue.json`);
      catalogues.push((performance.now() - start) / 1000);
    } finally {
      child.kill();
      await ended;
    }
  }
  results.add(`${name}: npm run dev, until the page is there`, pages, 's');
  results.add(`${name}: npm run dev, until the catalogue is there`, catalogues, 's');
}

async function waitForAnswer(address: string): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    const response = await fetch(address).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.ok) return;
    await wait(20);
  }
  throw new Error(`${address} did not answer`);
}

function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
