import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { buildArticlePath } from '../../src/model/archivePaths.ts';

/**
 * Builds the page with nothing but React, Query, DOMPurify and one article, the one with that id in the site in
 * `dist`.
 */
export async function buildBaseline(outDir: string, dist: string, id: string): Promise<void> {
  // Left as it is (Vite has set it for the benchmark's own code), React's slow development version would be measured.
  process.env.NODE_ENV = 'production';
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'baseline'),
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, emptyOutDir: true },
  });
  const article = readFileSync(join(dist, buildArticlePath(id)), 'utf8');
  const file = join(outDir, 'index.html');
  const empty = '<script type="application/json" id="article">';
  const page = readFileSync(file, 'utf8');
  if (!page.includes(empty)) throw new Error('the baseline page has no place for its article');
  writeFileSync(
    file,
    page.replace(empty, () => empty + article.replaceAll('<', '\\u003c')),
  );
}
