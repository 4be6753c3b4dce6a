import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The environment variable that names this test run's folder; `globalSetup` sets it. */
export const runFolderVariable = 'CANGBAO_TEST_RUN';

/** What to build; sites that differ in anything are built apart. */
export type Site = {
  /** Folder of content files, from the project's root. */
  content?: string;
  /** `BASE_PATH`: the site's address on its host. */
  base?: string;
  /** More environment variables for the build: `SITE_TITLE`, `SEARCH`, … */
  env?: Record<string, string>;
  /** A built site that this one replaces, as a build after a change of the content does. */
  previous?: string;
  /** Another Vite project to build instead of this one. */
  root?: string;
};

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Builds a site with `vite build` and returns the folder it is in. Test files of one run that ask
 * for the same site share it: the first to make its folder builds, the others wait for the outcome.
 * Don't change files in it; copy the folder first. It is gone when the run ends.
 */
export async function buildSite(site: Site = {}): Promise<string> {
  const runFolder = process.env[runFolderVariable];
  if (!runFolder) throw new Error('buildSite needs globalSetup: test/support/globalSetup.ts');

  const folder = join(runFolder, hash(JSON.stringify(site)));
  const outDir = join(folder, 'dist');
  while (true) {
    if (await claim(folder)) {
      if (site.previous) await cp(site.previous, outDir, { recursive: true });
      await writeFile(join(folder, 'outcome.json'), JSON.stringify(await runBuild(site, outDir)));
    }
    const outcome = await waitForOutcome(folder);
    if (outcome?.failure) throw new Error(outcome.failure);
    if (outcome) return outDir;
    // The worker that was building is gone. Whoever comes first starts again.
    await rm(folder, { recursive: true, force: true });
  }
}

type Outcome = { failure?: string };

/** Making a folder succeeds for one process only. */
async function claim(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  await writeFile(join(folder, 'builder'), String(process.pid));
  return true;
}

async function waitForOutcome(folder: string): Promise<Outcome | undefined> {
  for (let turns = 0; ; turns++) {
    const outcome = await readFile(join(folder, 'outcome.json'), 'utf8').catch(() => '');
    if (outcome) return JSON.parse(outcome) as Outcome;
    const builder = Number(await readFile(join(folder, 'builder'), 'utf8').catch(() => '0'));
    // A folder without a name in it was made this moment, or by a process that died at once.
    if (builder ? !isRunning(builder) : turns > 20) return undefined;
    await wait(100);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function runBuild({ content, base, env, root }: Site, outDir: string): Promise<Outcome> {
  const vite = join(
    dirname(createRequire(import.meta.url).resolve('vite/package.json')),
    'bin/vite.js',
  );
  const cwd = resolve(projectRoot, root ?? '.');
  return new Promise((done) => {
    execFile(
      process.execPath,
      [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'],
      {
        cwd,
        maxBuffer: 2 ** 26,
        env: {
          ...process.env,
          // Vitest says "test" here, and Vite would then bundle React's slow development version.
          NODE_ENV: 'production',
          VITEST: undefined,
          ...(content ? { CONTENT_DIR: resolve(projectRoot, content) } : {}),
          ...(base ? { BASE_PATH: base } : {}),
          ...env,
        },
      },
      (error, stdout, stderr) =>
        done(error ? { failure: `vite build failed: ${error.message}\n${stdout}\n${stderr}` } : {}),
    );
  });
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
