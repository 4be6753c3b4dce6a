import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build as viteBuild } from 'vite';
import { WORKER_PATH } from '../../model/offlineNames.ts';

/**
 * Bundles the service worker into one classic script and gives its text; the site's is one that removes itself where
 * it can't be read offline. Classic, because a module worker can't be had in older browsers and would need its own
 * file for every import.
 */
export async function bundleServiceWorker(root: string, isOffline: boolean): Promise<string> {
  const folder = join(root, `node_modules/.cache/cangbao/service-worker.${process.pid}.partial`);
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
          input: join(root, `src/service-worker/${isOffline ? 'worker' : 'retire'}.ts`),
          output: { format: 'iife', entryFileNames: WORKER_PATH },
        },
      },
    });
    return readFileSync(join(folder, WORKER_PATH), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
