import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { escapeHtml } from '../../src/archive/html/writeHtml.ts';
import { buildArticlePath } from '../../src/model/archivePaths.ts';
import { buildBaseline } from './buildBaseline.ts';
import { type Load, loadPage } from './loadPage.ts';
import type { Archive } from './measureBuilds.ts';
import { findMedian, type Results } from './Results.ts';
import { readNewestRows } from './readSite.ts';
import { serveCompressed } from './serveCompressed.ts';

/** Budgets of the first list, from the design. */
const KILOBYTES = 150;
const REQUESTS = 6;
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

const PAGES = ['baseline', 'list', 'bare', 'article'] as const;
/** Each page is compared with one of these, and may be so many times later. */
const AGAINST = {
  list: { page: 'baseline', ratio: 0.8 },
  article: { page: 'bare', ratio: 1.2 },
} as const;
const NAMES = {
  baseline: 'least page (React, Query, DOMPurify, one article)',
  list: 'first list',
  bare: 'a bare static page of the same words',
  article: 'article by its address',
};

/**
 * Compares the largest paint of the first list with that of the least page, and that of an article's own address with
 * a bare static page of the same words, in turn.
 */
export async function comparePaints(
  browser: Browser,
  archive: Archive,
  runs: number,
  results: Results,
): Promise<void> {
  const id = findPlainArticle(archive.dist);
  const baseDist = join(archive.scratch, 'baseline');
  await buildBaseline(baseDist, archive.dist, id);
  writeBarePage(baseDist, archive.dist, id);
  const servers = await Promise.all([serveCompressed(archive.dist), serveCompressed(baseDist)]);
  const [ours, base] = servers;
  try {
    const address = `${ours.url}a/${id}`;
    const loads = {
      baseline: [] as Load[],
      list: [] as Load[],
      bare: [] as Load[],
      article: [] as Load[],
    };
    for (let run = -1; run < runs * PAINTS_PER_RUN; run++) {
      const round = {
        baseline: await loadPage(browser, base.url),
        list: await loadPage(browser, ours.url),
        bare: await loadPage(browser, `${base.url}bare.html`),
        article: await loadPage(browser, address),
      };
      if (run < 0) continue;
      for (const page of PAGES) loads[page].push(round[page]);
    }
    for (const page of PAGES) {
      const name = NAMES[page];
      const paints = loads[page].map((load) => load.largestPaint);
      results.add(
        `${name}: bytes`,
        loads[page].map((load) => load.kilobytes),
        'KB',
      );
      results.add(`${name}: largest paint`, paints, 'ms');
      const uses = loads[page].map((load) => load.use);
      results.add(`${name}: until it can be used`, uses, 'ms');
      if (page === 'baseline' || page === 'bare') continue;
      const { page: other, ratio } = AGAINST[page];
      const ratios = paints.map((paint, run) => paint / (loads[other][run]?.largestPaint ?? 0));
      results.add(`${name}: largest paint ÷ that of ${NAMES[other]}`, ratios, '×', ratio);
    }
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}

/** Writes a page with the title and the text of an article, and nothing else. */
function writeBarePage(outDir: string, dist: string, id: string): void {
  const text = readFileSync(join(dist, buildArticlePath(id)), 'utf8');
  const { title, html } = JSON.parse(text) as { title: string; html: string };
  const head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">';
  writeFileSync(
    join(outDir, 'bare.html'),
    `<!doctype html><html lang="zh-CN"><head>${head}<title>${escapeHtml(title)}</title></head>` +
      `<body><h1>${escapeHtml(title)}</h1>${html}</body></html>`,
  );
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
