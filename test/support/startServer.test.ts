import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type FindFault, startServer } from './startServer.ts';

let site: string;

beforeAll(async () => {
  const parent = await mkdtemp(join(tmpdir(), 'cangbao-server-'));
  site = join(parent, 'dist');
  await mkdir(join(site, '文章'), { recursive: true });
  await writeFile(join(parent, 'secret.txt'), 'not in the site');
  await writeFile(join(site, 'index.html'), 'first page');
  await writeFile(join(site, '404.html'), 'app');
  await writeFile(join(site, '文章', 'a.json'), '{"title":"标题"}');
  await writeFile(join(site, '文章', 'index.html'), 'a folder');
});
afterAll(() => rm(join(site, '..'), { recursive: true, force: true }));

async function serve(options: { base?: string; failing?: FindFault } = {}) {
  const server = await startServer(site, options);
  onTestFinished(server.close);
  return server;
}

async function get(address: string) {
  const response = await fetch(address, { redirect: 'manual' });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    text: await response.text(),
  };
}

test.each([
  ['', 200, 'text/html; charset=utf-8', 'first page'],
  ['文章/a.json?v=1', 200, 'application/json; charset=utf-8', '{"title":"标题"}'],
  ['文章/', 200, 'text/html; charset=utf-8', 'a folder'],
  ['a/unknown', 404, 'text/html; charset=utf-8', 'app'],
  ['%2e%2e%2fsecret.txt', 404, 'text/html; charset=utf-8', 'app'],
  ['%E0%A4%A', 404, 'text/html; charset=utf-8', 'app'],
])('answers "%s" as a static host does', async (path, status, type, text) => {
  const { url } = await serve();
  expect(await get(url + path)).toEqual({ status, type, text });
});

test('serves below a base only, and leads there', async () => {
  const { url } = await serve({ base: '/news/' });
  expect(new URL(url).pathname).toBe('/news/');
  expect((await get(url)).text).toBe('first page');
  expect((await get(`${url}a/unknown`)).text).toBe('app');
  expect((await get(new URL('/news', url).href)).status).toBe(301);
  expect(await get(new URL('/index.html', url).href)).toMatchObject({ status: 404, text: '' });
});

test('fails as told, for as long as told', async () => {
  const { url, setFault, requests } = await serve({ failing: () => ({ status: 500 }) });
  expect((await get(url)).status).toBe(500);

  setFault((path) => (path.endsWith('.json') ? 'close' : undefined));
  await expect(get(`${url}文章/a.json`)).rejects.toThrow('fetch failed');
  expect((await get(url)).status).toBe(200);

  setFault(() => ({ delay: 200 }));
  const start = performance.now();
  expect((await get(url)).status).toBe(200);
  expect(performance.now() - start).toBeGreaterThan(190);

  setFault();
  expect((await get(`${url}文章/a.json`)).status).toBe(200);
  expect(requests).toEqual(['/', '/文章/a.json', '/', '/', '/文章/a.json'].map(encodeURI));
});

test('is offline once closed', async () => {
  const { url, close } = await serve();
  await get(url);
  await close();
  await expect(get(url)).rejects.toThrow('fetch failed');
});
