import { join } from 'node:path';
import { build as viteBuild } from 'vite';

/**
 * Bundles `src/archive/worker.ts` with all that it uses, since Node 20 reads no TypeScript, into a folder. Returns the
 * program's file.
 */
export async function bundleWorker(root: string, folder: string): Promise<string> {
  await viteBuild({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: 'src/archive/worker.ts',
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'worker.mjs' } },
    },
  });
  return join(folder, 'worker.mjs');
}
