import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
} from 'playwright-core';
import { findInstalledBrowsers } from './findInstalledBrowsers.ts';
import { unpackBrowser } from './unpackBrowser.ts';

/**
 * Starts a headless Chrome or Chromium: the one `CHROME_PATH` names; else, on x64 Linux, the one inside
 * @sparticuz/chromium, so that the tests need nothing installed but npm packages, and the same browser runs them
 * everywhere (as a program without windows it also takes a third less of the processor than an installed Chromium, seen
 * in `test/journey/keyboardTasks.test.ts`); else the first installed one that starts.
 */
export function launchBrowser(choice = process.env.CHROME_PATH): Promise<Browser> {
  return launchAny(choice, (options) => chromium.launch(options));
}

/** Starts one that keeps its data in `folder`, as a reader's own does. `flags`: more of the program's own options. */
export function launchProfile(
  folder: string,
  flags: string[],
  settings: BrowserContextOptions = {},
): Promise<BrowserContext> {
  return launchAny(process.env.CHROME_PATH, (options) =>
    chromium.launchPersistentContext(folder, {
      ...options,
      ...settings,
      args: [...(options.args ?? []).filter((flag) => !overrides(flags, flag)), ...flags],
    }),
  );
}

/** Of two options of one name the program takes the last, but not every program does. */
function overrides(flags: string[], flag: string): boolean {
  const [name = ''] = flag.split('=');
  return flags.some((other) => other.startsWith(`${name}=`));
}

type Start<T> = (options: LaunchOptions) => Promise<T>;

async function launchAny<T>(choice: string | undefined, start: Start<T>): Promise<T> {
  const launch = (options: LaunchOptions) => start({ ...options, ...commonOptions });
  if (choice) return launch({ executablePath: choice });

  const failures: string[] = [];
  const attempt = async (options: LaunchOptions) => {
    try {
      return await launch(options);
    } catch (error) {
      failures.push(`${options.executablePath} does not start: ${error}`);
      return undefined;
    }
  };
  if (canRunBundledBrowser) {
    const { executablePath, env } = await unpackBrowser();
    const variables = { ...process.env, ...env } as Record<string, string>;
    const started = await attempt({ executablePath, env: variables });
    if (started) return started;
  }
  for (const executablePath of findInstalledBrowsers()) {
    const started = await attempt({ executablePath });
    if (started) return started;
  }
  throw new Error(buildMissingBrowserMessage(failures));
}

/** Whether the browser inside @sparticuz/chromium runs on this machine. */
export const canRunBundledBrowser = process.platform === 'linux' && process.arch === 'x64';

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

const commonOptions: LaunchOptions = {
  headless: true,
  // Root, and most containers, cannot use Chrome's sandbox; the pages are the project's own.
  chromiumSandbox: false,
  args: quietFlags,
  timeout: 60_000,
};
