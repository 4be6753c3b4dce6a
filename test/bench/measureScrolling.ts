import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Archive } from './measureBuilds.ts';
import { LIST, SCROLLER } from './measureTaps.ts';
import { openPhone } from './openPhone.ts';
import type { Results } from './Results.ts';
import { serveCompressed } from './serveCompressed.ts';
import { type Task, traceTasks } from './traceTasks.ts';

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

/** What one run found. */
interface Run {
  tasks: Task[];
  /** At each of the places. */
  places: Memory[];
  /** After the whole list was scrolled through. */
  whole: Memory;
}

/** Scrolls through a long list at a quarter of the processor's speed: long tasks, DOM nodes, heap. */
export async function measureScrolling(
  browser: Browser,
  { size, dist }: Archive,
  times: number,
  results: Results,
): Promise<void> {
  const server = await serveCompressed(dist);
  const runs: Run[] = [];
  try {
    for (let run = 0; run < times; run++) runs.push(await scrollThrough(browser, server.url));
  } finally {
    await server.close();
  }
  const most = (read: (run: Run) => number[]) => runs.map((run) => Math.max(0, ...read(run)));
  const name = `${size.toLocaleString('en')} articles`;
  const durations = most(({ tasks }) => tasks.map((task) => task.duration));
  const processor = most(({ tasks }) => tasks.map((task) => task.processor));
  const long = runs.map(({ tasks }) => tasks.filter((task) => task.duration > TASK).length);
  const nodes = most(({ places }) => places.map((place) => place.nodes));
  const heaps = most(({ places }) => places.map((place) => place.megabytes));
  const whole = runs.map((run) => run.whole.megabytes);
  results.add(`${name}: scrolling, longest task`, durations, 'ms', TASK);
  results.add(`${name}: scrolling, longest task, processor time`, processor, 'ms', TASK);
  results.add(`${name}: scrolling, tasks over ${TASK} ms`, long, '', 0);
  results.add(`${name}: DOM nodes, the most at five places`, nodes, '', NODES);
  results.add(`${name}: heap, the most at five places`, heaps, 'MB', HEAP);
  results.add(`${name}: heap after the whole list was scrolled through`, whole, 'MB', HEAP);
}

async function scrollThrough(browser: Browser, address: string): Promise<Run> {
  const { page, session, close } = await openPhone(browser, { isNetworkSlow: false });
  try {
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.locator(`${LIST} a`).first().waitFor();
    const tasks: Task[] = [];
    const places: Memory[] = [];
    for (const place of PLACES) {
      const found = await traceTasks(browser, page, async () => {
        await page.evaluate(scrollTo, { selector: SCROLLER, place });
        await scrollByWheel(page);
        await page.evaluate(scrollBySteps, SCROLLER);
      });
      tasks.push(...found);
      places.push(await readMemory(page, session));
    }
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    for (let stop = 0; stop <= STOPS; stop++)
      await page.evaluate(scrollTo, { selector: SCROLLER, place: stop / STOPS });
    return { tasks, places, whole: await readMemory(page, session) };
  } finally {
    await close();
  }
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
