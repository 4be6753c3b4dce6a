import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build as viteBuild } from 'vite';

/**
 * Bundles a program for the service worker into one classic script and gives its text.
 * Classic, because a module worker can't be had in older browsers and would need its own file for every import.
 */
export async function bundleProgram(root: string, entry: string): Promise<string> {
  const folder = join(root, `node_modules/.cache/cangbao/program-${process.pid}`);
  try {
    await viteBuild({
      configFile: false,
      root,
      logLevel: 'error',
      build: {
        outDir: folder,
        emptyOutDir: true,
        copyPublicDir: false,
        rolldownOptions: {
          input: join(root, entry),
          output: { format: 'iife', entryFileNames: 'program.js' },
        },
      },
    });
    return readFileSync(join(folder, 'program.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
