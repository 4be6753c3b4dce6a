import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { findInstalledBrowsers } from './findInstalledBrowsers.ts';
import { unpackBrowser } from './unpackBrowser.ts';

/**
 * What `CHROME_PATH` (or the caller) may say instead of a path: skip every installed browser and
 * take the one that npm brought.
 */
export const bundled = 'bundled';

/**
 * Starts a headless Chrome or Chromium: the one `CHROME_PATH` names; else the first installed one
 * that starts; else, on x64 Linux, the one inside @sparticuz/chromium. So the tests need nothing
 * installed but npm packages.
 */
export async function launchBrowser(choice = process.env.CHROME_PATH): Promise<Browser> {
  if (choice && choice !== bundled) return launch({ executablePath: choice });

  const failures: string[] = [];
  for (const executablePath of choice === bundled ? [] : findInstalledBrowsers()) {
    try {
      return await launch({ executablePath });
    } catch (error) {
      failures.push(`${executablePath} does not start: ${error}`);
    }
  }
  if (canRunBundledBrowser) {
    const { executablePath, env } = await unpackBrowser();
    return launch({ executablePath, env: { ...process.env, ...env } as Record<string, string> });
  }
  throw new Error(buildMissingBrowserMessage(failures));
}

/** Whether the browser inside @sparticuz/chromium runs on this machine. */
export const canRunBundledBrowser = process.platform === 'linux' && process.arch === 'x64';

/** Whether it is the one that the tests will run in, as far as can be told without starting one. */
export function needsBundledBrowser(choice = process.env.CHROME_PATH): boolean {
  if (choice) return choice === bundled;
  return canRunBundledBrowser && findInstalledBrowsers().length === 0;
}

/** What to do when there is no browser to test with. */
export function buildMissingBrowserMessage(failures: string[]): string {
  return [
    'The tests need Chrome, Chromium or Edge.',
    `None is brought along for ${process.platform} ${process.arch}: install Google Chrome`,
    '(https://www.google.com/chrome/), or put the path of a browser program into CHROME_PATH.',
    ...failures,
  ].join('\n');
}

/**
 * Quiet in closed networks: nothing the browser does by itself, and no name but this machine's own
 * is ever looked up. Requests that a test answers itself (`blockOutside`) never get that far.
 */
const quietFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-quic',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
];

function launch(options: LaunchOptions): Promise<Browser> {
  return chromium.launch({
    ...options,
    headless: true,
    // Root, and most containers, cannot use Chrome's sandbox; the pages are the project's own.
    chromiumSandbox: false,
    args: quietFlags,
    timeout: 60_000,
  });
}
