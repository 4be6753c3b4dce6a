import type { Browser, Page } from 'playwright-core';
import { isDrill } from '../support/isDrill.ts';
import { startServer } from '../support/startServer.ts';
import type { Target } from './buildTargets.ts';
import { type Detector, openDetector } from './openDetector.ts';
import { buildMark, PLACES } from './payloadArticles.ts';
import { pokePage } from './pokePage.ts';
import type { Payload } from './readPayloads.ts';

/** What became of the payloads on one site. */
export interface Outcome {
  /** Labels of payloads whose script ran, with what ran. */
  ran: Map<string, string>;
  /** Labels of payloads that led the page away from the site. */
  left: string[];
  /** Labels of payloads with which an article could not be shown. */
  broken: string[];
  /** Labels of payloads that made the page unusable, with what went wrong; the next one begins on a new page. */
  interrupted: string[];
  /** What was asked of other hosts beside pictures. */
  outside: string[];
}

/** How long a payload gets to run after the page was poked, in milliseconds. */
const PATIENCE = 40;
/** After this time a page is given up, in milliseconds. */
const LIMIT = 30_000;
/** Most of the time is waiting; for a sample more tabs would mostly be opened. */
const TABS = isDrill ? 3 : 1;

/**
 * Shows every payload in every place, within the open app where that goes on, and does on the page what a reader can.
 */
export async function attackTarget(
  browser: Browser,
  target: Target,
  payloads: readonly Payload[],
): Promise<Outcome> {
  const server = await startServer(target.folder);
  const outcome: Outcome = { ran: new Map(), left: [], broken: [], interrupted: [], outside: [] };
  const queue = payloads.flatMap(({ name }, index) =>
    PLACES.map((place) => ({ label: `${name} in ${place}`, mark: buildMark(place, index) })),
  );
  try {
    await Promise.all(Array.from({ length: TABS }, attackInTab));
  } finally {
    await server.close();
  }
  return outcome;

  async function attackInTab(): Promise<void> {
    let detector = await openTab();
    await detector.page.evaluate(scrollThrough);
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { label, mark } = next;
      const state = await limit(show(detector.page, mark));
      const findings = await limit(detector.takeFindings());
      if (Array.isArray(findings) && findings[0] !== undefined) outcome.ran.set(label, findings[0]);
      if (state === 'missing') outcome.broken.push(label);
      const address = detector.page.url();
      if (!address.startsWith(server.url)) outcome.left.push(`${label}: to ${address}`);
      else if (state !== 'shown') outcome.interrupted.push(`${label}: ${state}`);
      if (state === 'shown' && findings !== 'late' && address.startsWith(server.url)) continue;
      await closeTab(detector);
      detector = await openTab();
    }
    await closeTab(detector);
  }

  async function openTab(): Promise<Detector> {
    const { origin } = new URL(server.url);
    const detector = await openDetector(browser, origin, [pokePage, openArticle, scrollThrough]);
    await detector.page.goto(server.url);
    await detector.page.locator('main a').first().waitFor();
    const [first] = await detector.takeFindings();
    if (first !== undefined) outcome.ran.set('the lists', first);
    return detector;
  }

  async function closeTab(detector: Detector): Promise<void> {
    outcome.outside.push(...detector.outside);
    await limit(detector.close());
  }

  /** Gives how it went, or what went wrong where the page became unusable. */
  async function show(page: Page, mark: string): Promise<string> {
    const id = target.ids.get(mark);
    if (id === undefined) return 'missing';
    try {
      if (!(await page.evaluate(openArticle, { id, mark }))) return 'missing';
      await page.evaluate(pokePage, PATIENCE);
      await page.mouse.click(900, 500);
      await page.keyboard.press('Tab');
      return 'shown';
    } catch (error) {
      return String(error).split('\n')[0] ?? '';
    }
  }
}

/** Gives what a promise gives, or `late` where it takes too long. */
async function limit<T>(promise: Promise<T>): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((done) => {
    timer = setTimeout(done, LIMIT, 'late');
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Runs in the page: goes to an article as a link of the app does, and gives whether it stood there in time. */
async function openArticle({ id, mark }: { id: string; mark: string }): Promise<boolean> {
  const before = document.querySelector('.article-body')?.firstChild;
  history.pushState(null, '', `/a/${id}`);
  const start = performance.now();
  for (;;) {
    await new Promise((done) => setTimeout(done, 5));
    const body = document.querySelector('.article-body');
    const waited = performance.now() - start;
    const isThere = body && document.querySelector('h1')?.textContent?.includes(mark);
    // Two articles without any text look the same.
    if (isThere && (body.firstChild !== before || waited > 300)) return true;
    if (waited > 15_000) return false;
  }
}

/** Runs in the page: scrolls through the list, so that each row was on the screen once. */
async function scrollThrough(): Promise<void> {
  for (let place = 0, end = 0; place <= end; place += 600) {
    for (const element of document.querySelectorAll('html, main, main *')) {
      element.scrollTop = place;
      // The list grows while its rows are drawn.
      end = Math.min(50_000, Math.max(end, element.scrollHeight));
    }
    await new Promise((done) => setTimeout(done, 10));
  }
}
