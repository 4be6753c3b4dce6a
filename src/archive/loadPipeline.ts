import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as viteBuild } from 'vite';
import { hashPipeline } from './hashPipeline.ts';

export interface LoadedPipeline {
  /** Of the code and its libraries; what is cached belongs to it. */
  key: string;
  /** What `pipeline.ts` exports. */
  pipeline: typeof import('./pipeline.ts');
  /** Programs of the worker threads. */
  archiveWorker: string;
  searchWorker: string;
}

const PROGRAMS = {
  pipeline: 'src/archive/pipeline.ts',
  archiveWorker: 'src/archive/worker.ts',
  searchWorker: 'src/archive/search/blockWorker.ts',
};

/**
 * Bundles the programs that read content, which Node 20 can't read as TypeScript, once for each state of them below `folder`,
 * and loads the first.
 */
export async function loadPipeline(root: string, folder: string): Promise<LoadedPipeline> {
  const key = hashPipeline(root);
  if (!existsSync(join(folder, key))) await bundlePrograms(root, folder, key);
  const find = (name: keyof typeof PROGRAMS) => join(folder, key, `${name}.mjs`);
  return {
    key,
    pipeline: await import(pathToFileURL(find('pipeline')).href),
    archiveWorker: find('archiveWorker'),
    searchWorker: find('searchWorker'),
  };
}

async function bundlePrograms(root: string, folder: string, key: string): Promise<void> {
  const partial = join(folder, `${key}.${process.pid}`);
  await viteBuild({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: partial,
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node20',
      rolldownOptions: {
        input: PROGRAMS,
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  });
  const outdated = readdirSync(folder).filter((name) => !name.startsWith(key));
  for (const name of outdated) rmSync(join(folder, name), { recursive: true, force: true });
  try {
    renameSync(partial, join(folder, key));
  } catch (error) {
    // Another process may have been as quick.
    if (!existsSync(join(folder, key))) throw error;
    rmSync(partial, { recursive: true });
  }
}
