import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashToBase32 } from '../../src/archive/article/articleId.ts';
import type { Command } from './runCommand.ts';

/** The project's folder. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

const vite = join(projectRoot, 'node_modules/vite/bin/vite.js');

/** Gives the command of `npm run build` for a content folder. */
export function buildOurCommand(content: string, outDir: string): Command {
  const args = [vite, 'build', '--outDir', outDir, '--emptyOutDir'];
  return { program: process.execPath, args, cwd: projectRoot, env: { CONTENT_DIR: content } };
}

/** Gives the command of `npm run dev` for a content folder. */
export function buildDevCommand(content: string, port: number): Command {
  const args = [vite, '--host', '127.0.0.1', '--port', String(port), '--strictPort'];
  return { program: process.execPath, args, cwd: projectRoot, env: { CONTENT_DIR: content } };
}

/** Forgets what earlier builds of a content folder have kept, so that the next one begins with nothing. */
export function removeBuildCache(content: string): void {
  const folder = join(projectRoot, 'node_modules/.cache/cangbao', hashToBase32(content));
  rmSync(folder, { recursive: true, force: true });
}
