import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Archive } from './measureBuilds.ts';
import { LIST, SCROLLER } from './measureTaps.ts';
import { openPhone, readNotes } from './openPhone.ts';
import type { Results } from './Results.ts';
import { serveCompressed } from './serveCompressed.ts';

/** Budgets from the design. */
const NODES = 1500;
const HEAP = 60;
const TASK = 50;

/** Parts of the list where it is scrolled slowly and the memory is read: from the first row (0) to the last (1). */
const PLACES = [0, 0.25, 0.5, 0.75, 1];
/** Stops on the way through the whole list; more than it has pages at 20,000. */
const STOPS = 240;
/** What V8's Performance domain counts in bytes. */
const MEGABYTE = 2 ** 20;

/** Scrolls through a long list at a quarter of the processor's speed: long tasks, DOM nodes, heap. */
export async function measureScrolling(
  browser: Browser,
  { size, dist }: Archive,
  runs: number,
  results: Results,
): Promise<void> {
  const server = await serveCompressed(dist);
  const found = { longest: [] as number[], count: [] as number[] };
  const nodes: number[] = [];
  const heaps: number[] = [];
  const whole: number[] = [];
  try {
    for (let run = 0; run < runs; run++) {
      const { page, session, close } = await openPhone(browser, { isNetworkSlow: false });
      await page.goto(server.url, { waitUntil: 'networkidle' });
      await page.locator(`${LIST} a`).first().waitFor();
      const start = await page.evaluate(() => performance.now());
      const visits: Memory[] = [];
      for (const place of PLACES) {
        await page.evaluate(scrollTo, { selector: SCROLLER, place });
        await scrollByWheel(page);
        await page.evaluate(scrollBySteps, SCROLLER);
        visits.push(await readMemory(page, session));
      }
      const tasks = (await readNotes(page)).longTasks.filter((task) => task.start > start);
      found.count.push(tasks.length);
      found.longest.push(Math.max(0, ...tasks.map((task) => task.duration)));
      for (let stop = 0; stop <= STOPS; stop++)
        await page.evaluate(scrollTo, { selector: SCROLLER, place: stop / STOPS });
      whole.push((await readMemory(page, session)).megabytes);
      nodes.push(Math.max(...visits.map((visit) => visit.nodes)));
      heaps.push(Math.max(...visits.map((visit) => visit.megabytes)));
      await close();
    }
  } finally {
    await server.close();
  }
  const name = `${size.toLocaleString('en')} articles`;
  results.add(`${name}: scrolling, longest task`, found.longest, 'ms', TASK);
  results.add(`${name}: scrolling, tasks over 50 ms`, found.count, '', 0);
  results.add(`${name}: DOM nodes, the most at five places`, nodes, '', NODES);
  results.add(`${name}: heap, the most at five places`, heaps, 'MB', HEAP);
  results.add(`${name}: heap after the whole list was scrolled through`, whole, 'MB', HEAP);
}

interface Memory {
  nodes: number;
  megabytes: number;
}

async function readMemory(page: Page, session: CDPSession): Promise<Memory> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
  const nodes = await page.evaluate(() => {
    const walker = document.createTreeWalker(document);
    let count = 1;
    while (walker.nextNode()) count++;
    return count;
  });
  return { nodes, megabytes: heap / MEGABYTE };
}

/** Turns a mouse's wheel over the list, as fast as a hand does. */
async function scrollByWheel(page: Page): Promise<void> {
  await page.mouse.move(200, 400);
  for (let turn = 0; turn < 30; turn++) {
    await page.mouse.wheel(0, 240);
    await page.waitForTimeout(30);
  }
}

/** Runs in the page: twenty steps of most of a window. */
async function scrollBySteps(selector: string): Promise<void> {
  const box = document.querySelector(selector);
  for (let step = 0; step < 20; step++) {
    box?.scrollBy(0, box.clientHeight * 0.8);
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Runs in the page: goes to a part of the list and waits until the rows there have words. */
async function scrollTo({ selector, place }: { selector: string; place: number }): Promise<void> {
  const box = document.querySelector(selector);
  if (!box) return;
  box.scrollTop = (box.scrollHeight - box.clientHeight) * place;
  for (let turn = 0; turn < 100; turn++) {
    await new Promise((done) => setTimeout(done, 50));
    const rows = [...box.querySelectorAll('[aria-posinset]')];
    if (rows.length > 0 && rows.every((row) => row.querySelector('a'))) return;
  }
  throw new Error('the rows stayed empty');
}
