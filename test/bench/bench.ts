import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../support/launchBrowser.ts';
import { generateArchive } from './generateArchive.ts';
import { type Archive, compareSizes, measureBuilds } from './measureBuilds.ts';
import { measureDevelopment } from './measureDevelopment.ts';
import { comparePaints, measureFirstList } from './measurePaint.ts';
import { measureScrolling } from './measureScrolling.ts';
import { measureSearchIndex, measureSearchPage } from './measureSearch.ts';
import { measureTaps } from './measureTaps.ts';
import { findGenerators } from './otherSites.ts';
import { buildOurCommand, projectRoot, removeBuildCache } from './ourSite.ts';
import { log, Results } from './Results.ts';
import { readOptions } from './readOptions.ts';
import { runCommand, stopCommands } from './runCommand.ts';

/** The small archive to which the larger ones are compared. */
const SMALLEST = 200;
/** The size at which reading and development are measured: that of a real archive. */
const USUAL = 20_000;

/** Measures builds and reading, prints a table, and keeps it in `node_modules/.cache/cangbao-bench`. */
export async function bench(args: string[]): Promise<void> {
  const options = readOptions(args);
  const scratch = mkdtempSync(join(tmpdir(), 'cangbao-bench-'));
  const results = new Results();
  const archives = new Map<number, Archive>();

  function provide(size: number): Archive {
    const known = archives.get(size);
    if (known) return known;
    const archive: Archive = {
      size,
      scratch,
      content: join(scratch, `content-${size}`),
      dist: join(scratch, `dist-${size}`),
    };
    log(`writing ${size} articles`);
    generateArchive({ count: size, folder: archive.content });
    archives.set(size, archive);
    return archive;
  }

  // A benchmark that is interrupted takes its gigabytes along, too.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stopCommands();
      cleanUp();
      process.exit(1);
    });
  }

  try {
    const usual = options.sizes.includes(USUAL) ? USUAL : (options.sizes.at(-1) ?? USUAL);
    if (options.build) {
      const { generators, notes } = findGenerators();
      for (const note of notes) results.note(note);
      const medians = new Map<number, number>();
      for (const size of options.sizes) {
        const archive = provide(size);
        medians.set(size, await measureBuilds(archive, generators, options.runs, results));
      }
      compareSizes(medians, results);
      const name = `${usual.toLocaleString('en')} articles`;
      await measureDevelopment(provide(usual).content, name, options.runs, results);
    }
    if (options.browser) await measureReading(options.sizes, usual);
    if (options.search) await measureSearch(options.sizes, usual);
    results.save(join(projectRoot, 'node_modules/.cache/cangbao-bench'));
    process.stdout.write(`${results.format()}\n`);
  } finally {
    cleanUp();
  }

  async function measureSearch(sizes: readonly number[], usual: number): Promise<void> {
    for (const size of sizes) await measureSearchIndex(provide(size), results);
    if (!options.browser) return;
    const browser = await launchBrowser();
    try {
      await measureSearchPage(browser, provide(usual), results);
    } finally {
      await browser.close();
    }
  }

  function cleanUp(): void {
    for (const { content } of archives.values()) removeBuildCache(content);
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }

  async function measureReading(sizes: readonly number[], usual: number): Promise<void> {
    const { runs, build } = options;
    const browser = await launchBrowser();
    results.note(
      `Read in Chromium ${browser.version()}, 412 px wide, 4× slower processor, 1.6 Mbit/s, 150 ms.`,
    );
    try {
      let smallest: number | undefined;
      for (const size of new Set([SMALLEST, ...sizes])) {
        const archive = provide(size);
        if (!build || !sizes.includes(size))
          await runCommand(buildOurCommand(archive.content, archive.dist));
        const kilobytes = await measureFirstList(browser, archive, runs, results, smallest);
        smallest ??= kilobytes;
      }
      await comparePaints(browser, provide(usual), runs, results);
      await measureTaps(browser, provide(usual), runs, results);
      await measureScrolling(browser, provide(usual), runs, results);
    } finally {
      await browser.close();
    }
  }
}
