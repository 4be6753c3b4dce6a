import { statfsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runFolderVariable } from './buildSite.ts';
import { canRunBundledBrowser } from './launchBrowser.ts';
import { unpackBrowser } from './unpackBrowser.ts';

/**
 * Runs once around a whole test run (`globalSetup` in `vite.config.ts`): makes the folder where test
 * files find each other's built sites, and removes it at the end. Workers learn its name from the
 * environment, which they inherit. The bundled browser is unpacked now, so
 * that the workers don't all do it at once.
 *
 * Browsers make a file for each piece of memory that their processes share, and each test its sites and profiles:
 * where there is room, they lie in memory (a twelfth of the processor's time, of ext4's alone).
 */
export default async function setUp(): Promise<() => Promise<void>> {
  if (canRunBundledBrowser && !process.env.CHROME_PATH) await unpackBrowser();
  if (hasRoom(MEMORY_DISK)) process.env.TMPDIR = MEMORY_DISK;
  const folder = await mkdtemp(join(tmpdir(), 'cangbao-test-'));
  process.env[runFolderVariable] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

const MEMORY_DISK = '/dev/shm';
/** In bytes. A whole run needs 1.5 GB at most. */
const ENOUGH = 4 * 1024 ** 3;

/** Linux has it; in containers it often holds 64 MB only. */
function hasRoom(disk: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(disk);
    return bavail * bsize > ENOUGH;
  } catch {
    return false;
  }
}
