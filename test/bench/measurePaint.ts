import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { buildBaseline } from './buildBaseline.ts';
import { type Load, loadPage } from './loadPage.ts';
import type { Archive } from './measureBuilds.ts';
import { findMedian, type Results } from './Results.ts';
import { readNewestRows } from './readSite.ts';
import { serveCompressed } from './serveCompressed.ts';

/** Budgets of the first list, from the design. */
const KILOBYTES = 150;
const REQUESTS = 6;
/** How much later than the baseline's the largest paint may be, times. */
const PAINT_RATIO = 1.15;
/** Paints vary more than anything else; each run looks so many times. */
const PAINTS_PER_RUN = 3;
/** How much more bytes than at 200 articles, times. */
const GROWTH = 1.05;

/** Measures the first list of a site on a slow phone: bytes, requests, paints. Gives the median of the bytes in KB. */
export async function measureFirstList(
  browser: Browser,
  { size, dist }: Archive,
  runs: number,
  results: Results,
  smallest?: number,
): Promise<number> {
  const name = `${size.toLocaleString('en')} articles: first list`;
  const server = await serveCompressed(dist);
  try {
    const loads = await loadTimes(runs, () => loadPage(browser, server.url));
    const kilobytes = loads.map((load) => load.kilobytes);
    const requests = loads.map((load) => load.addresses.length);
    results.add(`${name}, everything but pictures`, kilobytes, 'KB', KILOBYTES);
    if (smallest !== undefined) {
      const growth = kilobytes.map((value) => value / smallest);
      results.add(`${name}, bytes ÷ those at 200 articles`, growth, '×', GROWTH);
    }
    results.add(`${name}, requests`, requests, '', REQUESTS);
    results.add(
      `${name}, first paint`,
      loads.map((load) => load.firstPaint),
      'ms',
    );
    return findMedian(kilobytes);
  } finally {
    await server.close();
  }
}

/** Compares the largest paint of the first list and of an article's own address with that of a page with nothing else, in turn. */
export async function comparePaints(
  browser: Browser,
  archive: Archive,
  runs: number,
  results: Results,
): Promise<void> {
  const id = findPlainArticle(archive.dist);
  const baseDist = join(archive.scratch, 'baseline');
  await buildBaseline(baseDist, archive.dist, id);
  const servers = await Promise.all([serveCompressed(archive.dist), serveCompressed(baseDist)]);
  const [ours, base] = servers;
  try {
    const pages = { list: ours.url, article: `${ours.url}a/${id}`, baseline: base.url };
    const paints = { list: [] as number[], article: [] as number[], baseline: [] as number[] };
    for (let run = -1; run < runs * PAINTS_PER_RUN; run++) {
      for (const [name, address] of Object.entries(pages)) {
        const { largestPaint } = await loadPage(browser, address);
        if (run >= 0) paints[name as keyof typeof pages].push(largestPaint);
      }
    }
    const name = `${archive.size.toLocaleString('en')} articles`;
    const divide = (values: number[]) =>
      values.map((value, run) => value / (paints.baseline[run] ?? Number.NaN));
    results.add(
      'page with React, Query, DOMPurify and one article: largest paint',
      paints.baseline,
      'ms',
    );
    results.add(`${name}: first list, largest paint`, paints.list, 'ms');
    results.add(
      `${name}: first list, largest paint ÷ baseline`,
      divide(paints.list),
      '×',
      PAINT_RATIO,
    );
    results.add(`${name}: article by its address, largest paint`, paints.article, 'ms');
    results.add(
      `${name}: article by its address, largest paint ÷ baseline`,
      divide(paints.article),
      '×',
      PAINT_RATIO,
    );
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}

/** Once more than asked for: the first warms up server and browser. */
async function loadTimes(runs: number, load: () => Promise<Load>): Promise<Load[]> {
  const loads: Load[] = [];
  for (let run = -1; run < runs; run++) loads.push(await load());
  return loads.slice(1);
}

/** Gives the newest article without pictures that is not a short one. */
function findPlainArticle(dist: string): string {
  const rows = readNewestRows(dist);
  const plain = rows.filter((row) => row.imageCount === 0 && row.characterCount > 1500);
  const id = (plain.at(-1) ?? rows.at(-1))?.id;
  if (id === undefined) throw new Error('the site has no article');
  return id;
}
