import type { Browser, CDPSession, Page } from 'playwright-core';
import { blockOutside } from '../support/blockOutside.ts';

/** A page that tells when a script runs that is not the site's. */
export interface Detector {
  page: Page;
  /** Gives what ran since the last call, in words; empty where nothing did. */
  takeFindings(): Promise<string[]>;
  /** What was asked of other hosts beside pictures. */
  outside: string[];
  close(): Promise<void>;
}

const SIGN = '[ran]';

/**
 * Opens a page with two detectors. The calls that attacks make (`alert` and the like) are replaced in every frame by
 * ones that tell of themselves; and the debugger tells of each script that the browser compiles, so that a handler,
 * an inline script or a `javascript:` address is noticed by being compiled and not by what it calls. `origin`: the
 * site's. `own`: the functions that the caller runs in the page.
 */
export async function openDetector(
  browser: Browser,
  origin: string,
  own: readonly ((...args: never[]) => unknown)[],
): Promise<Detector> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(60_000);
  const findings: string[] = [];
  const { refused } = await blockOutside(context);
  await context.addInitScript(replaceCalls, SIGN);
  context.on('console', (message) => {
    if (message.text().startsWith(SIGN)) findings.push(message.text());
  });
  context.on('dialog', (dialog) => {
    findings.push(`${SIGN} dialog ${dialog.type()}`);
    void dialog.dismiss().catch(() => {});
  });
  const page = await context.newPage();
  context.on('page', (other) => void other.close().catch(() => {}));
  const known = [...own, replaceCalls].map(String);
  const settle = await watchScripts(await context.newCDPSession(page), origin, known, findings);
  return {
    page,
    async takeFindings() {
      await settle();
      return findings.splice(0);
    },
    outside: refused,
    close: () => context.close(),
  };
}

/** Runs in every frame before anything else does. */
function replaceCalls(sign: string): void {
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
    Object.defineProperty(window, name, {
      value: () => console.log(`${sign} ${name}() in ${location.href}`),
    });
  }
}

/** What Playwright runs in a page around the functions of its callers. */
const PLAYWRIGHT = /^\(*utilityScript, |UtilityScript/;

/** Gives a function that waits until all scripts seen so far are looked at. */
async function watchScripts(
  session: CDPSession,
  origin: string,
  known: readonly string[],
  findings: string[],
): Promise<() => Promise<unknown>> {
  const looks = new Set<Promise<void>>();

  async function look(scriptId: string): Promise<void> {
    const answer = await session
      .send('Debugger.getScriptSource', { scriptId })
      .catch(() => undefined);
    const source = answer?.scriptSource ?? '';
    if (source === '' || PLAYWRIGHT.test(source)) return;
    if (!known.some((text) => source.includes(text)))
      findings.push(`${SIGN} a script without a file: ${source.slice(0, 60)}`);
  }

  await session.send('Debugger.enable');
  // A `debugger` in an attack would stop everything.
  await session.send('Debugger.setSkipAllPauses', { skip: true });
  session.on('Debugger.scriptParsed', ({ url, scriptId, executionContextAuxData }) => {
    const world = executionContextAuxData as { type?: string } | undefined;
    // A frame that the policy keeps out shows the browser's own page, which has scripts of its own.
    if (world?.type === 'isolated' || url.startsWith('chrome-error:')) return;
    if (url === '') {
      const pending = look(scriptId).finally(() => looks.delete(pending));
      looks.add(pending);
    } else if (!url.startsWith(origin) || !/\.js$/.test(new URL(url).pathname)) {
      findings.push(`${SIGN} a script in ${url.slice(0, 100)}`);
    }
  });
  return async () => {
    // A session answers in order: what the browser has compiled so far has been told of when this is answered.
    await session.send('Debugger.setSkipAllPauses', { skip: true });
    return Promise.all(looks);
  };
}
