import type { Plugin } from 'vite';
import { type BuildOptions, buildPlugin } from './buildPlugin.ts';
import { pagePlugin } from './pagePlugin.ts';
import { servePlugin } from './servePlugin.ts';

/**
 * Vite's side of the archive: thin adapters over plain functions.
 *
 * The archive files are written straight into the output folder and never become modules or assets of the bundle:
 * module graphs of tens of thousands of articles have taken bundlers down (vitepress issue 5134, contentlayer issue
 * 476).
 */
export function archivePlugin(options: BuildOptions): Plugin[] {
  return [pagePlugin(options.site), buildPlugin(options), servePlugin(options.site)];
}
