import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { WorkerSupply } from '../../src/archive/WorkerSupply.ts';

/** Threads that wait for work, and what becomes of them. */
const CORES = availableParallelism();
const folder = mkdtempSync(join(tmpdir(), 'cangbao-workers-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

function writeProgram(name: string, code: string): string {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${code}\n`);
  return file;
}

const echo = writeProgram('echo', `parentPort.on('message', (it) => parentPort.postMessage(it));`);

async function ask(worker: Worker): Promise<unknown> {
  worker.postMessage('一');
  return (await once(worker, 'message'))[0];
}

test('those started ahead are given first, each once, then new ones', async () => {
  const supply = new WorkerSupply(echo);
  supply.startAhead();
  const newest = new Worker(echo);
  const ref = vi.spyOn(Worker.prototype, 'ref');
  const taken = Array.from({ length: CORES + 1 }, () => supply.take());
  const ids = taken.map(({ threadId }) => threadId);
  expect(ids.slice(0, CORES).every((id) => id < newest.threadId)).toBe(true);
  expect(ids[CORES]).toBeGreaterThan(newest.threadId);
  expect(new Set(ids).size).toBe(CORES + 1);
  // While one that was taken is at work, the process stays.
  expect(ref.mock.contexts).toEqual(taken);
  expect(await Promise.all(taken.map(ask))).toEqual(taken.map(() => '一'));
  await Promise.all([newest, ...taken].map((worker) => worker.terminate()));
});

test('one that nobody took is ended, one that somebody took is not', async () => {
  const supply = new WorkerSupply(echo);
  supply.startAhead();
  const taken = supply.take();
  const terminate = vi.spyOn(Worker.prototype, 'terminate');
  supply.end();
  expect(terminate).toHaveBeenCalledTimes(CORES - 1);
  expect(terminate.mock.contexts).not.toContain(taken);
  expect(await ask(taken)).toBe('一');
  await taken.terminate();
});

test('one that dies while it waits harms nobody and is given to nobody', async () => {
  const supply = new WorkerSupply(writeProgram('dead', `throw new Error('out of memory');`));
  const seen = vi.spyOn(Worker.prototype, 'emit');
  supply.startAhead();
  await expect.poll(() => seen.mock.calls.filter(([name]) => name === 'error').length).toBe(CORES);
  const newest = new Worker(echo);
  const worker = supply.take();
  expect(worker.threadId).toBeGreaterThan(newest.threadId);
  await newest.terminate();
  await expect(once(worker, 'message')).rejects.toThrow('out of memory');
});
