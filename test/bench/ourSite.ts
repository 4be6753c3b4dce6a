import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashToBase32 } from '../../src/archive/article/articleId.ts';
import type { Command } from './runCommand.ts';

/** The project's folder. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

const vite = join(projectRoot, 'node_modules/vite/bin/vite.js');
const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
  scripts: { build: string };
};

/**
 * Gives the command of `npm run build` for a content folder; with or without the search index, which has budgets of
 * its own.
 */
export function buildOurCommand(content: string, outDir: string, hasSearch = false): Command {
  const [, ...script] = scripts.build.split(' ');
  const args = [...script, '--outDir', outDir, '--emptyOutDir'];
  const env = { CONTENT_DIR: content, SEARCH: hasSearch ? 'on' : 'off' };
  return { program: process.execPath, args, cwd: projectRoot, env };
}

/** Gives the command of `npm run dev` for a content folder. */
export function buildDevCommand(content: string, port: number): Command {
  const args = [vite, '--host', '127.0.0.1', '--port', String(port), '--strictPort'];
  return { program: process.execPath, args, cwd: projectRoot, env: { CONTENT_DIR: content } };
}

const cache = join(projectRoot, 'node_modules/.cache/cangbao');

/** Gives the folders of what earlier builds of a content folder have kept. */
export function listBuildCaches(content: string): string[] {
  return [join(cache, hashToBase32(content)), findSearchCache(content)];
}

/** Gives the folder of what earlier builds have kept of a content folder's search index. */
export function findSearchCache(content: string): string {
  return join(cache, `${hashToBase32(content)}-search`);
}

/** Forgets what earlier builds of a content folder have kept. */
export function removeBuildCache(content: string): void {
  for (const folder of [join(cache, hashToBase32(content)), findSearchCache(content)]) {
    rmSync(folder, { recursive: true, force: true });
  }
}
