import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';
import { buildArchive } from './buildArchive.ts';
import { escapeHtml } from './html/writeHtml.ts';
import { createProgressBar } from './progressBar.ts';
import { formatReport } from './Report.ts';

export interface ArchivePluginOptions {
  /** Folder of the content files, relative to the project's root. */
  contentDir: string;
  siteTitle: string;
}

const TYPES: Record<string, string> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/**
 * Vite's side of the archive: a thin adapter over buildArchive.
 *
 * The archive files are written straight into the output folder and never become modules or assets of the bundle:
 * module graphs of tens of thousands of articles have taken bundlers down (vitepress issue 5134, contentlayer issue 476).
 * In development the same paths are answered from a temporary folder.
 */
export function archivePlugin({ contentDir, siteTitle }: ArchivePluginOptions): Plugin {
  let config: ResolvedConfig;
  const build = (outDir: string) => {
    const report = buildArchive({
      contentDir: resolve(config.root, contentDir),
      outDir,
      onProgress: createProgressBar('archive', process.stderr),
    });
    config.logger.info(formatReport(report));
  };

  return {
    name: 'cangbao:archive',
    configResolved(resolved) {
      config = resolved;
    },
    transformIndexHtml: (html) => html.replaceAll('%SITE_TITLE%', escapeHtml(siteTitle)),
    closeBundle: {
      order: 'post',
      handler(error?: Error) {
        if (error || config.command !== 'build' || config.mode === 'test') return;
        const outDir = resolve(config.root, config.build.outDir);
        build(outDir);
        // Static hosts serve this page for addresses that are no file: the app's own addresses.
        copyFileSync(join(outDir, 'index.html'), join(outDir, '404.html'));
      },
    },
    configureServer(server) {
      if (config.mode === 'test') return;
      const folder = mkdtempSync(join(tmpdir(), 'cangbao-'));
      const content = resolve(config.root, contentDir);
      build(folder);
      server.httpServer?.once('close', () => rmSync(folder, { recursive: true, force: true }));
      server.watcher.add(content);
      server.watcher.on('all', (_event, file) => {
        if (!file.startsWith(content)) return;
        build(folder);
        server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use((request, response, next) => {
        const path = decodeURI((request.url ?? '').split('?')[0] ?? '');
        const base = config.base.replace(/\/$/, '');
        const below = path.startsWith(base) ? path.slice(base.length) : path;
        if (!below.startsWith('/archive/') || below.includes('..')) return next();
        const file = join(folder, below);
        if (!existsSync(file) || !statSync(file).isFile()) {
          response.statusCode = 404;
          return response.end();
        }
        response.setHeader(
          'Content-Type',
          TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        );
        return response.end(readFileSync(file));
      });
    },
  };
}
