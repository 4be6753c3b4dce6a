/**
 * Budgets of what a reader loads, in bytes and requests; `npm run bench` measures those in seconds.
 * The first list is loaded in a real browser, so that whatever the page asks for is counted, however it does.
 */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite, runFolderVariable } from '../support/buildSite.ts';
import { launchBrowser } from '../support/launchBrowser.ts';
import { generateArchive } from './generateArchive.ts';
import { type Load, loadPage } from './loadPage.ts';
import { findMedian } from './Results.ts';
import { serveCompressed } from './serveCompressed.ts';

const SITES = ['the sample', '200 articles', '2,000 articles'] as const;
type SiteName = (typeof SITES)[number];

/** A built site and what its first list took. */
interface Measured {
  folder: string;
  load: Load;
  /**
   * Bytes after gzip, in KB, by what the page names in its head: scripts with what they import, style sheets, icons.
   */
  script: number;
  style: number;
  icon: number;
}

let browser: Browser;
const measured = new Map<SiteName, Measured>();

beforeAll(async () => {
  browser = await launchBrowser();
  for (const name of SITES) {
    const folder = await buildSite(await findSite(name));
    measured.set(name, await measureSite(folder));
  }
});
afterAll(() => browser?.close());

describe.each(SITES)('%s', (name) => {
  test('the first list has no more script and style than planned', () => {
    const { script, style } = read(name);
    report(name, { script, style });
    expect(script).toBeGreaterThan(60);
    expect(script).toBeLessThanOrEqual(115);
    expect(style).toBeGreaterThan(1);
    expect(style).toBeLessThanOrEqual(15);
  });

  test('the first list takes at most 150 KB in at most 6 requests', () => {
    const { load, icon } = read(name);
    // A browser without a window asks for no icon; one with a window does.
    const [kilobytes, requests] = [load.kilobytes + icon, load.addresses.length + (icon ? 1 : 0)];
    report(name, { kilobytes, requests, later: load.later });
    expect(kilobytes).toBeGreaterThan(60);
    expect(kilobytes).toBeLessThanOrEqual(150);
    expect(requests).toBeGreaterThanOrEqual(3);
    expect(requests).toBeLessThanOrEqual(6);
  });

  test('the sanitizer comes with the first article, not with the first list', async () => {
    const { folder, load } = read(name);
    const all = await readScripts(join(folder, 'assets'));
    const sanitizers = [...all].filter(([, code]) => code.includes('isSupported'));
    expect(sanitizers.length).toBeGreaterThan(0);
    const loaded = load.addresses.map((address) => address.split('/').at(-1));
    expect(sanitizers.map(([file]) => file).filter((file) => loaded.includes(file))).toEqual([]);
  });

  test('an article is about 2 KB, one in two no more than 3', async () => {
    const folder = join(read(name).folder, 'archive/articles');
    const files = await readdir(folder);
    const sizes = await Promise.all(files.map((file) => readCompressed(join(folder, file))));
    const article = findMedian(sizes);
    report(name, { article });
    expect(article).toBeGreaterThan(0.3);
    expect(article).toBeLessThanOrEqual(3);
  });
});

test('ten times the articles are the same first list, within 5 %', () => {
  const [small, large] = [read('200 articles').load, read('2,000 articles').load];
  expect(large.addresses.length).toBe(small.addresses.length);
  expect(Math.abs(large.kilobytes / small.kilobytes - 1)).toBeLessThanOrEqual(0.05);
});

async function findSite(name: SiteName): Promise<{ content?: string }> {
  if (name === 'the sample') return {};
  const folder = join(process.env[runFolderVariable] ?? '', `content of ${name}`);
  await mkdir(folder);
  generateArchive({ count: Number(name.replace(/\D/g, '')), folder });
  return { content: folder };
}

async function measureSite(folder: string): Promise<Measured> {
  const server = await serveCompressed(folder);
  const load = await loadPage(browser, server.url, { isNetworkSlow: false, slowdown: 1 });
  await server.close();
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const sum = async (pattern: RegExp) => {
    const files = [...page.matchAll(pattern)].map((match) => join(folder, match[1] ?? ''));
    const sizes = await Promise.all(files.map(readCompressed));
    return sizes.reduce((total, size) => total + size, 0);
  };
  return {
    folder,
    load,
    // What a script imports at once stands beside it as modulepreload.
    script: await sum(/(?:<script[^>]* src|rel="modulepreload"[^>]* href)="([^"]+\.js)"/g),
    style: await sum(/rel="stylesheet"[^>]* href="([^"]+)"/g),
    // One that stands in the page itself is no request.
    icon: await sum(/rel="icon" href="(?!data:)([^"]+)"/g),
  };
}

async function readScripts(folder: string): Promise<Map<string, string>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.js'));
  const codes = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return new Map(files.map((file, index) => [file, codes[index] ?? '']));
}

async function readCompressed(file: string): Promise<number> {
  return gzipSync(await readFile(file)).length / 1024;
}

function read(name: SiteName): Measured {
  const site = measured.get(name);
  if (!site) throw new Error(`${name} was not built`);
  return site;
}

function report(name: SiteName, values: Record<string, number>): void {
  const numbers = Object.entries(values).map(([key, value]) => `${key} ${value.toFixed(1)}`);
  process.stdout.write(`${name}: ${numbers.join(', ')}\n`);
}
