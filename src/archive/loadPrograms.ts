import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as viteBuild } from 'vite';
import { hashPipeline } from './hashPipeline.ts';

/** The programs that make an archive. */
export interface Programs {
  /** Fingerprint of their code and its libraries; what is cached belongs to it. */
  key: string;
  /** Files of the worker threads. */
  archiveWorker: string;
  searchWorker: string;
}

const ENTRIES = {
  configuration: 'src/archive/configuration.ts',
  archiveWorker: 'src/archive/worker.ts',
  searchWorker: 'src/archive/search/blockWorker.ts',
};
/** Below the project's root. */
const FOLDER = 'node_modules/.cache/cangbao/programs';

/**
 * Bundles `src/archive`, which Node 20 can't read as TypeScript, once for each state of it. Gives the programs, and what the
 * configuration's one exports.
 */
export async function loadPrograms(
  root: string,
): Promise<{ programs: Programs } & typeof import('./configuration.ts')> {
  const folder = join(root, FOLDER);
  const key = hashPipeline(root);
  if (!existsSync(join(folder, key))) await bundlePrograms(root, folder, key);
  const find = (name: keyof typeof ENTRIES) => join(folder, key, `${name}.mjs`);
  const programs = {
    key,
    archiveWorker: find('archiveWorker'),
    searchWorker: find('searchWorker'),
  };
  return { programs, ...(await import(pathToFileURL(find('configuration')).href)) };
}

async function bundlePrograms(root: string, folder: string, key: string): Promise<void> {
  const partial = join(folder, `${key}.${process.pid}`);
  await viteBuild({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['vite', '@tailwindcss/vite'] },
    build: {
      ssr: true,
      outDir: partial,
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node20',
      rolldownOptions: {
        input: ENTRIES,
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
