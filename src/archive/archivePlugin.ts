import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Plugin, type ResolvedConfig, build as viteBuild } from 'vite';
import { CONTENT_CHANGED } from '../model/archivePaths.ts';
import { writeApp } from './app/writeApp.ts';
import { hashToBase32 } from './article/articleId.ts';
import { BuildCache } from './BuildCache.ts';
import { buildArchive } from './buildArchive.ts';
import { DevArchive } from './DevArchive.ts';
import { hashPipeline } from './hashPipeline.ts';
import { escapeHtml } from './html/writeHtml.ts';
import { addPageData } from './output/addPageData.ts';
import { createProgressBar } from './progressBar.ts';
import { formatReport } from './Report.ts';
import { serveArchive } from './serveArchive.ts';

export interface ArchivePluginOptions {
  /** Folder of the content files, relative to the project's root. */
  contentDir: string;
  siteTitle: string;
  /** Whether the site can be read offline; `false` also takes the worker away from those who have one. */
  isOffline: boolean;
}

/** Files of the part of the app that is loaded with the first article. */
const READING_VIEW = /\/(?:ArticleBody|sanitizeHtml)-[^/]+\.(?:js|css)$/;

/**
 * Vite's side of the archive: a thin adapter over buildArchive.
 *
 * The archive files are written straight into the output folder and never become modules or assets of the bundle:
 * module graphs of tens of thousands of articles have taken bundlers down (vitepress issue 5134, contentlayer issue 476).
 * A build writes into a folder beside the output folder and takes its place at the end, so a build that is killed leaves
 * the old output whole.
 */
export function archivePlugin({ contentDir, siteTitle, isOffline }: ArchivePluginOptions): Plugin {
  let config: ResolvedConfig;
  let finalDir = 'dist';
  let isAppWritten = false;
  let readingView: string[] = [];

  async function buildInto(outDir: string): Promise<void> {
    const content = resolve(config.root, contentDir);
    const key = hashPipeline(config.root);
    const cacheDir = join(config.root, 'node_modules/.cache/cangbao');
    const report = await buildArchive({
      contentDir: content,
      outDir,
      workerFile: await bundleWorker(config.root, join(cacheDir, 'worker'), key),
      cache: new BuildCache(join(cacheDir, hashToBase32(content)), key),
      onProgress: createProgressBar('archive', process.stderr),
    });
    config.logger.info(formatReport(report));
  }

  return {
    name: 'cangbao:archive',
    config(user, { command, isPreview }) {
      if (command !== 'build' || isPreview) return undefined;
      finalDir = user.build?.outDir ?? finalDir;
      return { build: { outDir: `${finalDir}.partial`, emptyOutDir: false } };
    },
    configResolved(resolved) {
      config = resolved;
    },
    transformIndexHtml: (html) => html.replaceAll('%SITE_TITLE%', escapeHtml(siteTitle)),
    // Before the bundler does its part, so that the memory of the two does not add up.
    async buildStart() {
      if (config.command !== 'build') return;
      const outDir = resolve(config.root, config.build.outDir);
      rmSync(outDir, { recursive: true, force: true });
      await buildInto(outDir);
    },
    writeBundle(_options, bundle) {
      isAppWritten = true;
      const names = Object.keys(bundle).filter((name) => READING_VIEW.test(name));
      readingView = names.map((name) => config.base + name).sort();
    },
    closeBundle: {
      order: 'post',
      async handler() {
        // Called after a failed build too, where it must not hide the reason.
        if (!isAppWritten || config.command !== 'build') return;
        const outDir = resolve(config.root, config.build.outDir);
        await writeApp({ root: config.root, outDir, base: config.base, siteTitle, isOffline });
        addPageData(outDir, readingView);
        replaceFolder(outDir, resolve(config.root, finalDir));
        config.logger.info(`${finalDir} is ready to be served`);
      },
    },
    configureServer(server) {
      if (config.mode === 'test') return;
      const content = resolve(config.root, contentDir);
      const folder = mkdtempSync(join(tmpdir(), 'cangbao-'));
      const archive = new DevArchive(content, folder);
      server.httpServer?.once('close', () => rmSync(folder, { recursive: true, force: true }));
      server.watcher.add(content);
      server.watcher.on('all', (_event, file) => {
        if (!file.startsWith(content)) return;
        archive.refresh(file);
        server.ws.send({ type: 'custom', event: CONTENT_CHANGED });
      });
      server.middlewares.use(serveArchive(config.base, (path) => archive.answer(path)));
    },
  };
}

/** Bundles the worker's program, which Node 20 can't read as TypeScript, once for each state of the pipeline. */
async function bundleWorker(root: string, folder: string, key: string): Promise<string> {
  const file = join(folder, `${key}.mjs`);
  if (existsSync(file)) return file;
  await viteBuild({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: 'src/archive/worker.ts',
      outDir: folder,
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: `${key}.mjs` } },
    },
  });
  return file;
}

/** Puts a finished folder in the place of an old one. */
function replaceFolder(finished: string, place: string): void {
  const old = `${place}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, old);
  renameSync(finished, place);
  rmSync(old, { recursive: true, force: true });
}
