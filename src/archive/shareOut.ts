import { availableParallelism } from 'node:os';
import Tinypool from 'tinypool';

/** Returns the file of the worker threads' program, which is `worker.ts` bundled (`app/bundleWorker.ts`). */
export type WorkerLoader = () => Promise<string>;

/** Work that threads can share. Tasks and results cross between them as plain data. */
export interface SharedWork<Task, Result> {
  tasks: readonly Task[];
  /** Name of a function of `worker.ts` that does a task. */
  name: string;
  /** Does a task in this thread. */
  doHere: (task: Task) => Result;
  /** Takes what a task gave; no two run at once. What it throws ends the work. */
  onDone: (result: Result, task: Task) => void;
  /**
   * Memory of a worker's heap, in MB: left alone, it grows for as long as the machine has room. A task that needs more
   * ends its worker, and is done in this thread, which has no such limit.
   */
  megabytes: number;
}

/**
 * Memory for a worker's newest objects, in MB. With 16, which V8 would rather have, a build of 20,000 articles takes
 * 30 to 60 MB more, and no less of the processor.
 */
const YOUNG_MEGABYTES = 4;

/** Tasks that a worker has at a time: it need not wait for the next until this thread has dealt with the last. */
const TASKS_AT_A_TIME = 2;

/**
 * Does all tasks, on all cores; without `load` in this thread. A worker that dies costs nothing: its tasks are done
 * here. Rejects with what `doHere` or `onDone` throws.
 */
export async function shareOut<Task, Result>(
  load: WorkerLoader | undefined,
  { tasks, name, doHere, onDone, megabytes }: SharedWork<Task, Result>,
): Promise<void> {
  if (!load) {
    for (const task of tasks) onDone(doHere(task), task);
    return;
  }
  const threads = Math.min(availableParallelism(), tasks.length);
  const pool = new Tinypool({
    filename: await load(),
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: TASKS_AT_A_TIME,
    resourceLimits: {
      maxOldGenerationSizeMb: megabytes,
      maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
    },
  });
  const left = [...tasks];
  async function feed() {
    for (let task = left.shift(); task !== undefined; task = left.shift()) {
      const current = task;
      const result: Result = await pool.run(task, { name }).catch(() => doHere(current));
      onDone(result, task);
    }
  }
  try {
    await Promise.all(Array.from({ length: threads * TASKS_AT_A_TIME }, feed));
  } finally {
    left.length = 0;
    await pool.destroy();
  }
}
