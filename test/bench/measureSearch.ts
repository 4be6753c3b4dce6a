import { appendFileSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { buildArchive } from '../../src/archive/buildArchive.ts';
import { createTextReader } from '../../src/archive/search/makeBlocks.ts';
import { findTerm } from '../../src/search-worker/findTerm.ts';
import { SearchIndex } from '../../src/search-worker/SearchIndex.ts';
import { createRandom } from './createRandom.ts';
import type { Archive } from './measureBuilds.ts';
import { buildOurCommand, findSearchCache } from './ourSite.ts';
import type { Results } from './Results.ts';
import { runCommand } from './runCommand.ts';
import { serveCompressed } from './serveCompressed.ts';
import { listArticles } from './writeCopies.ts';

/** Of 20,000 articles, and of fewer. */
const BUDGETS = { seconds: 60, sizeRatio: 2.5, kilobytes: 300, milliseconds: 50, heap: 80 };
const MOST_BUDGETED = 20_000;
/** A file changed less than two seconds before a build is read again by the next one; see `BuildCache`. */
const RACE = 2100;
const QUERIES = 200;
const HEAP_QUERIES = 100;

/**
 * Measures what the search index costs to build, to keep and to ask. The archive is built with its index afterwards.
 */
export async function measureSearchIndex(archive: Archive, results: Results): Promise<void> {
  const { size, content, dist } = archive;
  const name = `${size.toLocaleString('en')} articles: search`;
  const build = (hasSearch: boolean) => runCommand(buildOurCommand(content, dist, hasSearch));
  await wait(RACE);
  await build(false);
  // All is kept but the index, so that the difference is the index alone.
  const without = await build(false);
  rmSync(findSearchCache(content), { recursive: true, force: true });
  const full = await build(true);
  const index = full.seconds - without.seconds;
  results.add(`${name} index`, [index], 's', size === 20_000 ? BUDGETS.seconds : undefined);
  if (full.processor !== undefined && without.processor !== undefined)
    results.add(`${name} index, processor time`, [full.processor - without.processor], 's');
  results.add(
    `${name} index, peak memory of the build`,
    full.megabytes ? [full.megabytes] : [],
    'MB',
  );
  const [path = ''] = listArticles(content).slice(Math.floor(size / 2));
  appendFileSync(join(content, path), '<p>　　又一次更新。</p>\n');
  await wait(RACE);
  const again = await build(true);
  results.add(`${name}, build after one file changed`, [again.seconds], 's');

  const articles = join(dist, 'archive/articles');
  const some = readdirSync(articles).filter((_, i) => i % 10 === 0);
  const gzip = some.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(articles, file))).length,
    0,
  );
  const folder = join(dist, 'archive/search');
  const ratio = sumSizes(folder) / (gzip * (size / some.length));
  results.add(`${name} index ÷ articles, gzip`, [ratio], '×', BUDGETS.sizeRatio);
  results.add(`${name} index, files`, [listSizes(folder).length], '');
  await measureQueries(archive, name, results);
}

/** Asks for strings of 2 to 6 characters from anywhere, each with nothing loaded, then all once more. */
async function measureQueries(archive: Archive, name: string, results: Results): Promise<void> {
  const { dist } = archive;
  const budgets: Partial<typeof BUDGETS> = archive.size > MOST_BUDGETED ? {} : BUDGETS;
  const assets = readdirSync(join(dist, 'assets'));
  const code = assets
    .filter((file) => /^(?:searchWorker|SearchList|findSearchService|jsx-runtime)-/.test(file))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, 'assets', file))).length, 0);
  results.add(`${name}, its code`, [code / 1024], 'KB');
  const terms = await drawTerms(archive, QUERIES);
  const { open, cold } = await askCold(dist, code, terms);
  results.add(
    `${name}, cold query of 2–6 characters, code included`,
    cold,
    'KB',
    budgets.kilobytes,
  );
  results.add(
    `${name}, the same, of 20 the costliest`,
    [readQuantile(cold, 0.95)],
    'KB',
    budgets.kilobytes,
  );
  const index = await open();
  const warm: number[] = [];
  for (const text of [...terms, ...terms]) {
    const start = performance.now();
    await findTerm(index, buildTerm(text));
    warm.push(performance.now() - start);
  }
  const again = warm.slice(terms.length).sort((a, b) => a - b);
  results.add(`${name}, warm query`, again, 'ms');
  results.add(
    `${name}, the same, of 20 the slowest`,
    [readQuantile(again, 0.95)],
    'ms',
    budgets.milliseconds,
  );
  if (archive.size > MOST_PAIRS) return;
  const pairs = await buildPairIndex(archive);
  const { cold: coldPairs } = await askCold(pairs, code, terms);
  const ratio = sumSizes(join(pairs, 'archive/search')) / sumSizes(join(dist, 'archive/search'));
  results.add(`${name}, cut into pairs only: cold query`, coldPairs, 'KB');
  results.add(
    `${name}, cut into pairs only: of 20 the costliest`,
    [readQuantile(coldPairs, 0.95)],
    'KB',
  );
  results.add(`${name}, cut into pairs only: index ÷ ours`, [ratio], '×');
}

/** Asks for each term with nothing loaded. Gives the kilobytes that each took, code included, ascending. */
async function askCold(dist: string, code: number, terms: readonly string[]) {
  let bytes = 0;
  const open = () =>
    SearchIndex.open(async (path) => {
      const file = await readFile(join(dist, path));
      bytes += file.length;
      return file;
    });
  const cold: number[] = [];
  for (const text of terms) {
    bytes = code;
    await findTerm(await open(), buildTerm(text));
    cold.push(bytes / 1024);
  }
  return { open, cold: cold.sort((a, b) => a - b) };
}

/** The usual cut of Chinese for a search: no string of two characters is too frequent to be a term. */
const PAIRS = { split: Infinity, shard: 30_000 };
/** Articles; it is built in one thread. */
const MOST_PAIRS = 20_000;

async function buildPairIndex({ content, scratch }: Archive): Promise<string> {
  const outDir = join(scratch, 'pairs');
  const search = { folder: join(scratch, 'pair blocks'), key: 'bench', sizes: PAIRS };
  await buildArchive({ contentDir: content, outDir, search });
  return outDir;
}

/** Types queries into the page, and weighs what page and worker hold in the end. */
export async function measureSearchPage(
  browser: Browser,
  archive: Archive,
  results: Results,
): Promise<void> {
  const name = `${archive.size.toLocaleString('en')} articles: search page`;
  const server = await serveCompressed(archive.dist);
  const page = await browser.newPage({ viewport: { width: 412, height: 823 } });
  try {
    await page.goto(`${server.url}search`);
    const box = page.getByRole('searchbox');
    const status = page.getByRole('status').first();
    const times: number[] = [];
    for (const text of await drawTerms(archive, HEAP_QUERIES)) {
      await box.fill(`"${text}"`);
      const start = performance.now();
      await page.waitForURL((url) => url.searchParams.get('q') === `"${text}"`);
      await status.filter({ hasText: '共' }).waitFor();
      times.push(performance.now() - start);
    }
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const inWorker = await page
      .workers()[0]
      ?.evaluate(
        () => (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0,
      );
    const heap = (usedSize + (inWorker ?? 0)) / 1024 / 1024;
    results.add(
      `${name}, heap of page and worker after ${HEAP_QUERIES} queries`,
      [heap],
      'MB',
      BUDGETS.heap,
    );
    results.add(`${name}, from the last key to the count, pause included`, times, 'ms');
  } finally {
    await page.close();
    await server.close();
  }
}

function buildTerm(text: string) {
  return { text, field: 'any', isExact: true } as const;
}

/** Strings of 2 to 6 characters from titles and paragraphs, the same each time. */
async function drawTerms({ dist }: Archive, count: number): Promise<string[]> {
  const random = createRandom(11);
  const read = createTextReader([dist]);
  const files = readdirSync(join(dist, 'archive/articles')).sort();
  const terms: string[] = [];
  while (terms.length < count) {
    const { title, body } = read(random.pick(files).replace('.json', ''));
    const line = random.pick(`${title}${body}`.split('\n'));
    const length = random.integer(2, 6);
    const from = random.integer(0, Math.max(0, line.length - length));
    const term = line.slice(from, from + length).trim();
    // A quotation mark would end the query's own.
    if (term.length === length && !term.includes('"')) terms.push(term);
  }
  return terms;
}

function listSizes(folder: string): number[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
}

function sumSizes(folder: string): number {
  return listSizes(folder).reduce((sum, each) => sum + each, 0);
}

function readQuantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
