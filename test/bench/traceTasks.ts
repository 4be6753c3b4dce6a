import type { Browser, Page } from 'playwright-core';

/** A piece of work of a page's main thread, in milliseconds. */
export interface Task {
  /** By the clock. */
  duration: number;
  /** Of the processor, so that it tells the same while other programs are at work. */
  processor: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

/** Chrome's own trace of what `act` makes a page do, task by task. The slowed down processor is part of both times. */
export async function traceTasks(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<Task[]> {
  const categories = ['-*', 'disabled-by-default-devtools.timeline'];
  await browser.startTracing(page, { categories });
  let trace: Buffer | undefined;
  try {
    await act();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(nameThread),
  );
  return traceEvents
    .filter((event) => event.name === 'RunTask' && mainThreads.has(nameThread(event)))
    .map(({ dur = 0, tdur = 0 }) => ({ duration: dur / 1000, processor: tdur / 1000 }));
}

function nameThread({ pid, tid }: TraceEvent): string {
  return `${pid}/${tid}`;
}
