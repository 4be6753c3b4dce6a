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
 */
export default async function setUp(): Promise<() => Promise<void>> {
  if (canRunBundledBrowser && !process.env.CHROME_PATH) await unpackBrowser();
  const folder = await mkdtemp(join(tmpdir(), 'cangbao-test-'));
  process.env[runFolderVariable] = folder;
  return () => rm(folder, { recursive: true, force: true });
}
