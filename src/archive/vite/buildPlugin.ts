import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';
import { bundleDrawing } from '../app/bundleDrawing.ts';
import { bundleServiceWorker } from '../app/bundleServiceWorker.ts';
import { bundleWorker } from '../app/bundleWorker.ts';
import { hashToBase32 } from '../article/articleId.ts';
import { type ArchiveOptions, buildArchive } from '../buildArchive.ts';
import { BuildCache } from '../cache/BuildCache.ts';
import { removeLeftOvers } from '../cache/leftOvers.ts';
import { formatSummary } from '../command/formatSummary.ts';
import { createProgressBar } from '../command/progressBar.ts';
import { describeAddress } from '../feeds/describeAddress.ts';
import { checkShrink } from '../output/checkShrink.ts';
import { isMadeOf } from '../output/isMadeOf.ts';
import { measureSite } from '../output/measureSite.ts';
import { OutputFolder } from '../output/OutputFolder.ts';
import { REPORT_FILE, type Report, writeReport } from '../Report.ts';
import { DEFAULT_SETTINGS, type SiteSettings } from '../site/SiteSettings.ts';
import { finishSite } from './finishSite.ts';
import { freeMemory } from './freeMemory.ts';
import { hashPipeline } from './hashPipeline.ts';

export interface BuildOptions {
  /** What the owner has set. */
  site: SiteSettings;
  /** Takes an output folder that holds something else than a former output. */
  isForced: boolean;
  /** Lets a site replace one of more than twice as many articles. */
  allowsShrink: boolean;
}

/** Below the project's root. */
const CACHE_FOLDER = 'node_modules/.cache/cangbao';

/**
 * Builds the archive beside the app, in a folder beside the output that takes its place at the end: a build that is
 * killed leaves the old output whole.
 */
export function buildPlugin({ site, isForced, allowsShrink }: BuildOptions): Plugin {
  let config: ResolvedConfig;
  let outDir = 'dist';
  let output: OutputFolder;
  let report: Report;
  let serviceWorker: string;
  let worker: Promise<string> | undefined;
  let isBundled = false;
  /** Of this process alone: another build at the same time may have another base. */
  const findProgramFolder = () =>
    join(config.root, CACHE_FOLDER, `programs.${process.pid}.partial`);

  const loadWorker = () => (worker ??= bundleWorker(config.root, findProgramFolder()));

  async function buildContent(): Promise<void> {
    const replacesExamples = isOfExamples(config.root, site, output.place);
    report = await buildIntoOutput(config.root, site, output, {
      onCounted: (counted) =>
        checkShrink(output.standing, counted, allowsShrink || replacesExamples),
      loadWorker,
      ...(!replacesExamples && { previousDir: output.place }),
    });
    report.warnings.push(...describeAddress(site));
  }

  async function bundleOthers(): Promise<void> {
    await bundleDrawing(config.root, config.base, findProgramFolder());
    serviceWorker = await bundleServiceWorker(config.root, site.offline);
  }

  return {
    name: 'cangbao:build',
    apply: 'build',
    config(user) {
      const root = resolve(user.root ?? '.');
      outDir = user.build?.outDir ?? outDir;
      const { contentDir } = site;
      const cacheDir = join(root, CACHE_FOLDER);
      output = new OutputFolder({ root, contentDir, outDir, cacheDir, isForced });
      return {
        build: {
          outDir: output.partial,
          emptyOutDir: false,
          // To compress each file only to tell its size takes longer than to write it; the budgets are tests.
          reportCompressedSize: false,
        },
      };
    },
    configResolved(resolved) {
      config = resolved;
    },
    // Before the bundler does its part, so that the memory of the two does not add up; the other bundles are small.
    async buildStart() {
      output.open();
      removeLeftOvers(join(config.root, CACHE_FOLDER));
      await Promise.all([buildContent(), bundleOthers()]);
      freeMemory();
    },
    writeBundle() {
      isBundled = true;
    },
    closeBundle: {
      order: 'post',
      async handler() {
        // Called after a failed build too, where it must not hide the reason.
        if (!isBundled) return output.close();
        const { root, base } = config;
        const programFolder = findProgramFolder();
        const built = { ...site, base };
        const pages = { indexFile: `${findKept(root, site)}-pages`, key: hashPipeline(root) };
        const parts = { root, site: built, output, report, serviceWorker, programFolder };
        await finishSite({ ...parts, loadWorker, pages });
        rmSync(programFolder, { recursive: true });
        const contentDir = resolve(root, site.contentDir);
        const startedAt = new Date(Date.now() - process.uptime() * 1000).toISOString();
        writeReport({ contentDir, startedAt, ...report }, join(root, REPORT_FILE));
        const size = measureSite(output.place);
        const facts = { ...size, outDir, seconds: process.uptime(), reportFile: REPORT_FILE };
        process.stdout.write(formatSummary(report, facts));
      },
    },
  };
}

/**
 * Whether an owner's site takes the place of one that was made of the project's own folder, as the README has it: that
 * can be had again at any time, and nothing of it is to be left.
 */
function isOfExamples(root: string, { contentDir }: SiteSettings, outDir: string): boolean {
  const examples = join(root, DEFAULT_SETTINGS.contentDir);
  return resolve(root, contentDir) !== examples && isMadeOf(examples, outDir);
}

/** Returns where the caches of a content folder begin. */
function findKept(root: string, { contentDir }: SiteSettings): string {
  return join(root, CACHE_FOLDER, hashToBase32(resolve(root, contentDir)));
}

/** Builds the archive into an output's partial folder, with what earlier builds have kept. */
async function buildIntoOutput(
  root: string,
  site: SiteSettings,
  { standing, partial, place }: OutputFolder,
  hooks: Pick<ArchiveOptions, 'loadWorker' | 'onCounted' | 'previousDir'>,
): Promise<Report> {
  const content = resolve(root, site.contentDir);
  const kept = findKept(root, site);
  const key = hashPipeline(root);
  const search = {
    folder: `${kept}-search`,
    key,
    standingDir: place,
    onProgress: createProgressBar({ zh: '索引', en: 'search ' }, process.stderr),
  };
  const report = await buildArchive({
    contentDir: content,
    site,
    outDir: partial,
    ...hooks,
    cache: new BuildCache(join(kept, 'index'), key),
    standing,
    ...(site.search && { search }),
    onProgress: createProgressBar({ zh: '文章', en: 'articles' }, process.stderr),
  });
  standing.shareInto(partial);
  return report;
}
