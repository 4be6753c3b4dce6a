import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as viteBuild } from 'vite';
import { namePartial, removeLeftOvers } from '../cache/leftOvers.ts';
import { hashPipeline } from './hashPipeline.ts';
import { listNewestFirst } from './listNewestFirst.ts';
import type { Programs } from './Programs.ts';

const ENTRIES = {
  configuration: 'src/archive/vite/configuration.ts',
  archiveWorker: 'src/archive/worker.ts',
  searchWorker: 'src/archive/search/blockWorker.ts',
};
/** Below the project's root. */
const FOLDER = 'node_modules/.cache/cangbao/programs';
/** Versions of Node in turn, or a process that began before a change, don't take each other's programs away. */
const MAX_KEPT = 4;

/**
 * Bundles `src/archive`, which Node 20 can't read as TypeScript, once for each state of it. Gives the programs, and
 * what `configuration.ts` exports.
 */
export async function loadPrograms(
  root: string,
): Promise<{ programs: Programs } & typeof import('./configuration.ts')> {
  const key = await providePrograms(root, join(root, FOLDER), bundle);
  const find = (name: keyof typeof ENTRIES) => join(root, FOLDER, key, `${name}.mjs`);
  const programs = {
    key,
    archiveWorker: find('archiveWorker'),
    searchWorker: find('searchWorker'),
  };
  return { programs, ...(await import(pathToFileURL(find('configuration')).href)) };
}

/**
 * Gives the name of the folder, below `folder`, that holds the programs for the code as it is now; `make` fills it
 * where there is none. It gets its name when it is whole, and loses it before anything in it is removed.
 */
export async function providePrograms(
  root: string,
  folder: string,
  make: (root: string, outDir: string) => Promise<unknown>,
): Promise<string> {
  const key = hashPipeline(root);
  const programs = join(folder, key);
  if (existsSync(programs)) return key;
  removeLeftOvers(folder);
  const partial = namePartial(programs);
  try {
    await make(root, partial);
    // What was saved meanwhile would stand under the key of what was there before.
    if (hashPipeline(root) !== key) return providePrograms(root, folder, make);
    renameSync(partial, programs);
  } catch (error) {
    // Another process may have been as quick.
    if (!existsSync(programs)) throw error;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  removeOutdated(folder);
  return key;
}

async function bundle(root: string, outDir: string): Promise<void> {
  await viteBuild({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['vite', '@tailwindcss/vite'] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node20',
      rolldownOptions: {
        input: ENTRIES,
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  });
}

function removeOutdated(folder: string): void {
  const whole = listNewestFirst(folder).filter((name) => !name.endsWith('.partial'));
  for (const name of whole.slice(MAX_KEPT)) {
    const outdated = namePartial(join(folder, name));
    renameSync(join(folder, name), outdated);
    rmSync(outdated, { recursive: true, force: true });
  }
}
